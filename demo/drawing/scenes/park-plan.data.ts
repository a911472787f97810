import type { Scene } from '../darkroom.ts';

/** A park in October from straight above: trees, paths, a river with boats, a bandstand. One unit is ten metres. */
export const PARK_PLAN: Scene = {
  kind: 'lit',
  fine: 0.004,
  walk: 90,
  glsl: `
float river(vec2 p) { return abs(p.y + 1.55 - .42 * p.x - .75 * sin(p.x * .62 + .5)) * .88 - .78 - .12 * sin(p.x * 1.7); }
float path(vec2 p) {
  float a = abs(p.y - 2.75 + .42 * p.x - .5 * sin(p.x * .9)) * .88, b = abs(p.x + 2.3 - .5 * sin(p.y * .8 + 1.)) * .9;
  float c = abs(length(p - vec2(2.55, 1.8)) - 1.55), d = abs(p.y + 3.35 - .3 * p.x - .4 * sin(p.x * .8)) * .9;
  float e = abs(p.x - 4.2 + .22 * p.y - .2 * sin(p.y)) * .95;
  return min(min(a, min(b, d)), min(c, e)) - .17;
}
bool open(vec2 p, float room) {
  return path(p) > room * .75 && river(p) > room * .8 && length(p - vec2(2.55, 1.8)) > 1.6 && length((p - vec2(-4.1, 3.25)) * vec2(.8, 1.2)) > .95;
}
// A wood in a turned grid of cells.
void wood(inout vec2 r, vec3 p, float pitch, float angle, float seed, float share) {
  vec2 q = turn(angle) * p.xz, cell = floor(q / pitch);
  vec2 mid = (cell + .5 + .3 * (vec2(chance(cell + seed), chance(cell + seed + 4.)) - .5)) * pitch;
  float size = pitch * (.24 + .13 * chance(cell + seed + 9.)), thick = clouds(turn(-angle) * mid * .35 + 4.);
  if (chance(cell + seed + 2.) > share * (.4 + 1.3 * thick) || !open(turn(-angle) * mid, size)) { put(r, .3 * pitch, 1.); return; }
  vec3 l = vec3(q - mid, p.y).xzy;
  float lump = .16 * size * (cloud(l.xz * 9. / pitch + cell) + cloud(l.yz * 9. / pitch + 5.) + cloud(l.xy * 9. / pitch + 3.) - 1.5) * 1.3;
  put(r, (egg(l - vec3(0, size * .75, 0), vec3(size, size * .95, size)) + lump) * .7, 20. + floor(chance(cell + seed + 6.) * 6.99));
}
vec2 map(vec3 p) {
  vec2 r = vec2(p.y, 1.);
  if (p.y < 2.6) { wood(r, p, 1.15, .4, 3., .8); wood(r, p, .74, 1.1, 17., .72); }
  // The bandstand, two bridges, boats.
  vec3 b = p - vec3(2.55, 0, 1.8);
  float a = atan(b.z, b.x), oct = length(b.xz) * cos(mod(a + .3927, .7854) - .3927);
  put(r, max(oct - .72, b.y - .95 + oct * .62) * .7, fract((a + .3927) / 1.5708) < .5 ? 2. : 3.);
  put(r, length(b - vec3(0, .98, 0)) - .09, 4.);
  vec3 c = p - vec3(-2.72, .22, -3.2);
  c.xz = turn(.12) * c.xz;
  put(r, box(c, vec3(.26, .06, 1.3)), 5.);
  put(r, box(vec3(abs(c.x) - .27, c.y - .12, c.z), vec3(.035, .1, 1.34)), 6.);
  c = p - vec3(4.16, .22, .22);
  c.xz = turn(-.1) * c.xz;
  put(r, box(c, vec3(.24, .06, 1.3)), 5.);
  put(r, box(vec3(abs(c.x) - .25, c.y - .12, c.z), vec3(.035, .1, 1.34)), 6.);
  for (int i = 0; i < 5; i++) {
    float f = float(i), x = -4.6 + 2.35 * f + .5 * chance(f);
    if (i == 1) continue;
    vec3 q = p - vec3(x, .03, -1.55 + .42 * x + .75 * sin(x * .62 + .5) + .3 * (chance(f + 2.) - .5));
    q.xz = turn(.4 + chance(f) * 1.2) * q.xz;
    float w = .11 * (1. - q.x * q.x / .09);
    put(r, max(max(abs(q.z) - max(w, 0.), abs(q.x) - .3), abs(q.y) - .07) * .6, i == 2 ? 4. : 7.);
    put(r, length(q - vec3(-.05, .09, 0)) - .055, 8.);
  }
  // Strollers on the paths, each a coat with a long shadow.
  for (int i = 0; i < 22; i++) {
    float f = float(i), x = -6. + 12. * chance(f + .5);
    vec2 at = i < 12 ? vec2(x, 2.75 - .42 * x + .5 * sin(x * .9)) : i < 17 ? vec2(x, -3.35 + .3 * x + .4 * sin(x * .8)) : vec2(2.55, 1.8) + 1.55 * vec2(cos(x), sin(x));
    if (river(at) < .1) continue;
    vec3 q = p - vec3(at.x, 0, at.y + .12 * (chance(f + 8.) - .5));
    put(r, min(egg(q - vec3(0, .1, 0), vec3(.05, .12, .04)), length(q - vec3(0, .22, 0)) - .028), i % 4 == 0 ? 4. : i % 4 == 1 ? 9. : i % 4 == 2 ? 8. : 10.);
  }
  return r;
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(uv.x * 4.1, 9., uv.y * 4.1 - .9), rd = normalize(vec3(0., -1., .1));
  vec2 h = trace(ro, rd, 20.);
  vec3 p = ro + rd * h.x, n = normal(p), l = normalize(vec3(-.78, .62, .42));
  float s = shadow(p + n * .02, l, 18., 5.), t = max(dot(n, l), 0.) * s;
  t = (.2 + .8 * t) * mix(.6, 1., nook(p, n, .3));
  float ink = h.y;
  if (ink < 1.5) {
    vec2 q = p.xz;
    float w = river(q), way = path(q);
    if (w < 0.) {
      float line = abs(fract(w * 3.2 + .12 * cloud(q * vec2(2., 2.)) ) - .5);
      vec3 c = ramp(hex(0x1d4a58), hex(0x2c6a78), hex(0x5b9aa0), hex(0xb6d4c6), steps(.35 + .3 * s + .35 * (clouds(q * vec2(.7, 1.5)) - .5), 5., .9));
      if (line > .47 && cloud(q * vec2(1.6, 3.)) > .5) c = hex(0xa8cfc6);
      return w > -.07 ? hex(0xeadfb4) * (.6 + .4 * s) : c;
    }
    if (way < 0. || length(q - vec2(2.55, 1.8)) < 1.) return tone(.35 + .55 * s, 4., .8, 0x5a4a44, 0x9a7a5c, 0xe0c493, 0xf9ebc6);
    float mown = step(.5, fract((q.x * .9 + q.y * .35) * 1.1)), pond = length((q - vec2(-4.1, 3.25)) * vec2(.8, 1.2)) - .62;
    if (pond < 0.) return pond > -.06 ? hex(0xeadfb4) : s > .5 ? hex(0x5b9aa0) : hex(0x2c6a78);
    // Fallen leaves lie under the trees.
    float leaf = step(.74 + .3 * (1. - smoothstep(.4, .62, clouds(q * .35 + 4.))), cloud(q * 15.));
    vec3 c = tone(.16 + .62 * s + .07 * mown + .25 * (clouds(q * .8) - .5), 5., .9, 0x27402f, 0x4d6b3c, 0x97a353, 0xcfc877);
    return mix(c, s > .5 ? hex(0xdc9a3f) : hex(0x7d5a2c), leaf);
  }
  if (ink < 2.5) return tone(t, 0x4a1418, 0x96241f, 0xcc3d2d, 0xee6a48);
  if (ink < 3.5) return tone(t, 0x5a4a44, 0xa99676, 0xf0e0b8, 0xfff6dc);
  if (ink < 4.5) return tone(t + .1, 0x4a1418, 0x96241f, 0xcc3d2d, 0xee6a48);
  if (ink < 5.5) return tone(t, 0x3a2a28, 0x7d5c46, 0xc79a68, 0xf0cf98);
  if (ink < 6.5) return tone(t, 0x2a1f22, 0x5a4038, 0x9a7350, 0xd9ae78);
  if (ink < 7.5) return tone(t, 0x3a2a20, 0x8a5a34, 0xd69a52, 0xf8d596);
  if (ink < 8.5) return tone(t + .1, 0x5a5048, 0xa99a80, 0xf0e4c4, 0xfff9e4);
  if (ink < 9.5) return tone(t, 0x12202c, 0x1f3a50, 0x33607a, 0x7fa8b0);
  if (ink < 10.5) return tone(t + .1, 0x5a3d16, 0xb8842a, 0xe9b545, 0xffe08c);
  int k = int(ink) - 20;
  if (k == 0) return tone(t, 0x14301f, 0x27573a, 0x5c8a48, 0xa8bd62);
  if (k == 1) return tone(t, 0x2a2a18, 0x6a5a22, 0xbf9a38, 0xf0cf6a);
  if (k == 2) return tone(t, 0x331814, 0x84371f, 0xcf6a2c, 0xf5a552);
  if (k == 3) return tone(t, 0x2a1016, 0x7a2420, 0xbf3f2b, 0xee7a4a);
  if (k == 4) return tone(t, 0x102a28, 0x1f4a44, 0x3f7a5e, 0x86ab78);
  if (k == 5) return tone(t, 0x1f2f1c, 0x4f6a2e, 0x93a047, 0xd9d07a);
  return tone(t, 0x33241a, 0x8a5a2a, 0xd99a3e, 0xf9d074);
}
`,
};
