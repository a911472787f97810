import type { Scene } from '../darkroom.ts';

/** Three judges in black sit at a table in a meadow beside a winding river. One unit is a metre; the water is at 0. */
export const RIVER_JUDGES: Scene = {
  kind: 'lit',
  fine: 0.003,
  walk: 150,
  glsl: `
const vec3 SUN = vec3(-.62, .52, -.3);
const vec3 BENCH = vec3(-1.55, .42, 1.6);

// The river bends wider the farther it is, as a plain shows it.
float river(vec2 p) {
  float mid = 3.9 + 8.2 * sin(p.y * .15 - .7) * smoothstep(-2., 26., p.y) + .06 * p.y + 9. * sin(p.y * .045 + 1.) * smoothstep(30., 90., p.y);
  return abs(p.x - mid) - 2. - .035 * p.y + .3 * sin(p.y * .9);
}
float land(vec2 p) {
  float w = river(p);
  return .42 * smoothstep(-.1, .8, w) - .35 * smoothstep(.1, -.3, w) + 14. * smoothstep(70., 240., p.y) * clouds(p * .012 + 2.) + .04 * cloud(p * 3.);
}
void judge(inout vec2 r, vec3 p, float tilt, float who) {
  if (length(p - vec3(0, .9, 0)) > 1.3) { put(r, length(p - vec3(0, .9, 0)) - 1.05, 1.); return; }
  p.xy = turn(tilt) * p.xy;
  vec3 s = vec3(abs(p.x), p.yz);
  float robe = taper(s, vec3(.04, .35, .05), vec3(.05, 1.12, .05), .4, .23);
  robe = melt(robe, taper(s, vec3(.06, 1.13, .05), vec3(.26, 1.07, .03), .17, .13), .12);
  robe += .012 * sin(atan(p.x, p.z) * 15.) * smoothstep(1.1, .5, p.y);
  put(r, robe, 1.);
  vec3 hand = vec3(.24, .83, -.52);
  put(r, melt(taper(s, vec3(.3, 1.05, .0), vec3(.42, .74, -.2), .13, .15), taper(s, vec3(.42, .74, -.2), hand, .15, .12), .06), 1.);
  put(r, egg(s - hand - vec3(-.03, .0, -.13), vec3(.06, .04, .085)), 2.);
  // White bands at the neck.
  put(r, max(box(s - vec3(.045, 1.06, -.19 + .1 * (p.y - 1.06)), vec3(.035, .14, .02)), -1e3), 3.);
  put(r, rod(p, vec3(0, 1.2, .03), vec3(0, 1.32, .01), .075), 2.);
  put(r, max(abs(p.y - 1.21) - .035, length(p.xz - vec2(0, .03)) - .115), 3.);
  vec3 h = p - vec3(0, 1.44, -.02);
  h.xz = turn((who - 1.) * .45) * h.xz;
  vec3 a = vec3(abs(h.x), h.yz);
  float head = min(egg(h, vec3(.125, .165, .14)), egg(a - vec3(.125, -.01, .02), vec3(.03, .045, .03)));
  head = melt(head, taper(h, vec3(0, .02, -.135), vec3(0, -.045, -.165), .018, .028), .04);
  put(r, head, 2.);
  float hair = max(egg(h - vec3(0, .035, .025), vec3(.145, .172, .155)), -(h.y + h.z * 1.15 - .01));
  if (who > 1.5) hair = min(hair, max(egg(h - vec3(0, -.04, .05), vec3(.18, .24, .15)), -(h.z + .02)));
  if (who > .5 && who < 1.5) hair = max(hair, h.y - .09 + h.z * -.2);
  put(r, hair, 4.);
  if (who < .5) {
    float spec = length(vec2(length(a.xy - vec2(.052, .02)) - .036, a.z + .14)) - .008;
    put(r, spec, 5.);
  }
  // A high chair.
  put(r, box(p - vec3(0, .75, .38), vec3(.34, .75, .04)) - .01, 6.);
  put(r, length(vec2(abs(p.x) - .34, p.y - 1.52)) > .0 ? length(s - vec3(.34, 1.54, .38)) - .05 : 1e3, 6.);
}
vec2 map(vec3 p) {
  vec2 r = vec2((p.y - land(p.xz)) * .8, 10.);
  vec3 b = p - BENCH;
  b.xz = turn(-.3) * b.xz;
  if (length(b - vec3(0, .7, 0)) < 3.4) {
    for (int i = 0; i < 3; i++) judge(r, b - vec3(-1.15 + 1.15 * float(i), 0, .25), (1. - float(i)) * .05, float(i));
    float drape = .03 * sin(b.x * 7. + sin(b.y * 3.)) * smoothstep(.8, .1, b.y);
    put(r, (box(b - vec3(0, .4, -.5), vec3(1.95, .4, .42)) - .01 - drape) * .8, b.y < .1 ? 5. : 7.);
    put(r, box(b - vec3(0, .815, -.5), vec3(2., .018, .47)), 8.);
    // Files, papers held down by stones, a bell, a carafe of the river.
    put(r, box(b - vec3(-1.5, .9, -.5), vec3(.2, .07, .15)), fract(b.y * 30.) < .4 ? 6. : 3.);
    for (int i = 0; i < 4; i++) {
      float f = float(i);
      vec3 q = b - vec3(-.95 + .68 * f, .84, -.68 + .05 * sin(f * 3.));
      q.xz = turn(.5 * sin(f * 5.)) * q.xz;
      put(r, box(q, vec3(.15, .006, .11)), 3.);
      put(r, egg(q - vec3(.06, .03, .03), vec3(.05, .03, .04)), 9.);
    }
    put(r, taper(b, vec3(1.3, .83, -.72), vec3(1.3, .92, -.72), .07, .03), 5.);
    put(r, rod(b, vec3(1.3, .9, -.72), vec3(1.3, 1.02, -.72), .014), 6.);
    put(r, min(taper(b, vec3(1.68, .83, -.5), vec3(1.68, .98, -.5), .1, .09), rod(b, vec3(1.68, .9, -.5), vec3(1.68, 1.16, -.5), .035)), 11.);
  } else put(r, length(b - vec3(0, .7, 0)) - 3., 1.);
  // Poplars and willows along the banks.
  vec2 cell = floor(p.xz / 5.5), at = (cell + .5 + .5 * (vec2(chance(cell), chance(cell + 3.)) - .5)) * 5.5;
  float w = river(at);
  if (w > 1.2 && chance(cell + 8.) > (w < 5. ? .45 : .86) && at.y > 9. && at.y < 150. && p.y < 10.) {
    float tall = 1.2 + 1.9 * chance(cell + 5.), slim = chance(cell + 9.) > .5 ? .3 : .62;
    vec3 q = p - vec3(at.x, land(at) + tall, at.y);
    put(r, (egg(q, vec3(tall * slim, tall, tall * slim)) + .16 * (cloud(p.xz * 2. + p.y * 1.7) - .5)) * .6, 12.);
  } else put(r, max(1.6, p.y - 8.), 12.);
  return r;
}
vec3 heaven(vec3 rd) {
  float x = rd.x / rd.z, y = rd.y / rd.z;
  vec3 c = ramp(hex(0xf7ecd0), hex(0xd5e0d4), hex(0x9cc4cc), hex(0x6ea8ba), steps(smoothstep(-.02, .5, y), 7., 1.));
  c = mix(c, hex(0xfffaec), .95 * step(.53 + dust() * .03, clouds(vec2(x * 1.3 + 2., y * 6. + 1.))) * smoothstep(.05, .14, y));
  float peak = .035 + .2 * clouds(vec2(x * 1.9 + 4., 5.)), hills = .012 + .1 * clouds(vec2(x * 2.2 + 9., 2.));
  if (y < peak) c = mix(hex(0x8fb3b3), hex(0x739d9f), step(.5 + dust() * .1, clouds(vec2(x * 9. + y * 14., y * 9.))));
  return y < hills ? hex(0x5e8c84) : c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(SUN);
  float t = max(dot(n, l), 0.) * shadow(p + n * .03, l, 16., 18.);
  t = (.17 + .1 * max(n.y, 0.) + .83 * t) * mix(.5, 1., nook(p, n, .4));
  if (ink < 1.5) return tone(t, 0x0d0f14, 0x181a22, 0x2b2f3a, 0x565c68);
  if (ink < 2.5) {
    vec3 b = p - BENCH;
    b.xz = turn(-.3) * b.xz;
    float who = clamp(floor((b.x + 1.15) / 1.15 + .5), 0., 2.);
    vec3 h = b - vec3(-1.15 + 1.15 * who, 1.44, .23);
    h.xy = turn((1. - who) * .05) * h.xy;
    h.xz = turn((who - 1.) * .45) * h.xz;
    vec2 e = vec2(abs(h.x), h.y);
    if (h.z < 0. && h.y > -.15) {
      if (length((e - vec2(.05, .018)) * vec2(1., 1.5)) < .014) return hex(0x14100f);
      if (abs(e.y - .058 + .2 * (e.x - .05)) < .007 && abs(e.x - .052) < .03) return who < .5 ? hex(0xd8d2c8) : hex(0x1d1512);
      if (abs(h.y + .09 - .0) < .008 && e.x < .038) return hex(0x6d2a24);
    }
    return who < .5 ? tone(t, 0x4a2c26, 0xa66f52, 0xe0ac84, 0xfadcb8) : who < 1.5 ? tone(t, 0x1f1310, 0x4f2e20, 0x87543a, 0xc28a60) : tone(t, 0x3a2018, 0x8a5638, 0xc68c5e, 0xf0c490);
  }
  if (ink < 3.5) return tone(t + .06, 0x5b6a70, 0xa9b0a8, 0xefe8d4, 0xfffcf0);
  if (ink < 4.5) {
    vec3 b = p - BENCH;
    b.xz = turn(-.3) * b.xz;
    return b.x < -.55 ? tone(t, 0x5a5a58, 0xa3a096, 0xe0dacb, 0xfffaf0) : b.x < .6 ? tone(t, 0x0f0d10, 0x1f1c20, 0x3a3536, 0x6b625c) : tone(t, 0x1f0f0c, 0x4a2418, 0x84472a, 0xc27c4c);
  }
  if (ink < 5.5) return tone(t, 0x4a3212, 0x9a6d22, 0xdba63a, 0xffe08c);
  if (ink < 6.5) return tone(t, 0x24140f, 0x542c1c, 0x8f5431, 0xc98b56);
  if (ink < 7.5) return tone(t, 6., .7, 0x3a0d12, 0x84191c, 0xc33229, 0xe8624a);
  if (ink < 8.5) return tone(t, 0x3a0d12, 0x9c2522, 0xd84636, 0xf58a68);
  if (ink < 9.5) return tone(t, 0x2a3036, 0x5c666a, 0x9aa09a, 0xd8d8c8);
  if (ink < 10.5) {
    vec2 f = floor((turn(.35) * p.xz) / vec2(13., 9.));
    float kind = chance(f + 2.), far = smoothstep(5., 14., p.z);
    float blade = clouds(p.xz * vec2(1.1, .6)) + .22 * cloud(p.xz * vec2(13., 7.)) * (1. - far);
    t *= .62 + .55 * blade;
    if (river(p.xz) < .42) return tone(t, 0x4f4a34, 0x8a7c50, 0xcdbd86, 0xf4e8bc);
    if (kind > .66 && far > .5) return tone(t, 0x4a5a2a, 0x8f9440, 0xd2c260, 0xf4e596);
    // Flowers in the grass nearby.
    if (far < .5 && chance(floor(p.xz * 5.)) > .965 && length(fract(p.xz * 5.) - .5) < .22) return chance(floor(p.xz * 5.) + 1.) > .5 ? hex(0xfdf3d0) : hex(0xe9b545);
    return kind > .33 ? tone(t, 0x1f4434, 0x3f7244, 0x86a850, 0xc8d478) : tone(t, 0x234a3a, 0x4d7f48, 0x9cb85a, 0xd6dc86);
  }
  if (ink < 11.5) return tone(t + .15, 0x2a5a66, 0x5a9aa2, 0xa9d2cc, 0xf2f8ea);
  return tone(t, 4., .9, 0x14322c, 0x265240, 0x5c8a4a, 0xb0c468);
}
vec3 haze(vec3 c, float way) { return mix(c, hex(0xa9c6bf), .85 * steps(1. - exp(-max(way - 18., 0.) * .012), 8., 1.)); }
vec3 pic(vec2 uv) {
  vec3 ro = vec3(-.5, 3.6, -4.1), rd = lens(ro, vec3(.1, 1.32, 3.), uv, 1.72);
  float sea = rd.y < 0. ? -ro.y / rd.y : -1.;
  vec2 h = trace(ro, rd, 260.);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; return haze(shade(p, normal(p), h.y), h.x); }
  if (sea < 0. || sea > 260.) return heaven(rd);
  vec3 p = ro + rd * sea;
  float w = cloud(p.xz * vec2(.9, 2.6)) - .5;
  vec3 rr = reflect(rd, normalize(vec3(w * .04, 1, w * .1)));
  rr.y = abs(rr.y) + .004;
  vec2 g = trace(p + vec3(0, .03, 0), rr, 120.);
  vec3 back = heaven(vec3(rr.xy, max(rr.z, .05)));
  if (g.x > 0.) { vec3 q = p + rr * g.x; back = haze(shade(q, normal(q), g.y), g.x) * .8; }
  vec3 c = mix(hex(0x2a6a7c), back, .52);
  c = mix(c, hex(0xf4f6e6), .6 * step(.8 + dust() * .04, cloud(vec2(p.x * .8 - p.z * .3, p.z * .5 + river(p.xz) * 3.4))) * smoothstep(6., 12., sea));
  return haze(c, sea);
}
`,
};
