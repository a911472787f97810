import type { Scene } from '../darkroom.ts';

/** Rice terraces from above; five red parasols on a path. */
export const TERRACES: Scene = {
  kind: 'flat',
  glsl: `
float height(vec2 p) {
  return .66 * cloud(p * .55 + vec2(3.3, 8.1)) + .24 * cloud(p * 1.35 + vec2(1.3, 2.1)) + .05 * cloud(p * 3.4) + .3 * p.y + .13 * sin(p.x * 1.1 + p.y);
}
// The path runs along a ridge; its distance in the picture's own measure.
vec2 path(float x) { return vec2(x, -.3 + .3 * x + .16 * sin(x * 2.2 + .6) + .05 * sin(x * 5.)); }
vec3 pic(vec2 uv) {
  vec2 p = vec2(uv.x * 1.05 + .2 * uv.y, uv.y * 1.55);
  float n = 15., h = height(p);
  vec2 e = vec2(.004, 0), g = vec2(height(p + e.xy) - height(p - e.xy), height(p + e.yx) - height(p - e.yx)) / .008;
  float steep = length(g) + .02, v = h * n, level = floor(v), t = fract(v), low = t / n / steep, up = (1. - t) / n / steep;
  // A field is a stretch of one level; water, seedlings or ripening rice stand in it.
  float cut = p.x * .85 + level * .37 + .12 * sin(p.y * 9. + level), field = floor(cut), kind = chance(vec2(field, level) + .7);
  float dike = min(fract(cut), 1. - fract(cut)) / .85;
  vec3 c;
  if (kind > .52) {
    // Water holds the sky: light towards the top left, with a few clouds.
    float s = clouds(p * 1.5 + vec2(level * .13, 0.));
    c = ramp(hex(0x6fa3a8), hex(0xa9cbc3), hex(0xe6e2c8), hex(0xfff4da), steps(smoothstep(.25, .72, s + .12 * uv.y - .08 * uv.x), 5., .9));
    float row = step(.8, fract(low * 34. + .12 * cloud(p * 8.))) * step(.45, fract(p.x * 26. + .3 * level)) * step(.03, low);
    if (kind < .74) c = mix(c, hex(0x4f7f52), row * .85);
  } else {
    c = kind < .16 ? hex(0xd9b44c) : kind < .3 ? hex(0xa3b04d) : kind < .42 ? hex(0x5f8f4c) : hex(0x33684a);
    float row = fract(low * 40. + .1 * cloud(p * 10.));
    c *= row > .55 ? .86 : 1.04;
    c *= .94 + .1 * steps(clouds(p * 5.), 3., 1.);
  }
  // Banks: lit where they face the morning at the top left, dark where they do not.
  float lit = dot(normalize(g), normalize(vec2(.62, -.78))), bank = .018 + .014 * chance(level);
  if (dike < .012) c = mix(c, hex(0x6f7a3f), .9);
  if (up < bank) c = lit > .25 ? hex(0xc99b5e) : lit > -.35 ? hex(0x7c6a3c) : hex(0x35503c);
  if (up < bank * .3) c = hex(0x22382c);
  if (up > bank && up < bank + .03 * max(0., -lit)) c = mix(c, hex(0x2b4a44), .5);
  if (low < .006) c = hex(0xf6eccb);
  // Scattered trees and two huts where the hill is flat enough.
  vec2 cell = floor(uv * 7.), at = (cell + .5 + .7 * (vec2(chance(cell), chance(cell + 7.)) - .5)) / 7.;
  float size = .014 + .022 * chance(cell + 3.), grow = step(.9, chance(cell + 13.));
  if (grow > .5) {
    vec2 q = uv - at;
    if (length((q - vec2(.6, -.5) * size * 1.3) * vec2(1., 1.)) < size * 1.05) c *= .58;
    float d = length(q) + .006 * sin(atan(q.y, q.x) * 7. + cell.x) - size;
    if (d < 0.) c = dot(q, vec2(-.7, .7)) > size * (.15 + dust() * .5) ? hex(0x6f9a4e) : hex(0x1f4a36);
  }
  // The path and the walkers.
  vec2 w = path(uv.x);
  float slope = (path(uv.x + .01).y - path(uv.x - .01).y) / .02, away = abs(uv.y - w.y) / sqrt(1. + slope * slope);
  if (away < .026) c = hex(0x5e4a30);
  if (away < .02) c = dust() > .28 ? hex(0xd9b988) : hex(0xf1dcae);
  for (int i = 0; i < 5; i++) {
    float f = float(i);
    vec2 q = uv - path(-.52 + .205 * f + .035 * sin(f * 4.)) - vec2(0., .006 * sin(f * 7.));
    vec2 s = q - vec2(.062, -.05);
    if (length(turn(.68) * s * vec2(.62, 1.15)) < .034) c = mix(c, hex(0x1d2f2b), .72);
    float rad = length(q), a = atan(q.y, q.x);
    if (rad < .043 - .003 * abs(sin(a * 4.))) {
      float lightside = dot(normalize(q + 1e-5), normalize(vec2(-.62, .78)));
      c = lightside > .35 + dust() * .5 ? hex(0xec6146) : lightside > -.45 + dust() * .5 ? hex(0xcf3a2b) : hex(0x8f2022);
      if (abs(sin(a * 4.)) < .11) c = hex(0x8f2022);
      if (rad < .007) c = hex(0xf9efd2);
      if (rad > .034 && rad < .038) c = hex(0xf3d9a0);
    }
  }
  return c;
}
`,
};
