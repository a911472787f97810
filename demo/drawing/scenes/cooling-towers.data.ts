import type { Scene } from '../darkroom.ts';

/** Two cooling towers without steam, a low sun, a canal and a cyclist. One unit is ten metres; the water is at 0. */
export const COOLING_TOWERS: Scene = {
  kind: 'lit',
  fine: 0.002,
  walk: 150,
  glsl: `
const vec3 SUN = vec3(.86, .2, .12);

// A hyperboloid on slanting legs.
vec2 tower(vec3 p) {
  float y = p.y, wide = sqrt(6.1 + .178 * (y - 8.7) * (y - 8.7));
  float d = max(length(p.xz) - wide, max(y - 11.4, -y));
  float a = atan(p.x, p.z) * 11.;
  float ink = y < .95 ? (abs(fract(a + y * .9) - .5) < .13 || abs(fract(a - y * .9) - .5) < .13 ? 1. : 3.) : 1.;
  if (y > 10.95) ink = 2.;
  return vec2(d * .72, ink);
}
float canal(vec3 p) { return abs(p.x + .35 + p.z * .085) - .62 - .012 * p.z; }
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0), t = tower(p - vec3(-5.2, 0, 21.));
  put(r, t.x, t.y);
  t = tower(p - vec3(5.6, 0, 28.));
  put(r, t.x, t.y + 10.);
  // The works: boiler house, bunkers, a chimney.
  put(r, box(p - vec3(-.2, .8, 24.), vec3(1.9, .9, 1.)), 4.);
  put(r, box(p - vec3(1.3, .5, 23.), vec3(.8, .55, .8)), 4.);
  put(r, box(p - vec3(-1.3, 1.35, 24.), vec3(.5, .6, .6)), 4.);
  put(r, taper(p, vec3(1.15, 0, 25.), vec3(1.15, 8.2, 25.), .26, .17), p.y > 7.2 ? (fract(p.y * 2.) < .5 ? 2. : 5.) : 4.);
  // The bank and, on it, the towpath with a cyclist.
  float c = canal(p), grass = .05 * cloud(p.xz * vec2(5., 9.)) * smoothstep(.0, .35, c);
  put(r, (p.y - .16 * smoothstep(.0, .4, c) - grass * .5 + .3 * smoothstep(.1, -.1, c)) * .55, 6.);
  vec3 b = (p - vec3(.66, .18, 3.1)) / 1.5;
  b.xz = turn(-.75) * b.xz;
  if (length(b) < .5) {
    float wheel = min(length(vec2(length(b.yz - vec2(.075, .115)) - .072, b.x)), length(vec2(length(b.yz - vec2(.075, -.1)) - .072, b.x))) - .006;
    float frame = min(rod(b, vec3(0, .075, -.1), vec3(0, .17, -.04), .006), min(rod(b, vec3(0, .075, .115), vec3(0, .19, .08), .006), rod(b, vec3(0, .16, -.04), vec3(0, .17, .08), .007)));
    frame = min(frame, rod(b, vec3(-.05, .2, .075), vec3(.05, .2, .075), .006));
    put(r, min(wheel, frame) * 1.5, 3.);
    float body = taper(b, vec3(0, .19, -.045), vec3(0, .3, .02), .034, .036);
    put(r, min(body, rod(b, vec3(.03, .29, .02), vec3(.045, .205, .07), .013)), 5.);
    put(r, min(rod(b, vec3(.02, .18, -.04), vec3(.025, .12, .03), .02), rod(b, vec3(.025, .12, .03), vec3(.02, .05, .005), .014)), 3.);
    put(r, length(b - vec3(0, .355, .04)) - .027, 7.);
  } else put(r, length(b) - .4, 5.);
  // Posts along the water.
  float n = floor(p.z / 1.4) * 1.4 + .7;
  put(r, rod(p, vec3(-1.35 - n * .1, .0, n), vec3(-1.35 - n * .1, .42, n), .018) + step(n, 2.) * 3., 3.);
  return r;
}
vec3 heaven(vec2 uv) {
  float y = uv.y + .4;
  vec3 c = ramp(hex(0xf9d27c), hex(0xf0a04e), hex(0xd9603f), hex(0x8f3540), steps(smoothstep(-.02, 1.5, y), 8., 1.1));
  c = mix(c, hex(0xfadf98), .9 * steps(smoothstep(.95, .1, length((uv - vec2(.93, -.2)) * vec2(.8, 1.))), 6., 1.) * .8);
  float s = length(uv - vec2(.93, -.16)) - .165;
  float band = clouds(vec2(uv.x * .7 + 3., uv.y * 7.) + 1.);
  c = mix(c, hex(0xb64a40), .75 * step(.585 + dust() * .03, band) * smoothstep(.0, .35, uv.y));
  c = mix(c, hex(0xf7c979), .9 * step(.6 + dust() * .03, clouds(vec2(uv.x * .8 + 9., uv.y * 9.))) * smoothstep(.4, -.1, uv.y));
  return s < 0. ? hex(0xfff3d2) : c;
}
// Pylons and their sagging lines, drawn flat against the sky.
vec3 wires(vec3 c, vec2 uv) {
  for (int i = 0; i < 3; i++) {
    float f = float(i), s = .34 * pow(.56, f);
    vec2 o = vec2(1.33 - .06 * f - .42 * (1. - pow(.56, f)), -.4), q = (uv - o) / s;
    float w = .13 * (1. - q.y * .38), leg = abs(abs(q.x) - w) - .014;
    float lace = abs(abs(q.x / max(w, .01)) - abs(fract(q.y * 3.2) * 2. - 1.)) - .16;
    float arm = min(max(abs(q.y - 1.75) - .018, abs(q.x) - .42), max(abs(q.y - 2.12) - .018, abs(q.x) - .32));
    if (q.y > 0. && q.y < 2.4 && (leg < 0. || (lace < 0. && abs(q.x) < w)) || arm < 0.) c = hex(0x6b2a3a);
  }
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(SUN + vec3(0, .04, -.25));
  float t = max(dot(n, l), 0.) * shadow(p + n * .02, l, 16., 24.);
  t = (.13 + .07 * n.y + .86 * t) * mix(.55, 1., nook(p, n, .5));
  bool back = ink > 10.;
  if (back) ink -= 10.;
  vec3 c;
  if (ink < 2.5) {
    vec3 q = p - (back ? vec3(5.6, 0, 28.) : vec3(-5.2, 0, 21.));
    t *= 1. + .06 * sign(sin(atan(q.x, q.z) * 90.)) - .1 * step(fract(q.y * .9), .05);
    t -= .1 * smoothstep(.45, .7, clouds(vec2(atan(q.x, q.z) * 14., q.y * .6))) * smoothstep(5., 11., q.y);
    c = ink < 1.5 ? tone(t, 7., .9, 0x2d1a35, 0x6b3144, 0xcf7450, 0xfbd79a) : tone(t, 0x24142e, 0x5a2438, 0xb0493f, 0xe98a55);
    return back ? mix(c, hex(0xe9925a), .34) : c;
  }
  if (ink < 3.5) return tone(t, 0x1b1026, 0x2a172d, 0x4d2534, 0x8d4a40);
  if (ink < 4.5) return mix(tone(t, 0x26142d, 0x4a2339, 0x8a4043, 0xd98a58), hex(0xe08a57), .2);
  if (ink < 5.5) return tone(t + .1, 0x4a1526, 0x9c2630, 0xd23c33, 0xf4744f);
  if (ink < 6.5) {
    float s = shadow(p + vec3(0, .03, 0), l, 12., 24.);
    float path = smoothstep(.14, .1, abs(canal(p) - .62)), g = clouds(p.xz * vec2(1.6, .5)) * .6 + .2 * cloud(p.xz * 9.);
    vec3 grass = tone((.25 + .6 * s) * (.5 + g), 5., 1., 0x2a1830, 0x5d3040, 0xa85a44, 0xe9a95a);
    vec3 grit = tone(.3 + .6 * s, 4., .9, 0x3a2038, 0x854a48, 0xd08d5d, 0xf8d493);
    return mix(mix(grass, grit, step(.5, path)), hex(0xe89a58), .85 * steps(smoothstep(8., 60., p.z), 8., 1.));
  }
  return tone(t + .1, 0x3a1a2a, 0x84473f, 0xc98358, 0xf4c28a);
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(.15, 1.05, -3.4), rd = lens(ro, vec3(.22, 3.2, 8.), uv, 1.78);
  float sea = rd.y < 0. ? -ro.y / rd.y : -1.;
  vec2 h = trace(ro, rd, 120.);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; return shade(p, normal(p), h.y); }
  if (sea > 0.) {
    vec3 p = ro + rd * sea;
    float w = cloud(p.xz * vec2(2., 9.)) - .5;
    vec3 rr = reflect(rd, normalize(vec3(w * .015, 1, w * .05)));
    rr.y = abs(rr.y);
    vec2 g = trace(p + vec3(0, .02, 0), rr, 70.);
    vec3 c = heaven(vec2(uv.x + w * .03, -.8 - uv.y + w * .06));
    if (g.x > 0.) { vec3 q = p + rr * g.x; c = shade(q, normal(q), g.y) * .86; }
    return mix(c, hex(0x4a2038), .2);
  }
  return wires(heaven(uv), uv);
}
`,
};
