import type { Scene } from '../darkroom.ts';

/** Footballers from straight above in evening sun, their shadows many times their own length. One unit is a metre. */
export const PITCH_SHADOWS: Scene = {
  kind: 'lit',
  fine: 0.006,
  walk: 80,
  glsl: `
// Where each stands, which way each looks, and the side: 0 reds, 1 whites, 2 the referee, 3 a keeper.
const vec4 MEN[17] = vec4[17](
  vec4(-12.5, 3.2, 1.2, 0), vec4(-6.8, -5.4, .7, 0), vec4(-2.2, 1.4, .9, 0), vec4(4.6, 6.2, 1.6, 0), vec4(6.4, -2.2, 1.1, 0), vec4(13.2, 2.4, 1.4, 0), vec4(15.8, -7.6, 1., 0),
  vec4(-16., -1.8, -1.4, 1), vec4(-9., 8., -1.9, 1), vec4(-4., -1., -.9, 1), vec4(1.6, -8.2, -1.2, 1), vec4(.9, 3.6, -2., 1), vec4(9.6, 1., -1.5, 1), vec4(10.6, 8.8, -1.2, 1), vec4(17.6, -1.4, -1.6, 1),
  vec4(-.8, -4.9, .4, 2), vec4(21.6, 1.1, -1.57, 3));
vec2 map(vec3 p) {
  vec2 r = vec2(p.y, 1.);
  if (p.y > 3.6) return vec2(p.y - 3.2, 1.);
  for (int i = 0; i < 17; i++) {
    vec4 m = MEN[i];
    vec3 q = p - vec3(m.x, 0, m.y);
    float f = float(i), away = length(q.xz) - 1.75;
    if (away > .5) { r.x = min(r.x, away); continue; }
    q.xz = turn(m.z - 1.57) * q.xz;
    q /= 1.75;
    float s = sin(f * 2.4), run = m.w < 1.5 ? 1. : .25;
    vec2 man = vec2(1e3, 0);
    figure(man, q, mat4(.36, .95 + .12 * s, .38 * s * run, 0, -.36, .95 - .12 * s, -.38 * s * run, 0, .12, .12 + .2 * max(-s, 0.) * run, -.46 * s * run, 0, -.12, .12 + .2 * max(s, 0.) * run, .46 * s * run, 0), .1 * run, 10. + 4. * m.w);
    put(r, man.x * 1.5, man.y);
  }
  put(r, length(p - vec3(-.1, .42, .6)) - .36, 3.);
  // A flag at the corner of the box would be out of view; the goal is not.
  vec3 g = p - vec3(23.2, 0, 1.);
  put(r, min(rod(vec3(g.x, g.y, abs(g.z)), vec3(0, 0, 3.8), vec3(0, 2.6, 3.8), .12), rod(g, vec3(0, 2.6, -3.8), vec3(0, 2.6, 3.8), .12)), 2.);
  return r;
}
float lines(vec2 p) {
  float d = min(abs(p.x), abs(length(p) - 6.4));
  d = min(d, abs(length(p) - .12));
  vec2 box16 = abs(vec2(p.x - 23.2, p.y - 1.)) - vec2(10.2, 12.4), box5 = abs(vec2(p.x - 23.2, p.y - 1.)) - vec2(4., 6.6);
  d = min(d, min(abs(max(box16.x, box16.y)), abs(max(box5.x, box5.y))));
  d = min(d, abs(p.x - 23.2));
  d = min(d, abs(length(p - vec2(15.8, 1.)) - .1));
  if (p.x < 13.) d = min(d, abs(length(p - vec2(15.8, 1.)) - 5.6));
  return d - .095;
}
vec3 pic(vec2 uv) {
  uv = turn(-.16) * uv;
  vec3 ro = vec3(uv.x * 12.4 + 2.6, 16., uv.y * 12.4 - 1.2), rd = normalize(vec3(0, -1., .13));
  vec2 h = trace(ro, rd, 40.);
  vec3 p = ro + rd * h.x, n = normal(p), l = normalize(vec3(-.82, .27, .3));
  float s = shadow(p + n * .04, l, 60., 16.), ink = h.y;
  if (ink < 1.5) {
    float stripe = step(.5, fract(p.x / 8.)), blade = clouds(p.xz * vec2(.5, .8)) - .5 + .5 * (cloud(p.xz * vec2(5., 3.)) - .5);
    float t = .16 + .5 * step(.4, s) + .15 * stripe + .26 * blade;
    vec3 c = tone(t, 6., .9, 0x12382f, 0x2a6a44, 0x6fa04e, 0xc3cf6c);
    if (lines(p.xz) < 0.) c = s > .4 ? hex(0xfbf2d2) : hex(0x6f9a80);
    return c;
  }
  float t = .16 + .1 * n.y + .84 * max(dot(n, l), 0.) * s;
  if (ink < 3.5) return tone(t + .12, 0x6a7a6a, 0xb5b59a, 0xf7edcf, 0xfffdf0);
  float who = ink - 10., part = mod(who, 4.), side = floor(who / 4.);
  if (part < .5) return side < .5 ? tone(t, 0x4a0f14, 0xa32420, 0xdc4230, 0xff8a5c) : side < 1.5 ? tone(t, 0x5a6a66, 0xaaaf9c, 0xf6ecd0, 0xfffdf0) : side < 2.5 ? tone(t, 0x101218, 0x1d2028, 0x363a44, 0x70707a) : tone(t, 0x5a3d10, 0xc08a22, 0xf2bd3c, 0xffe48c);
  if (part < 1.5) return side < .5 ? tone(t, 0x5a5a54, 0xa9a896, 0xf0e6cc, 0xfffaea) : side < 1.5 ? tone(t, 0x12203a, 0x24406a, 0x3d6490, 0x88a8bc) : tone(t, 0x101218, 0x1d2028, 0x363a44, 0x70707a);
  float a = chance(floor(p.x / 3.) + floor(p.z / 3.) * 7.);
  if (part < 2.5) return a > .5 ? tone(t, 0x2a1610, 0x6a3a24, 0xa8693f, 0xe0a872) : tone(t, 0x4a2c22, 0xa66a48, 0xe0a578, 0xfad8ac);
  return a > .7 ? tone(t, 0x4a2c10, 0x9a6a2a, 0xd9aa54, 0xf8dc98) : tone(t, 0x0f0c0e, 0x241a18, 0x4a352c, 0x8a6a54);
}
`,
};
