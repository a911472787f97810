import type { Scene } from '../darkroom.ts';

/** A singer throws long white sleeves on a stage between red curtains. One unit is a metre; the boards are at 0. */
export const OPERA_SLEEVES: Scene = {
  kind: 'lit',
  fine: 0.0015,
  walk: 160,
  glsl: `
const vec3 LAMP = vec3(-2.1, 3.2, -8.);

// A sleeve is a band over the way u from the hand: where its middle runs, how wide and how twisted it is.
float band(vec3 p, float u, vec2 mid, float half_width, float twist) {
  vec2 q = turn(twist) * (p.yz - mid);
  vec2 e = abs(q) - vec2(half_width, .012);
  float side = max(abs(u - .5) - .5, 0.) * 1.6;
  return length(vec3(max(e, 0.), side)) + min(max(e.x, e.y), 0.);
}
float sleeves(vec3 p) {
  // To the left and up, falling at the end; to the right and down to the boards.
  float u = (-.6 - p.x) / 1.62, v = clamp(u, 0., 1.);
  vec2 mid = vec2(1.62 + 1.08 * sin(v * 2.5) - .95 * v * v * v + .16 * sin(v * 11.), -.1 - .25 * sin(v * 6.));
  float d = band(p, u, mid, .09 + .13 * smoothstep(0., .4, v), .5 * sin(v * 7. + .4)) * .62;
  u = (p.x - .7) / 1.6;
  v = clamp(u, 0., 1.);
  mid = vec2(1.42 + .36 * sin(v * 4.4) - 1.5 * v * v + .13 * sin(v * 12. + 1.), -.15 - .35 * sin(v * 5.));
  return min(d, band(p, u, mid, .09 + .13 * smoothstep(0., .4, v), .55 * sin(v * 8. + 2.)) * .62);
}
// Inks: 1 white silk, 2 red, 3 face, 4 hair, 5 gold, 6 teal, 7 curtain, 8 boards, 9 cloth behind, 10 dark, 11 lamps.
void singer(inout vec2 r, vec3 p) {
  if (length(p - vec3(0, 1.4, 0)) > 4.) { put(r, length(p - vec3(0, 1.4, 0)) - 3.4, 1.); return; }
  float a = atan(p.x, p.z), fold = .035 * sin(a * 13. + p.y * 2.) * smoothstep(1.1, 0., p.y);
  vec3 g = p - vec3(.14 * sin(p.y * 2.2 + .4) - .05, 0, 0);
  float y = clamp(p.y, 0., 1.12), gown = length(g.xz) - (.13 + .52 * pow(1. - y / 1.12, 1.7)) - fold;
  put(r, max(gown, max(p.y - 1.12, -p.y)) * .6, abs(a + 3.1416 * sign(-a)) < .34 + .1 * p.y ? 2. : 1.);
  vec3 waist = vec3(.07, 1.08, 0), neck = vec3(-.03, 1.6, -.03);
  put(r, taper(p, waist, neck - vec3(0, .1, 0), .135, .15), abs(p.x - .03 - .16 * (p.y - 1.15)) < .05 && p.z < 0. ? 6. : 1.);
  put(r, max(abs(p.y - 1.13) - .075, length(p.xz - waist.xz) - .165), 2.);
  put(r, rod(p, vec3(.0, 1.1, -.16), vec3(-.06, .5, -.34), .025), 2.);
  put(r, egg(p - neck + vec3(0, .06, 0), vec3(.24, .06, .17)), 6.);
  put(r, min(taper(p, neck + vec3(-.16, -.1, 0), vec3(-.62, 1.62, -.1), .085, .12), taper(p, neck + vec3(.16, -.1, 0), vec3(.72, 1.42, -.15), .085, .12)), 1.);
  put(r, sleeves(p), 1.);
  vec3 head = p - neck - vec3(-.04, .23, -.03);
  head.xy = turn(.16) * head.xy;
  head.xz = turn(-.3) * head.xz;
  put(r, min(egg(head, vec3(.105, .142, .115)), rod(p, neck - vec3(0, .1, 0), neck + vec3(-.03, .14, 0), .05)), 3.);
  put(r, max(egg(head - vec3(0, .035, .03), vec3(.128, .155, .132)), -(head.y + head.z * .9 + .015)), 4.);
  put(r, length(head - vec3(0, .2, .06)) - .075, 4.);
  vec3 h = head;
  h.x = abs(h.x);
  put(r, egg(h - vec3(0, .15, -.085), vec3(.15, .045, .03)), 5.);
  put(r, min(length(h - vec3(.05, .2, -.08)) - .026, length(h - vec3(.12, .17, -.07)) - .026), 2.);
  put(r, min(length(h - vec3(0, .225, -.07)) - .034, length(h - vec3(.15, .06, -.03)) - .022), 6.);
  put(r, rod(h, vec3(.15, .05, -.03), vec3(.16, -.16, -.03), .008), 5.);
  put(r, length(h - vec3(.16, -.17, -.03)) - .02, 2.);
  // Two pheasant's feathers bow outwards.
  float t = clamp((h.y - .2) / .75, 0., 1.);
  vec3 f = h - vec3(.06 + .62 * t * t, h.y, .06 + .2 * t);
  put(r, max(length(f.xz) - .018 * (1.15 - t), max(.2 - h.y, h.y - .95)) * .6, fract(t * 9.) < .4 ? 4. : 5.);
}
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  singer(r, (p - vec3(.1, 0, 1.)) / 1.28);
  r.x *= 1.28;
  put(r, p.y, 8.);
  put(r, 4.2 - p.z, 9.);
  // Curtains: drawn aside, caught by a cord.
  float side = abs(p.x), tie = .62 * exp(-pow(p.y - 1.5, 2.) * 1.4), edge = 2.72 + tie;
  float fold = .13 * sin(side * 11. + .5 * sin(p.y * 1.5)) + .05 * sin(side * 23. + 2.);
  put(r, max(abs(p.z + .1 - fold) - .05, edge - side) * .55, abs(p.y - 1.5) < .06 ? 5. : 7.);
  float swag = 3.62 - .34 * abs(sin(p.x * 1.15 + 1.57));
  put(r, max(abs(p.z + .42 - .08 * sin(p.x * 9.)) - .06, swag - p.y) * .6, p.y < swag + .09 ? 5. : 7.);
  // Footlights behind their board.
  put(r, box(p - vec3(0, .03, -1.35), vec3(9., .09, .05)), 10.);
  vec3 q = p - vec3(0, .06, -1.2);
  q.x = mod(q.x + .45, .9) - .45;
  put(r, length(q) - .055, 11.);
  return r;
}
vec3 backcloth(vec3 p) {
  vec3 c = hex(0x2f6470);
  vec2 m = p.xy - vec2(.75, 2.75);
  if (length(m) < 1.55) c = hex(0xf6dfa6);
  float hill = .75 + .55 * clouds(vec2(p.x * .55 + 3., 1.)) + .12 * sin(p.x * 1.4);
  if (p.y < hill) c = hex(0x245061);
  if (p.y < hill - .35 + .2 * sin(p.x * 2.1 + 1.)) c = hex(0x1a3d50);
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 to = LAMP - p, l = normalize(to);
  float cone = smoothstep(.86, .95, dot(normalize(p - LAMP), normalize(vec3(.1, 1.1, 1.) - LAMP)));
  // Silk lets light through: its far side is bright too.
  float s = max(dot(n, l), ink < 1.5 ? -.8 * dot(n, l) : 0.) * shadow(p + (ink < 1.5 ? l : n) * .05, l, 20., length(to));
  float t = .17 + .82 * s * (.4 + .6 * cone) + .16 * max(-n.y, 0.) * step(ink, 6.5) + .1 * max(dot(n, normalize(vec3(.2, -.6, -.8))), 0.);
  t *= mix(.6, 1., nook(p, n, .25));
  if (ink < 1.5) return tone(t * 1.12, 6., .7, 0x3b4654, 0x9b8f86, 0xf0dfbf, 0xfffaea);
  if (ink < 2.5) return tone(t, 0x3f0f16, 0x8f1f22, 0xc9382c, 0xf06a48);
  if (ink < 3.5) {
    vec3 q = (p - vec3(.1, 0, 1.)) / 1.28 - vec3(-.07, 1.83, -.06);
    q.xy = turn(.16) * q.xy;
    q.xz = turn(-.3) * q.xz;
    vec2 e = vec2(abs(q.x), q.y);
    if (q.z < 0. && length((e - vec2(.042, .012 + .2 * (e.x - .042))) * vec2(1., 2.6)) < .024) return hex(0x1c1218);
    if (q.z < 0. && abs(e.y - .055 - .25 * (e.x - .04)) < .006 && abs(e.x - .045) < .03) return hex(0x1c1218);
    if (q.z < 0. && length((q.xy + vec2(0, .078)) * vec2(1., 1.7)) < .02) return hex(0xc02f2a);
    vec3 c = tone(t * 1.1, 0x6a4a4a, 0xc9a28c, 0xf8e4cd, 0xfff6e6);
    return q.z < 0. && length(e - vec2(.055, -.025)) < .034 ? mix(c, hex(0xe0705f), .62) : c;
  }
  if (ink < 4.5) return tone(t, 0x0d0c12, 0x17151d, 0x2b2833, 0x5d5560);
  if (ink < 5.5) return tone(t + .08, 0x4a2c14, 0xa06a24, 0xdfa23c, 0xffdc86);
  if (ink < 6.5) return tone(t, 0x0e2a30, 0x1f5b62, 0x2f8a8c, 0x7fc0b4);
  if (ink < 7.5) return tone(t * 1.05 + .1 * smoothstep(1.2, -.4, p.y) , 6., .8, 0x2a0a12, 0x6d1519, 0xa42522, 0xd84a38);
  if (ink < 8.5) {
    float plank = floor(p.x * 3.1), seam = step(fract(p.x * 3.1), .04);
    float pool = length((p.xz - vec2(.35, 1.15)) * vec2(.62, 1.));
    float k = (.2 + .8 * s * smoothstep(1.75 + dust() * .1, 1.45, pool) + .18 * s) * (.88 + .2 * chance(plank));
    return tone(k * (1. - .4 * seam), 5., .7, 0x2a1414, 0x5e3020, 0xb56d38, 0xf3c87e);
  }
  if (ink < 9.5) {
    float k = shadow(p + n * .02, l, 20., length(to)), pool = length((p.xy - vec2(1.1, 1.2)) * vec2(.8, 1.));
    if (length(p.xy - vec2(.75, 2.75)) < 1.55 && p.y > 1.3) return hex(0xfbe6ae);
    return backcloth(p) * (.82 + .4 * steps(smoothstep(4.2, 1.6, pool), 4., 1.)) * mix(.58, 1., step(.5, k));
  }
  return ink < 10.5 ? tone(t, 0x120a0e, 0x24141a, 0x4a2a24, 0x8a5a3a) : hex(0xfff1c4);
}
vec3 pic(vec2 uv) {
  // The stalls: rows of heads against the light of the stage.
  for (int k = 1; k >= 0; k--) {
    float row = float(k), w = .17 - .035 * row, x = (uv.x + .07 * row) / w, i = floor(x);
    vec2 q = vec2(fract(x) - .5 + .16 * (chance(i + row * 7.) - .5), (uv.y + .97 - .075 * row - .05 * chance(i + 3. + row)) / w);
    float d = min(length(q * vec2(1., .86)) - .27, max(abs(q.x) - .46 + .3 * smoothstep(-.5, -.22, q.y), q.y + .24));
    if (k == 0 && d < 0.) return hex(0x0d0a10);
  }
  vec3 ro = vec3(0, 1.75, -8.4), rd = lens(ro, vec3(0, 1.62, 1.), uv, 3.75);
  vec2 h = trace(ro, rd, 30.);
  vec3 p = ro + rd * h.x, c = shade(p, normal(p), h.y);
  float w = .135, x = (uv.x + .07) / w, i = floor(x);
  vec2 q = vec2(fract(x) - .5 + .16 * (chance(i + 7.) - .5), (uv.y + .86 - .05 * chance(i + 4.)) / w);
  float d = min(length(q * vec2(1., .86)) - .27, max(abs(q.x) - .46 + .3 * smoothstep(-.5, -.22, q.y), q.y + .24));
  return d < 0. ? (d > -.035 && q.y > 0. && chance(i) > .2 ? hex(0x7a3a2c) : hex(0x1c1219)) : c;
}
`,
};
