import type { Scene } from '../darkroom.ts';

/** A spiral stair with a red carpet, seen straight down. One unit is a metre, down is along z. */
export const SPIRAL_STAIR: Scene = {
  kind: 'lit',
  fine: 0.002,
  walk: 190,
  glsl: `
const float RISE = 3.5, OUTER = 3.1, STEPS = 26.;

// Steps wind about the z axis; each turn sinks by RISE. The well is open to the floor.
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  float rad = length(p.xy), a = atan(p.y, p.x) / 6.28318, inner = .86;
  float n = floor(a * STEPS), climb = (n + .5) / STEPS * RISE;
  float z = mod(p.z - climb + RISE * .5, RISE) - RISE * .5;
  // A tread and the slab below it.
  float tread = max(abs(z - .13) - .13, max(inner - rad, rad - OUTER));
  float slope = mod(p.z - a * RISE + RISE * .5, RISE) - RISE * .5;
  tread = min(tread, max(abs(slope - .27) - .13, max(inner - rad, rad - OUTER)));
  put(r, tread * .75, rad > 1.42 && rad < 2.72 ? 2. : 1.);
  // The string, the balusters and the handrail, about the well.
  put(r, max(abs(rad - inner) - .045, abs(slope - .1) - .3) * .8, 3.);
  put(r, length(vec2(rad - inner, slope + .92)) * .8 - .055, 4.);
  float b = (fract(a * STEPS * 2.) - .5) * 6.28318 * rad / STEPS / 2.;
  put(r, max(length(vec2(b, rad - inner)) - .02, max(-slope - .92, slope)) * .7, 5.);
  // The wall with a dado, and a rail of its own.
  put(r, (OUTER - rad) * .9, slope > -1.05 ? (slope > -.98 ? 6. : 4.) : 7.);
  // The stair ends on the top floor.
  r.x = max(r.x, -1.86 - p.z);
  put(r, 27. - p.z, 8.);
  return r;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  // Daylight from the skylight falls to one side; every turn down is darker.
  vec3 l = normalize(vec3(-.62, .5, -.9));
  float deep = clamp((p.z + 1.) / 22., 0., 1.);
  float t = max(dot(n, l), 0.) * mix(.35, 1., shadow(p + n * .03, l, 9., 1.5));
  t = (.17 + .16 * max(-n.z, 0.) + .34 * max(dot(n.xy, normalize(vec2(-.62, .5))), 0.) + .68 * t * (.55 + .45 * dot(normalize(p.xy), normalize(vec2(.62, -.5))))) * mix(.45, 1., nook(p, n, .5));
  t *= mix(1.15, .42, pow(deep, .8));
  float a = atan(p.y, p.x) / 6.28318;
  if (ink < 1.5) return tone(t, 6., .7, 0x231a24, 0x6a4a42, 0xd3a46c, 0xfbeaca);
  if (ink < 2.5) {
    float edge = min(length(p.xy) - 1.42, 2.72 - length(p.xy));
    if (edge < .07 && edge > .03) return tone(t, 0x2a1418, 0x6a3a1f, 0xc98d3a, 0xf4cc74);
    return tone(t, 6., .7, 0x230f18, 0x6a181f, 0xb02a27, 0xdf553b);
  }
  if (ink < 3.5) return tone(t, 0x1b1a24, 0x4f4650, 0xb59f86, 0xf3e2c2);
  if (ink < 4.5) return tone(t + .06, 0x26131a, 0x6a3626, 0xb86f35, 0xf0b863);
  if (ink < 5.5) return tone(t, 0x0e1218, 0x18242c, 0x2f4a52, 0x7fa59f);
  if (ink < 6.5) return tone(t, 5., .7, 0x10202a, 0x1f414b, 0x336b70, 0x7fb0a6);
  if (ink < 7.5) return tone(t, 5., .7, 0x1a222c, 0x4b5a5c, 0xa8a68e, 0xf0e4c4);
  vec2 f = floor(p.xy * 2.4);
  return mod(f.x + f.y, 2.) < .5 ? hex(0xf6e6bd) : hex(0x6f5a4c);
}
vec3 pic(vec2 uv) {
  uv = turn(.5) * uv;
  vec3 ro = vec3(.1, -.1, -5.3), rd = normalize(vec3(uv * .56, 1.) + vec3(-.012, .016, 0.));
  vec2 h = trace(ro, rd, 40.);
  vec3 p = ro + rd * h.x;
  return shade(p, normal(p), h.y);
}
`,
};
