import type { Scene } from '../darkroom.ts';
import { KITES } from '../kites.data.ts';

/** Kites over a wide beach at low water, their fliers on wet sand. One unit is a metre. */
export const KITES_BEACH: Scene = {
  kind: 'lit',
  fine: 0.004,
  walk: 150,
  glsl: `${KITES}
const vec3 SUN = vec3(-.66, .5, -.42);
// Fliers: where they stand, and each one's kite.
const vec4 MEN[9] = vec4[9](vec4(-2.6, 5.2, .5, 0), vec4(2.3, 7.4, -.3, 1), vec4(-6.4, 12., .6, 2), vec4(6.8, 13., -.6, 3), vec4(-1.2, 16., .2, 0), vec4(10.5, 20., -.4, 1), vec4(-12., 21., .7, 2), vec4(3.6, 25., -.2, 3), vec4(-5., 29., .3, 1));
const vec3 UP[9] = vec3[9](vec3(-4.6, 13.6, 11.), vec3(8.4, 11.6, 10.4), vec3(-14.6, 10.2, 19.), vec3(19.5, 18., 24.), vec3(1.2, 19., 28.), vec3(26., 12., 38.), vec3(-31., 27., 38.), vec3(11., 33., 40.), vec3(-12., 17., 44.));
vec3 hand(int i) { return vec3(MEN[i].x, 1.75, MEN[i].y + .1); }
vec2 map(vec3 p) {
  vec2 r = vec2(p.y + .02 * sin(p.z * 2.1 + p.x * .4) * smoothstep(8., 0., p.z), 1.);
  if (p.y < 3.6) put(r, 4. - p.y, 40.);
  else for (int i = 0; i < 9; i++) {
    float f = float(i), size = i < 2 ? 2.7 + .4 * f : 2.6 + .25 * f;
    kite(r, p, UP[i], size, vec3(.45, -.25 * sin(f * 3.), .35 * sin(f * 2.3 + .6)), vec3(mod(f * 2. + (i == 1 ? 1. : 0.), 3.), mod(f * 3., 8.), mod(f * 5. + 2., 8.)));
  }
  if (p.y > 2.6) { put(r, p.y - 2.2, 10.); return r; }
  for (int i = 0; i < 9; i++) {
    float f = float(i);
    vec3 q = p - vec3(MEN[i].x, 0, MEN[i].y);
    if (length(q.xz) > 1.3) { put(r, length(q.xz) - 1., 10.); continue; }
    q.xz = turn(MEN[i].z) * q.xz;
    float s = i == 0 ? 1. : sin(f * 2.);
    figure(r, q, mat4(.16, 1.72, .12, 0, -.16, 1.6 - .3 * step(.3, s), .3, 0, .2, 0, .26 * s, 0, -.2, .02, -.28 * s, 0), -.1, 10. + 4. * MEN[i].w);
  }
  // A child points; a dog runs along the water.
  vec3 c = (p - vec3(-1.55, 0, 5.6)) / .66;
  vec2 child = vec2(1e3, 0);
  if (length(c) < 2.6) figure(child, c, mat4(.5, 1.75, .3, 0, -.3, .8, .1, 0, .12, 0, 0, 0, -.12, 0, 0, 0), -.04, 18.);
  else child.x = length(c) - 2.;
  put(r, child.x * .66, child.y);
  vec3 d = p - vec3(3.9, 0, 6.3);
  d.xz = turn(.25) * d.xz;
  if (length(d) < 1.4) {
    float dog = taper(d, vec3(-.3, .42, 0), vec3(.26, .46, 0), .11, .14);
    dog = melt(dog, taper(d, vec3(.3, .5, 0), vec3(.46, .66, 0), .09, .08), .08);
    dog = min(dog, taper(d, vec3(.46, .66, 0), vec3(.64, .62, 0), .075, .045));
    dog = min(dog, rod(d, vec3(-.36, .46, 0), vec3(-.62, .66, 0), .03));
    vec3 e = vec3(d.xy, abs(d.z));
    dog = min(dog, min(taper(e, vec3(.24, .4, .07), vec3(.5, .08, .08), .06, .03), taper(e, vec3(-.28, .38, .07), vec3(-.5, .06, .08), .07, .03)));
    put(r, dog * .9, 9.);
  } else put(r, length(d) - 1.1, 9.);
  return r;
}
vec3 heaven(vec3 rd) {
  float x = rd.x / max(rd.z, .05), y = rd.y / max(rd.z, .05);
  vec3 c = ramp(hex(0xfaeecb), hex(0xcfe0d2), hex(0x7fbcc4), hex(0x3f93ac), steps(smoothstep(-.02, .95, y), 9., 1.));
  c = mix(c, hex(0xfff8e6), .95 * step(.55 + dust() * .04, clouds(vec2(x * 1.1 + 6., y * 4.5 + 1.))) * smoothstep(.06, .2, y));
  c = mix(c, hex(0xd5e2d8), .8 * step(.62 + dust() * .04, clouds(vec2(x * 1.1 + 6., y * 4.5 + .86))) * smoothstep(.06, .2, y));
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(SUN);
  float s = shadow(p + n * .03, l, 20., 16.), d = dot(n, l), t;
  if (ink > 38.5) {
    t = .3 + .62 * max(d, -.72 * d);
    return ink < 39.5 ? hex(0x4a3020) : cloth(t, ink);
  }
  t = (.2 + .1 * n.y + .82 * max(d, 0.) * s) * mix(.6, 1., nook(p, n, .3));
  if (ink < 9.5) return tone(t, 0x24140f, 0x5c3018, 0x9a5a2c, 0xd99a5a);
  float who = ink - 10., part = mod(who, 4.), set = floor(who / 4.);
  if (part < .5) return set < .5 ? tone(t, 0x4a0f14, 0xa32420, 0xdc4230, 0xff8a5c) : set < 1.5 ? tone(t, 0x12203a, 0x24406a, 0x3d6490, 0x88a8bc) : set < 2.5 ? tone(t, 0x5a3d10, 0xc08a22, 0xf2bd3c, 0xffe48c) : tone(t, 0x5a5a54, 0xa9a896, 0xf0e6cc, 0xfffaea);
  if (part < 1.5) return tone(t, 0x121a26, 0x233446, 0x42586a, 0x8a9aa0);
  if (part < 2.5) return set == 1. ? tone(t, 0x2a1610, 0x6a3a24, 0xa8693f, 0xe0a872) : tone(t, 0x4a2c22, 0xa66a48, 0xe0a578, 0xfad8ac);
  return tone(t, 0x120c0c, 0x2a1c18, 0x5a3c2c, 0xa07850);
}
// A flier's line, drawn flat: it sags a little between the hand and the kite.
vec3 strings(vec3 c, vec3 ro, vec2 uv, mat3 view, float f) {
  for (int i = 0; i < 9; i++) {
    vec3 a = (hand(i) - ro) * view, b = (UP[i] - ro) * view;
    vec2 s = a.xy / a.z * f, e = b.xy / b.z * f, m = mix(s, e, .5) - vec2(0, .07 * length(e - s));
    float best = 1.;
    for (int k = 0; k < 10; k++) {
      float t = float(k) / 10., v = t + .1;
      vec2 p0 = mix(mix(s, m, t), mix(m, e, t), t), p1 = mix(mix(s, m, v), mix(m, e, v), v), d = p1 - p0;
      best = min(best, length(uv - p0 - d * clamp(dot(uv - p0, d) / dot(d, d), 0., 1.)));
    }
    if (best < .0016) c = mix(c, hex(0x2f3f48), i < 2 ? .8 : .55);
  }
  return c;
}
vec3 place(vec2 uv) {
  vec3 ro = vec3(.3, 1.3, -3.6), rd = lens(ro, vec3(.5, 4.1, 6.), uv, 1.32);
  vec2 h = trace(ro, rd, 70.);
  float sea = rd.y < 0. ? -ro.y / rd.y : -1.;
  if (h.x > 0. && h.y > 1.5) { vec3 p = ro + rd * h.x; return mix(shade(p, normal(p), h.y), hex(0xcfe0d2), .5 * steps(smoothstep(16., 60., h.x), 6., 1.)); }
  if (sea < 0.) return heaven(rd);
  vec3 p = ro + rd * sea;
  float tide = p.z - 26. - 3. * sin(p.x * .11) - 1.5 * sin(p.x * .31 + 1.);
  if (tide > 0.) {
    float wave = cloud(vec2(p.x * .08, p.z * .55)) + .4 * cloud(vec2(p.x * .3, p.z * 1.7));
    vec3 c = ramp(hex(0x1f5f70), hex(0x3a8a94), hex(0x7fbcbc), hex(0xcfe6d8), steps(wave * .62, 5., .8));
    float foam = min(abs(tide - 1.), abs(fract(tide / 9. + .12 * sin(p.x * .2)) - .5) * 9.);
    return foam < .55 + .5 * cloud(p.xz * vec2(.4, 1.)) ? hex(0xfdf8e6) : mix(c, hex(0xb5d6d0), smoothstep(40., 220., sea));
  }
  // Wet sand holds the sky and whoever stands on it.
  float wet = smoothstep(.36, .52, clouds(vec2(p.x * .12 + 3., p.z * .34))) * smoothstep(-30., -14., tide) + smoothstep(-5., -2., tide);
  float s = shadow(p + vec3(0, .03, 0), normalize(SUN), 20., 16.);
  float rib = .1 * step(.5, fract(p.z * 1.6 + .5 * clouds(p.xz * vec2(.5, .8)) * 3.)) * smoothstep(22., 4., sea);
  vec3 sand = tone(.32 + .5 * s - rib + .16 * (clouds(p.xz * .6) - .5), 5., .9, 0x6a5040, 0xa98a60, 0xe6cc94, 0xfbeec8);
  vec3 rr = reflect(rd, normalize(vec3((cloud(p.xz * 2.) - .5) * .02, 1, (cloud(p.xz * vec2(1.5, 4.)) - .5) * .05)));
  rr.y = abs(rr.y);
  vec2 g = trace(p + vec3(0, .03, 0), rr, 50.);
  vec3 back = heaven(rr);
  if (g.x > 0. && g.y > 1.5) { vec3 q = p + rr * g.x; back = shade(q, normal(q), g.y) * .82; }
  vec3 c = mix(sand, mix(hex(0xb09a74), back, .74), step(.5 + dust() * .12, wet) * .9);
  return mix(c, hex(0xe6dcb8), .5 * smoothstep(12., 40., sea));
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(.3, 1.3, -3.6), w = normalize(vec3(.5, 4.1, 6.) - ro), u = normalize(cross(vec3(0, 1, 0), w));
  return strings(place(uv), ro, uv, mat3(u, cross(w, u), w), 1.32);
}
`,
};
