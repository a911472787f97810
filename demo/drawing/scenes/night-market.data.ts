import type { Scene } from '../darkroom.ts';

/** A night market: stalls piled with mangoes, a lamp over each, buyers between them. One unit is a metre. */
export const NIGHT_MARKET: Scene = {
  kind: 'lit',
  fine: 0.002,
  walk: 150,
  glsl: `
const float PITCH = 3.3, LAST = 6.;

// The lamp of stall k on a side (−1 or 1).
vec3 lamp(float k, float side) { return vec3(side * (1.42 + .1 * chance(k + side)), 1.98, k * PITCH + .25 * side); }
// Fruit lies in layers of a heap; l is measured from the heap's middle on the table.
float fruit(vec3 l, float k) {
  float out_of = egg(l - vec3(0, -.06, 0), vec3(.5, .46, .98));
  if (out_of > .16) return out_of - .06;
  float d = 1e3;
  vec3 size = vec3(.155, .13, .19);
  for (int i = 0; i < 8; i++) {
    vec3 c = floor(l / size + vec3(i & 1, (i >> 1) & 1, (i >> 2) & 1) - .5);
    vec3 mid = (c + .5 + .24 * (vec3(chance(c.xy + c.z), chance(c.yz + k), chance(c.zx + 3.)) - .5)) * size;
    if (egg(mid - vec3(0, -.06, 0), vec3(.46, .42, .94)) < 0.) d = min(d, egg(l - mid, vec3(.083, .076, .105)));
  }
  return d;
}
// Inks: 1 ground, 2 awning, 3 timber, 4 fruit, 5 lamp, 6 tin, 7 cloth, 8 a wall behind, 9 bulbs on a string.
vec2 map(vec3 p) {
  vec2 r = vec2(p.y + .012 * cloud(p.xz * 6.), 1.);
  float side = p.x < 0. ? -1. : 1., k = clamp(floor(p.z / PITCH + .5), 0., LAST);
  vec3 l = p - vec3(side * 2.02, 0, k * PITCH);
  l.x *= side;
  put(r, box(l - vec3(0, .42, 0), vec3(.52, .4, 1.22)) - .01, l.y > .8 ? 3. : 7.);
  put(r, fruit(l - vec3(-.02, .84, .0), k + side * 9.) * .8, 4.);
  // Baskets before the table.
  vec3 b = l - vec3(-.78, .17, .75);
  put(r, max(pole(b, .24 + .25 * b.y, .17), -(pole(b - vec3(0, .08, 0), .2 + .25 * b.y, .17))) * .8, 3.);
  put(r, fruit((l - vec3(-.78, .24, .75)) * vec3(1.9, 1.6, 3.6), k + 4.) * .28, 4.);
  put(r, rod(vec3(l.x, l.y, abs(l.z)), vec3(-.62, 0, 1.32), vec3(-.62, 2.2, 1.32), .035), 3.);
  put(r, rod(vec3(l.x, l.y, abs(l.z)), vec3(.75, 0, 1.32), vec3(.75, 2.75, 1.32), .035), 3.);
  float hang = 2.5 + .36 * l.x - .07 * cos(l.z * 2.2), scallop = .17 + .05 * abs(sin(l.z * 7.2));
  put(r, max(abs(l.y - hang) - .02, max(abs(l.x + .05) - .95, abs(l.z) - 1.5)) * .8, 2.);
  put(r, max(abs(l.x + 1.) - .015, max(abs(l.y - 2.14 + scallop * .5) - scallop * .5, abs(l.z) - 1.5)) * .7, 2.);
  vec3 m = p - lamp(k, side);
  put(r, egg(m, vec3(.075, .1, .075)), 5.);
  put(r, max(abs(length(m.xz) - .05 - .32 * (.2 - m.y)) - .012, abs(m.y - .13) - .075) * .8, 6.);
  put(r, rod(m, vec3(0, .2, 0), vec3(0, .5, 0), .012), 6.);
  put(r, max(max(p.y - 3.5 - 2.2 * chance(k + side * 3.), 3.35 - abs(p.x)), abs(l.z) - 1.62) * .9, 8.);
  // A vendor behind every other stall.
  vec3 v = vec3(-(p.x - side * 3.3) * 0. + l.z, p.y, -(l.x - .92));
  if (chance(k * 3. + side) > .3) figure(r, v * vec3(1, 1, -1), mat4(.32, 1.05, .42, 0, -.3, .98, .36, 0, .12, 0, 0, 0, -.12, 0, 0, 0), .08, 30. + 4. * mod(k + step(0., side), 3.));
  // Buyers.
  vec3 q = p - vec3(.72, 0, 2.7);
  q.xz = turn(-1.9) * q.xz;
  figure(r, q, mat4(.3, 1.12, .42, 0, -.3, .8, .1, 0, .13, 0, .1, 0, -.13, 0, -.1, 0), .02, 34.);
  q = p - vec3(-.55, 0, 5.);
  q.xz = turn(.2) * q.xz;
  figure(r, q, mat4(.26, .8, .12, 0, -.38, .62, -.05, 0, .12, 0, .3, 0, -.12, 0, -.26, 0), .04, 38.);
  put(r, box(p - vec3(-.93, .42, 4.95), vec3(.05, .17, .16)) - .02, 7.);
  q = p - vec3(.2, 0, 9.4);
  figure(r, q, mat4(.3, .8, .1, 0, -.3, .8, .1, 0, .12, 0, -.2, 0, -.12, 0, .25, 0), .02, 30.);
  q = (p - vec3(.62, 0, 9.2)) / .68;
  vec2 child = vec2(1e3, 0);
  figure(child, q, mat4(.3, .8, .1, 0, -.42, 1.2, .1, 0, .12, 0, .2, 0, -.12, 0, -.25, 0), .02, 34.);
  put(r, child.x * .68, child.y);
  q = p - vec3(-.2, 0, 14.);
  figure(r, q, mat4(.3, .8, .1, 0, -.3, .8, .1, 0, .12, 0, -.2, 0, -.12, 0, .25, 0), .02, 38.);
  // Strings of bulbs across the street.
  vec3 s = p - vec3(0, 3.15 + .075 * p.x * p.x, 0);
  s.z = mod(s.z - 1.6, PITCH * 1.5) - PITCH * .75;
  put(r, max(length(s.yz) - .01, abs(s.x) - 3.6) * .8, 6.);
  s.x = mod(s.x + .25, .5) - .25;
  if (abs(p.x) < 3.5) put(r, length(s + vec3(0, .05, 0)) - .045, 9.);
  return r;
}
vec3 lightOn(vec3 p, vec3 n) {
  // x: how bright, from the nearest lamps; the nearest one throws shadows.
  float k0 = clamp(floor(p.z / PITCH + .5), 0., LAST), side0 = p.x < 0. ? -1. : 1., sum = 0.;
  for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j += 2) {
    float k = clamp(k0 + float(i), 0., LAST);
    if (i != 0 && k == k0) continue;
    vec3 to = lamp(k, float(j)) - p;
    float far = length(to), s = i == 0 ? shadow(p + n * .03, to / far, 10., far - .2) : .8;
    sum += s * (max(dot(n, to / far), 0.) * .9 + .1) * 3.4 / (.6 + far * far * .62);
  }
  return vec3(sum, k0, side0);
}
vec3 shade(vec3 p, vec3 n, float ink) {
  if (ink > 4.5 && ink < 5.5) return hex(0xfff3cc);
  if (ink > 8.5 && ink < 9.5) return hex(0xffd98a);
  vec3 on = lightOn(p, n);
  float t = (.07 + on.x * .95) * mix(.5, 1., nook(p, n, .3));
  t = 1. - exp(-t * 1.5);
  float k = on.y, side = on.z;
  if (ink < 1.5) {
    vec2 g = vec2(p.x * 1.7 + .5 * mod(floor(p.z * 2.3), 2.), p.z * 2.3);
    t *= .86 + .2 * chance(floor(g));
    return tone(t * (min(fract(g.x), fract(g.y)) < .06 ? .7 : 1.), 6., .9, 0x17122a, 0x3f2440, 0xa0553f, 0xf0b062);
  }
  if (ink < 2.5) {
    bool stripe = fract(p.z * 1.45) < .5;
    // Light shines through the cloth.
    float glow = exp(-length(p - lamp(k, side)) * .75) * 1.2;
    t = max(t, min(glow, .95));
    float pick = mod(k + (side > 0. ? 1. : 0.), 3.);
    if (!stripe) return tone(t, 0x3a2c3e, 0x9a7563, 0xf0cf96, 0xfff2cf);
    return pick < .5 ? tone(t, 0x2a0f22, 0x7a1f28, 0xcc3d2c, 0xf5784c) : pick < 1.5 ? tone(t, 0x0e1c33, 0x17505c, 0x2d8a86, 0x8fc9a8) : tone(t, 0x2f1a22, 0x96551f, 0xe39a34, 0xffd27a);
  }
  if (ink < 3.5) return tone(t, 0x1c1226, 0x54303a, 0xa8643c, 0xf0b468);
  if (ink < 4.5) {
    vec3 c = floor(p / .17);
    float a = chance(c.xy + c.z * 3.1 + k);
    return a < .16 ? tone(t, 0x22301c, 0x5a7a2a, 0xa3b545, 0xe9e07a) : a < .42 ? tone(t, 0x3f1620, 0xb04426, 0xf0752e, 0xffbd6a) : tone(t, 0x3f2018, 0xc07020, 0xf5a92f, 0xffe08a);
  }
  if (ink < 6.5) return tone(t, 0x12101e, 0x2a2233, 0x5a4648, 0xd0a070);
  if (ink < 7.5) return mod(k + side, 2.) < .5 ? tone(t, 0x1d1230, 0x4d2048, 0x93324a, 0xe07a5a) : tone(t, 0x10182f, 0x1f3f5a, 0x3f7880, 0x9ac0a0);
  if (ink < 8.5) {
    vec2 w = vec2(fract(p.z * .62 + .5), fract(p.y * .55 + .1)), id = floor(vec2(p.z * .62 + .5, p.y * .55 + .1));
    if (abs(n.x) > .5 && p.y > 2.6 && abs(w.x - .5) < .2 && abs(w.y - .5) < .28) return chance(id + side) > .45 ? hex(0xf2b052) : hex(0x1d1638);
    return tone(t * .9, 5., .9, 0x171230, 0x3a2550, 0x84485c, 0xd98c5c);
  }
  float who = ink - 30., part = mod(who, 4.), set = floor(who / 4.);
  if (part < .5) return set < .5 ? tone(t, 0x17122a, 0x2f3560, 0x55639a, 0xb0b5c0) : set < 1.5 ? tone(t, 0x2a1026, 0x84243a, 0xd0483c, 0xf79a64) : tone(t, 0x1f1a2a, 0x7a6a5a, 0xe0c898, 0xfff0cc);
  if (part < 1.5) return tone(t, 0x120e20, 0x241c38, 0x453650, 0x8a6a68);
  if (part < 2.5) return tone(t, 0x24141e, 0x6a3a30, 0xb57248, 0xf0b87c);
  return tone(t, 0x0c0a16, 0x1a1522, 0x382a30, 0x84604a);
}
vec3 heaven(vec2 uv) {
  vec3 c = ramp(hex(0x5a2f5c), hex(0x2f2455), hex(0x1a1a40), hex(0x0f1230), steps(smoothstep(-.1, 1., uv.y), 6., 1.));
  vec2 s = floor(uv * 34.);
  if (chance(s) > .95 && length(fract(uv * 34.) - .5) < .1) c = hex(0xf3ead2);
  return c;
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(-.22, 1.7, -2.75), rd = lens(ro, vec3(.02, 1.38, 4.), uv, 1.5);
  vec2 h = trace(ro, rd, 40.);
  vec3 c = heaven(uv);
  float way = h.x > 0. ? h.x : 60.;
  if (h.x > 0.) {
    vec3 p = ro + rd * h.x, n = normal(p);
    c = shade(p, n, h.y);
    if (h.y < 1.5) {
      // Wet stones: the lamps stand in them upside down.
      float wet = smoothstep(.42, .6, clouds(p.xz * vec2(.7, .5) + 4.));
      vec3 rr = reflect(rd, normalize(vec3((cloud(p.xz * 7.) - .5) * .05, 1, (cloud(p.xz * vec2(2., 4.) + 3.) - .5) * .16)));
      vec2 g = trace(p + vec3(0, .03, 0), rr, 24.);
      vec3 q = p + rr * g.x, back = g.x > 0. ? shade(q, normal(q), g.y) : heaven(vec2(0, .6));
      c = mix(c, back, .16 + .46 * step(.5 + dust() * .3, wet));
    }
    c = mix(c, hex(0x74405a), .8 * steps(smoothstep(9., 30., h.x), 6., 1.));
  }
  // Halos about the lamps that nothing hides.
  for (int i = 0; i <= 6; i++) for (int j = -1; j <= 1; j += 2) {
    vec3 m = lamp(float(i), float(j)) - ro;
    float along = dot(m, rd);
    if (along < 0. || along > way + .4) continue;
    float off = length(m - rd * along);
    c = mix(c, hex(0xffc66a), .8 * steps(exp(-off * 2.7), 6., 1.2));
  }
  return c;
}
`,
};
