import type { Scene } from '../darkroom.ts';

/** Rows of shipping containers from above in evening light, a crane astride one row. One unit is a container's width. */
export const CONTAINERS: Scene = {
  kind: 'lit',
  fine: 0.004,
  walk: 190,
  glsl: `
// A block is five rows deep with a lane after it; a container is 2.5 long. Stacks are one to four high, or missing.
float stack(vec2 cell) {
  float lane = step(4.5, mod(cell.y, 6.)), road = step(6.5, mod(cell.x, 8.));
  float thick = cloud(cell * .21 + 3.), a = chance(cell * 1.3 + .4);
  if (abs(cell.x - 2.5) < 1.1 && abs(cell.y - 5.) < 1.6) return 0.;
  return lane + road > .5 ? 0. : floor(clamp(thick * 6.2 - .9 + (a - .5) * 2.6, 0., 4.99));
}
const vec2 PITCH = vec2(2.62, 1.06);
vec2 map(vec3 p) {
  vec2 r = vec2(p.y > 4.5 ? p.y - 4.2 : p.y, 1.);
  vec2 cell = floor(p.xz / PITCH), q = p.xz - (cell + .5) * PITCH;
  float high = stack(cell);
  if (p.y < 4.5) {
    float roof = high * 1.04, d = max(box(vec3(q.x, 0, q.y), vec3(1.25, 1., .48)), p.y - roof);
    float k = floor(clamp(p.y / 1.04, 0., max(high - 1., 0.)));
    // A slit between one container and the next above.
    float slit = abs(mod(p.y + .02, 1.04)) < .035 && p.y > .2 && p.y < roof - .2 ? .02 : 0.;
    if (high > .5) put(r, d + slit, 20. + k);
    // No ray may step over the next cell.
    vec2 edge = PITCH * .5 - abs(q) + .04;
    r.x = min(r.x, min(edge.x, edge.y));
  }
  // The straddle crane, its load under it.
  vec3 c = p - vec3(2.5 * PITCH.x + .6, 0, 5.5 * PITCH.y - .4);
  vec3 a = vec3(abs(c.x) - 1.5, c.y, abs(c.z) - 1.1);
  put(r, box(a - vec3(0, 2.5, 0), vec3(.1, 2.5, .1)), 3.);
  put(r, box(vec3(a.x, c.y - 5., c.z), vec3(.14, .16, 1.2)), 3.);
  put(r, box(vec3(c.x, c.y - 5., a.z), vec3(1.6, .12, .12)), 3.);
  put(r, box(c - vec3(0, 5.1, .3), vec3(.5, .22, .5)), 3.);
  put(r, box(c - vec3(-1.2, 4.5, -1.1), vec3(.3, .36, .3)), 5.);
  put(r, box(vec3(a.x, c.y - .22, a.z), vec3(.34, .22, .13)), 4.);
  put(r, box(c - vec3(0, 2.6, 0), vec3(1.25, .5, .48)), 26.);
  put(r, min(rod(vec3(abs(c.x), c.yz), vec3(1., 3.1, 0), vec3(.5, 5., .2), .03), box(c - vec3(0, 3.16, 0), vec3(1.2, .06, .3))), 4.);
  // Two lorries on the road and people in yellow on the lanes.
  for (int i = 0; i < 3; i++) {
    float f = float(i);
    vec3 t = p - vec3((-.5 + 8. * (f - 1.)) * PITCH.x + .45 * (f == 1. ? 1. : -1.), 0, f == 0. ? 2.2 : f == 1. ? -7.4 : -3.);
    put(r, box(t - vec3(0, .88, .5), vec3(.48, .5, 1.25)), 27. + f);
    put(r, box(t - vec3(0, .75, -1.2), vec3(.46, .62, .3)), 2.);
    put(r, box(t - vec3(0, .22, 0), vec3(.42, .16, 1.6)), 4.);
    vec3 m = p - vec3(-2.6 + f * 6.2, 0, 5.5 * PITCH.y - 6. * PITCH.y * f + .25);
    put(r, taper(m, vec3(0, .1, 0), vec3(0, .52, 0), .13, .14), 6.);
    put(r, length(m - vec3(0, .76, 0)) - .1, 2.);
  }
  return r;
}
vec3 paint(float t, float k) {
  if (k < 1.) return tone(t, 0x3a0f16, 0x8f211f, 0xcc392b, 0xf27350);
  if (k < 2.) return tone(t, 0x0e2730, 0x17505a, 0x25808a, 0x77b9b4);
  if (k < 3.) return tone(t, 0x432812, 0xa46a20, 0xe3a038, 0xffd57e);
  if (k < 4.) return tone(t, 0x131a33, 0x24325e, 0x3d528a, 0x8797bd);
  if (k < 5.) return tone(t, 0x4a443e, 0xa5997f, 0xefe2c2, 0xfffaea);
  if (k < 6.) return tone(t, 0x22302c, 0x4a625a, 0x7f988c, 0xbdccbc);
  return tone(t, 0x33161a, 0x74302a, 0xb0573c, 0xe59a6a);
}
vec3 pic(vec2 uv) {
  // Parallel rays: a plan seen on the slant, turned against the rows.
  vec3 w = normalize(vec3(-.5, -1.02, .62)), u = normalize(cross(vec3(0, 1, 0), w)), v = cross(w, u);
  vec3 ro = (uv.x * u + uv.y * v) * 8.2 - w * 22. + vec3(2., 0, -1.5), rd = w;
  vec2 h = trace(ro, rd, 60.);
  vec3 p = ro + rd * h.x, n = normal(p), l = normalize(vec3(-.78, .66, -.34));
  float t = max(dot(n, l), 0.) * shadow(p + n * .02, l, 400., 9.);
  t = (.15 + .07 * n.y + .84 * t) * (h.y < 1.5 ? 1. : mix(.72, 1., smoothstep(0., .6, p.y)));
  float ink = h.y;
  if (ink < 1.5) {
    vec2 cell = floor(p.xz / PITCH), f = p.xz / PITCH;
    bool lane = mod(cell.y, 6.) > 4.5, road = mod(cell.x, 8.) > 6.5;
    vec3 c = tone(t * .92 + .12 * (clouds(p.xz * .7) - .5), 6., .9, 0x33313c, 0x6d6462, 0xc5b497, 0xf3e4c0);
    float z = mod(f.y, 6.) - 4.5, x = mod(f.x, 8.) - 7.5;
    if (road && abs(x) < .02 && fract(p.z * .55) < .5) c = mix(c, hex(0xf6ecd0), .8);
    if (!road && (abs(z - .02) < .035 || abs(z - 1.) < .035) || !lane && abs(abs(x) - .46) < .014) c = mix(c, hex(0xe3a038), .8);
    return c;
  }
  if (ink < 2.5) return tone(t + .1, 0x5a5048, 0xa99a80, 0xf0e4c4, 0xfff9e4);
  if (ink < 3.5) return tone(t, 0x4a2c10, 0xb4761f, 0xf0b03a, 0xffdf8c);
  if (ink < 4.5) return tone(t, 0x14161f, 0x24262f, 0x45454c, 0x7d7873);
  if (ink < 5.5) return tone(t, 0x1a2b38, 0x2c5468, 0x6da0a8, 0xd5e4da);
  if (ink < 6.5) return tone(t + .15, 0x6a4a10, 0xd9a92a, 0xf7d648, 0xfff09a);
  // Corrugated sides, smoother roofs, doors with their bars, rust here and there.
  vec2 cell = floor(p.xz / PITCH);
  float k = ink - 20., one = chance(cell * 3.1 + k * 7.3), wave = abs(n.z) > .5 ? fract(p.x * 5.) : n.y > .5 ? fract(p.x * 2.5) : .5;
  t *= n.y > .5 ? 1. - .1 * step(.8, wave) : 1. - .24 * step(.55, wave);
  if (abs(n.x) > .5) t *= abs(abs(fract(p.z / PITCH.y) - .5) - .13) < .02 || abs(fract(p.z / PITCH.y) - .5) < .012 ? .6 : 1.;
  if (n.y > .5) t *= 1. - .2 * step(.62, clouds(p.xz * 1.6 + cell));
  return paint(t, k > 5.5 ? mod(k - 6., 4.) : one * 6.99);
}
`,
};
