import type { Scene } from '../darkroom.ts';

/** A radio telescope under star trails, a watcher with a lamp beside it. One unit is ten metres. */
export const RADIO_DISH: Scene = {
  kind: 'lit',
  fine: 0.002,
  glsl: `
const float WIDE = 2.55;

float land(vec2 p) { return -.35 + .5 * clouds(p * .16 + 3.) + .06 * cloud(p * 1.9); }
vec3 turnedMan(vec3 m) { m.xz = turn(-.5) * m.xz; return m; }
vec3 lampAt() { return vec3(-1.66, land(vec2(-1.75, 3.2)) + .25, 3.17); }
// A telescope on its turret, its foot at the origin.
void telescope(inout vec2 r, vec3 p, float size) {
  p /= size;
  p.xz = turn(.5) * p.xz;
  if (length(p - vec3(0, 3., 0)) > 5.2) { put(r, (length(p - vec3(0, 3., 0)) - 4.9) * size, 1.); return; }
  vec2 own = vec2(1e3, 0);
  vec3 q = p - vec3(0, 3.5, 0);
  q.yz = turn(-.68) * q.yz;
  float rad = length(q.xz), bowl = .13 * rad * rad, a = atan(q.x, q.z) / 6.2832 * 24.;
  bool seam = abs(fract(a) - .5) > .475 || abs(fract(rad * 1.9) - .5) > .47;
  put(own, max(abs(q.y - bowl) - .03, rad - WIDE) * .75, q.y > bowl ? (seam ? 2. : 1.) : 3.);
  put(own, length(vec2(rad - WIDE, q.y - .13 * WIDE * WIDE)) - .05, 1.);
  // Ribs and a hoop behind.
  put(own, max(abs(fract(a) - .5) * rad * .26 - .018, max(abs(q.y - bowl + .2 - .07 * rad) - .2 + .06 * rad, rad - WIDE + .1)) * .8, 3.);
  put(own, length(vec2(rad - 1.35, q.y + .0)) - .035, 3.);
  put(own, pole(q - vec3(0, -.35, 0), .62, .26), 3.);
  // The feed on its four legs.
  vec3 s = q;
  s.xz = abs(turn(.4) * s.xz);
  put(own, rod(s, vec3(1.15, .36, 1.15), vec3(.1, 2.25, .1), .03), 4.);
  put(own, pole(q - vec3(0, 2.32, 0), .22, .16), 4.);
  put(own, pole(q - vec3(0, 2.05, 0), .13, .14), 5.);
  // Yoke, turret, base and hut.
  put(own, box(vec3(abs(p.x) - .68, p.y - 2.7, p.z), vec3(.1, .98, .62 - .16 * (p.y - 2.))) * .8, 6.);
  put(own, pole(p - vec3(0, 1.72, 0), .9, .14), 6.);
  put(own, taper(p, vec3(0, -.6, 0), vec3(0, 1.6, 0), 1., .62), abs(p.y - .85) < .06 ? 2. : 6.);
  put(own, box(p - vec3(0, .3, -1.25), vec3(.6, .5, .45)), abs(p.x - .2) < .17 && p.y < .5 && p.z < -1.6 ? 7. : 6.);
  put(own, box(p - vec3(0, .84, -1.25), vec3(.68, .05, .52)), 3.);
  put(own, length(vec2(length(p.xz) - 1.04, p.y - 2.08)) - .022, 3.);
  put(r, own.x * size, own.y);
}
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  telescope(r, p - vec3(1.75, .05, 7.2), 1.);
  telescope(r, p - vec3(-4.4, -.1, 24.), .85);
  telescope(r, p - vec3(-13.5, -.1, 40.), .85);
  // The watcher and the lamp.
  vec3 m = (p - vec3(-1.75, land(vec2(-1.75, 3.2)), 3.2)) / .27;
  vec2 man = vec2(1e3, 0);
  figure(man, turnedMan(m), mat4(.34, .9, .22, 0, -.3, .8, .1, 0, .13, 0, 0, 0, -.13, 0, .1, 0), -.04, 20.);
  put(r, man.x * .27, man.y < 20.5 ? 8. : 9.);
  put(r, length(p - lampAt()) - .028, 10.);
  put(r, (p.y - land(p.xz)) * .7, 11.);
  vec3 f = p - vec3(0, land(p.xz), 2.1 + .16 * p.x);
  f.x = mod(f.x, 1.1) - .55;
  put(r, min(rod(f, vec3(0), vec3(0, .42, 0), .022), max(min(abs(f.y - .36), abs(f.y - .2)) - .006, abs(f.z) - .006)) * .8, 9.);
  return r;
}
vec3 heaven(vec2 uv) {
  vec2 q = uv - vec2(-.52, .5);
  float r = length(q), a = atan(q.y, q.x);
  vec3 c = ramp(hex(0xe29a63), hex(0x8a6f6c), hex(0x2a5263), hex(0x0e2138), steps(smoothstep(-.62, .55, uv.y - .12 * cos(uv.x * 1.2)), 10., 1.1));
  float band = floor(r * 80.), rr = r * 80. - band;
  for (int k = 0; k < 2; k++) {
    float f = float(k), from = chance(band * 1.7 + f * 91.) * 6.28318, len = .5 + .55 * chance(band + 40. + f);
    float d = mod(a - from, 6.28318), w = .1 + .17 * chance(band + f * 13.);
    float on = step(d, len) * step(.36, chance(band * 3.1 + f * 7.)) * step(abs(rr - .5), w);
    vec3 star = chance(band + 8. + f) > .8 ? hex(0xf2b277) : chance(band + 3.) > .6 ? hex(0xa9cbd6) : hex(0xf7efd8);
    c = mix(c, star, on * (.35 + .6 * chance(band * 5. + f)) * smoothstep(-.62, -.2, uv.y));
  }
  if (r < .008) c = hex(0xfdf6e0);
  float hills = -.5 + .2 * clouds(vec2(uv.x * 1.3 + 2., 1.)), near = -.56 + .16 * clouds(vec2(uv.x * 1.7 + 8., 4.));
  if (uv.y < hills) c = hex(0x5d5560);
  return uv.y < near ? hex(0x2c3c49) : c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(vec3(-.8, .42, -.42));
  float t = max(dot(n, l), 0.) * shadow(p + n * .03, l, 12., 12.);
  // Dusk from the right as a second, weaker light on edges.
  t = (.12 + .08 * n.y + .86 * t + .12 * max(dot(n, normalize(vec3(.9, -.1, .3))), 0.)) * mix(.55, 1., nook(p, n, .4));
  if (ink < 1.5) return tone(t, 6., .8, 0x24384a, 0x5d7a84, 0xc9c5ad, 0xfdf4dc);
  if (ink < 2.5) return tone(t * .86, 6., .8, 0x1f3242, 0x4c6874, 0xb0b09e, 0xf0e3c6);
  if (ink < 3.5) return tone(t, 0x13202e, 0x2f4757, 0x7e8b88, 0xe9dcbd);
  if (ink < 4.5) return tone(t + .1, 0x2c4050, 0x7d8c8c, 0xe3d8ba, 0xfff6dd);
  if (ink < 5.5) return tone(t + .2, 0x5a1a1c, 0xa52b26, 0xd5432f, 0xf47a4f);
  if (ink < 6.5) return tone(t, 0x17283a, 0x41596a, 0xa3a695, 0xefdfba);
  if (ink < 7.5) return hex(0xffd27a);
  if (ink < 8.5) return tone(t + .15, 0x4a1418, 0x96261f, 0xcc3d2d, 0xf07850);
  if (ink < 9.5) return tone(t, 0x08121b, 0x10202c, 0x213542, 0x5d6a68);
  if (ink < 10.5) return hex(0xfff0bf);
  float glow = exp(-length(p - lampAt()) * 1.3), door = exp(-length((p - vec3(1.2, .1, 5.7)) * vec3(1., 1., .7)) * 1.1);
  vec3 c = tone(t * (.55 + .5 * clouds(p.xz * vec2(1.4, .8))), 4., 1., 0x0b1620, 0x16272f, 0x33474a, 0x7f8a78);
  return mix(c, hex(0xe9a656), steps(max(glow, door * .8), 5., 1.) * .8);
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(-.25, .8, -1.7), rd = lens(ro, vec3(-.1, 2.95, 8.), uv, 1.62);
  vec2 h = trace(ro, rd, 60.);
  if (h.x < 0.) return heaven(uv);
  vec3 p = ro + rd * h.x, c = shade(p, normal(p), h.y);
  return mix(c, hex(0x6b5f66), .8 * steps(smoothstep(12., 60., h.x), 6., 1.));
}
`,
};
