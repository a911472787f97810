import type { Scene } from '../darkroom.ts';

/** By night a chain of people hands sandbags along a dyke; the river stands almost at its crown. One unit is a metre. */
export const SANDBAGS: Scene = {
  kind: 'lit',
  fine: 0.003,
  walk: 100,
  glsl: `
const float PITCH = 5.2, LAST = 8., STEP = 1.28, RIVER = -.3;

// The dyke bends to the left in the distance; its own x is measured from the wall.
float bend(float z) { float f = max(z - 7., 0.); return -.0075 * f * f; }
vec3 lamp(float k) { float z = .1 + k * PITCH; return vec3(bend(z) + .02, 2.7 + .12 * chance(k), z); }
float bag(vec3 q, vec3 size) { return box(q, size - .07) - .07 - .012 * cos(q.z * 14.) * smoothstep(.3, 0., abs(q.x)); }
// One of the chain: k counts from the camera. Two by two they share a bag or wait for one.
void hand(inout vec2 r, vec3 p, float k) {
  float z = (k + .5) * STEP, odd = mod(k, 2.), side = odd < .5 ? 1. : -1., pair = floor(k / 2.), a = chance(pair + 2.3), b = chance(k + 7.7);
  vec3 l = p - vec3(1.02 + .12 * (b - .5), 0, z);
  l = vec3(l.z, l.y, -l.x);
  if (b < .22) l /= .88;
  bool share = a < .6;
  l.xz = turn((share ? -.42 : odd < .5 ? .5 : .1) * side) * l.xz;
  mat4 limbs = share
    ? mat4(.36 * side + .12, .98, .42, 0, .36 * side - .12, .95, .4, 0, .2, 0, .1, 0, -.2, 0, -.04, 0)
    : odd < .5 ? mat4(-.1, 1.12, .42, 0, -.42, 1., .36, 0, .2, 0, 0, 0, -.2, 0, .1, 0)
    : mat4(.21, .98, .36, 0, -.21, .98, .36, 0, .18, 0, .06, 0, -.18, 0, 0, 0);
  vec2 one = vec2(1e3, 0);
  figure(one, l, limbs, .06 + .1 * b, 10. + 4. * mod(k * 2. + floor(k / 3.), 5.));
  put(r, one.x * (b < .22 ? .88 : 1.), one.y);
  // The bag hangs between two, or against the one who has it.
  if (share && odd < .5) { vec3 q = p - vec3(.56, .95, z + STEP * .5); q.xy = turn(.25) * q.xy; put(r, bag(q, vec3(.16, .13, .27)), 2.); }
  if (!share && odd > .5) { vec3 q = p - vec3(.56, 1., z); put(r, bag(q, vec3(.15, .14, .27)), 2.); }
}
// Inks: 1 earth, 2 sacking, 4 pole, 5 bulb, 6 tin, from 10 on people.
vec2 map(vec3 w) {
  vec3 p = w;
  p.x -= bend(w.z);
  vec2 r = vec2(max(p.y - .02 * cloud(p.xz * 4.), (p.y * .6 - p.x - .12) * .85), 1.);
  // Far from the dyke nothing else is near.
  float away = max(abs(p.x - .6) - 1.7, p.y - 3.2);
  if (away > .4) { put(r, away, 4.); return r * vec2(.93, 1); }
  // The wall of bags, lower where they have still to build.
  float high = p.z < 21. ? 2. : 1., wall = max(abs(p.x - .22) - .35, p.y - .75);
  if (wall > .3) put(r, wall, 2.);
  else for (int j = 0; j < 3; j++) {
    float f = float(j);
    if (f > high - .5) break;
    float u = p.z / .56 + .5 * mod(f, 2.), c = floor(u), a = chance(c + f * 17.);
    vec3 q = vec3(p.x - .22 - .05 * (a - .5) - .03 * f, p.y - .1 - .17 * f - .015 * a, (fract(u) - .5) * .56);
    q.xz = turn(.14 * (a - .5)) * q.xz;
    q.yz = turn(.1 * (chance(c + 3.) - .5)) * q.yz;
    put(r, bag(q, vec3(.2, .11, .285)) * .8, 2.);
  }
  // A heap that waits on the crown.
  vec3 h = p - vec3(1.8, .12, 3.1);
  h.xz = turn(.4) * h.xz;
  if (length(h) > 1.4) put(r, length(h) - 1., 2.);
  else put(r, min(bag(h, vec3(.22, .12, .32)), min(bag(h - vec3(.5, 0, .1), vec3(.22, .12, .3)), bag(h - vec3(.24, .22, .02), vec3(.22, .12, .31)))) * .9, 2.);
  float k = clamp(floor((p.z - .1) / PITCH + .5), 0., LAST);
  vec3 m = w - lamp(k);
  put(r, egg(m, vec3(.07, .1, .07)), 5.);
  put(r, max(abs(length(m.xz) - .05 - .5 * (.2 - m.y)) - .014, abs(m.y - .12) - .085) * .8, 6.);
  put(r, min(rod(m, vec3(0, .2, 0), vec3(.5, .34, 0), .016), rod(m, vec3(.5, .36, 0), vec3(.5, -2.9, 0), .035)), 4.);
  float near = floor(p.z / STEP), next = near + (fract(p.z / STEP) < .5 ? -1. : 1.);
  if (p.y > 2. || abs(p.x - .8) > 1.2) put(r, max(abs(p.x - .8) - 1., p.y - 1.8), 10.);
  else {
    if (near > -.5 && near < 33.5) hand(r, p, near); else put(r, .5, 10.);
    if (next > -.5 && next < 33.5) hand(r, p, next);
  }
  return r * vec2(.93, 1);
}
float lightOn(vec3 p, vec3 n) {
  float k0 = clamp(floor((p.z - .1) / PITCH + .5), 0., LAST), sum = 0.;
  for (int i = -1; i <= 1; i++) {
    float k = k0 + float(i);
    if (k < 0. || k > LAST) continue;
    vec3 to = lamp(k) - vec3(0, .08, 0) - p;
    float far = length(to), s = i == 0 ? shadow(p + n * .03, to / far, 9., far - .25) : .75;
    sum += s * (max(dot(n, to / far), 0.) * .88 + .12) * 7.5 / (1.1 + far * far * .62);
  }
  return sum;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  if (ink > 4.5 && ink < 5.5) return hex(0xfff6d6);
  float t = (.085 + .05 * n.y + lightOn(p, n)) * mix(.45, 1., nook(p, n, .3));
  t = 1. - exp(-t * 1.35);
  if (ink < 1.5) return tone(t * (.85 + .3 * clouds(p.xz * 2.)), 0x0b1420, 0x26302c, 0x6a5a34, 0xc9a35a);
  if (ink < 2.5) {
    t *= .9 + .12 * step(.5, fract(p.y * 26.)) * step(.5, fract(p.z * 26.));
    return tone(t, 6., .8, 0x121a26, 0x4f4234, 0xb08a52, 0xf6dda2);
  }
  if (ink < 6.5) return tone(t, 0x0b1220, 0x1f2830, 0x4f4a40, 0xb99a60);
  float who = ink - 10., part = mod(who, 4.), set = floor(who / 4.);
  if (part < .5) return set < .5 ? tone(t, 0x2a2410, 0x8a6416, 0xe8a92c, 0xffe084) : set < 1.5 ? tone(t, 0x240d18, 0x7d1f22, 0xcf3f2c, 0xff8a58) : set < 2.5 ? tone(t, 0x0b1a2a, 0x1d4456, 0x3a7f86, 0xa6cdb0) : set < 3.5 ? tone(t, 0x1a2028, 0x66625a, 0xcfc09a, 0xfff2cc) : tone(t, 0x101c1c, 0x38502e, 0x7f8f44, 0xd6cc80);
  if (part < 1.5) return tone(t, 0x090f1a, 0x1a2532, 0x3d4a54, 0x958f7a);
  if (part < 2.5) return set == 1. || set == 3. ? tone(t, 0x1c1216, 0x5a3626, 0xa36a42, 0xe8b078) : tone(t, 0x241820, 0x80503c, 0xd69668, 0xffd9a4);
  return set == 0. ? tone(t, 0x2a2410, 0x8a6416, 0xe8a92c, 0xffe084) : tone(t, 0x080c16, 0x1b1c24, 0x45372e, 0xa08058);
}
vec3 heaven(vec3 rd) {
  float y = rd.y / length(rd.xz), a = rd.x / rd.z;
  vec3 c = ramp(hex(0x39506a), hex(0x22395a), hex(0x142645), hex(0x0c1830), steps(smoothstep(.0, .62, y), 7., 1.));
  float band = clouds(vec2(a * 1.4 + 2., y * 6.) + 3.);
  c = mix(c, hex(0x4a607a), .55 * step(.55 + dust() * .05, band) * smoothstep(.5, .05, y));
  c = mix(c, hex(0x0d1a31), .6 * step(.56 + dust() * .05, clouds(vec2(a * 1.1 + 9., y * 5.) + 7.)) * smoothstep(.1, .4, y));
  // The town behind the dyke: far bank on the left, roofs on the right.
  if (y < .012 + .02 * clouds(vec2(a * 6., 3.))) c = hex(0x1c2e47);
  float u = (a - .02) * 11., i = floor(u), f = fract(u), h = .07 + .05 * chance(i + 4.);
  float roof = h + .05 * (1. - abs(f - .5) * 2.) * (chance(i) > .3 ? 1. : .2);
  if (a > .02 && y < roof) {
    c = hex(0x14223a);
    vec2 w = vec2(fract(u * 3.), fract(y * 42.)), id = vec2(floor(u * 3.), floor(y * 42.));
    if (chance(id + 2.) > .66 && y < h && y > .03 && abs(w.x - .5) < .24 && abs(w.y - .5) < .3) c = hex(0xf0b258);
  }
  float s = abs(a - .335);
  if (s < .018 && y < .26 || s < .022 * (1. - (y - .26) / .16) && y < .42) c = hex(0x101c32);
  if (s < .006 && abs(y - .215) < .016) c = hex(0xf0b258);
  return c;
}
vec3 far(vec3 c, float way) { return mix(c, hex(0x273c58), .85 * steps(smoothstep(9., 52., way), 8., 1.)); }
vec3 halos(vec3 c, vec3 ro, vec3 rd, float way, float most) {
  for (int i = 0; i <= 8; i++) {
    vec3 m = lamp(float(i)) - ro;
    float along = dot(m, rd);
    if (along < 0. || along > way + .4) continue;
    c = mix(c, hex(0xffcf7a), most * steps(exp(-length(m - rd * along) * 2.5), 6., 1.2));
  }
  return c;
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(-3.3, 1.3, -2.6), rd = lens(ro, vec3(.2, 1.06, 6.), uv, 2.15);
  vec2 h = trace(ro, rd, 60.);
  float sea = rd.y < 0. ? (RIVER - ro.y) / rd.y : -1.;
  vec3 c = heaven(rd);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; return halos(far(shade(p, normal(p), h.y), h.x), ro, rd, h.x, .8); }
  if (sea < 0.) return halos(c, ro, rd, 60., .8);
  vec3 p = ro + rd * sea;
  float k = smoothstep(60., 4., sea);
  float w = cloud(p.xz * vec2(1.1, 2.) + 3.) - .5 + .5 * (cloud(p.xz * vec2(3.1, 6.)) - .5);
  vec3 rr = reflect(rd, normalize(vec3(w * .05 * k, 1, w * .16 * k)));
  rr.y = max(abs(rr.y), .004);
  vec2 g = trace(p + vec3(0, .02, 0), rr, 50.);
  vec3 back = heaven(rr);
  if (g.x > 0.) { vec3 q = p + rr * g.x; back = far(shade(q, normal(q), g.y), g.x + sea); }
  back = halos(back, p, rr, g.x > 0. ? g.x : 60., .85);
  c = mix(back * vec3(.8, .88, .95), hex(0x12304a), .26);
  float crest = cloud(p.xz * vec2(.9, 2.6) + 8.);
  if (sea < 14.) c = mix(c, hex(0x0c1c30), .5 * step(.66 + dust() * .1, crest));
  return c;
}
`,
};
