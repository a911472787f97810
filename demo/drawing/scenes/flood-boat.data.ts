import type { Scene } from '../darkroom.ts';

/** Two rowers in yellow between drowned roofs at sunrise, towards a church. One unit is a metre; the water is at 0. */
export const FLOOD_BOAT: Scene = {
  kind: 'lit',
  fine: 0.006,
  glsl: `
const vec3 SUN = vec3(.55, .13, .82);

// Houses stand in a turned grid; 1 is plaster, 2 to 4 tiles, 5 leaves, 8 dark openings.
void house(inout vec2 r, vec3 p, vec3 b, float rise, float roof) {
  float d = gable(p, b, rise), y = p.y - 2. * b.y;
  float ink = y > -.1 ? roof : 1.;
  if (ink == 1. && abs(p.z) > b.z - .08 && abs(abs(p.x) - b.x * .45) < b.x * .17 && p.y > 2. * b.y - 1.5) ink = 8.;
  if (y > 0. && abs(p.z) > b.z - .2 && abs(p.x) < (rise - y) / rise * b.x * .9) ink = 1.;
  if (y > .2 && abs(p.z) > b.z - .2 && abs(p.x) < .5 && y < 1.7) ink = 8.;
  put(r, d, ink);
  vec3 q = p - vec3(b.x * .4, 2. * b.y + rise * .8, b.z * .35);
  put(r, box(q, vec3(.38, 1.3, .5)), q.y > 1. ? 2. : 1.);
}
void village(inout vec2 r, vec3 p) {
  vec3 q = p;
  q.xz = turn(.36) * q.xz;
  vec2 pitch = vec2(13.5, 16.);
  vec2 cell = floor(q.xz / pitch);
  for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) {
    vec2 c = cell + vec2(i, j) - step(fract(q.xz / pitch), vec2(.5));
    float a = chance(c + 3.1), b = chance(c + 9.7);
    vec2 at = (c + .5) * pitch + vec2(b - .5, a - .5) * 4.;
    // The street that the boat rows along, and the churchyard, stay open water.
    vec2 w = turn(-.36) * at;
    if (a < .1 || w.y < 24. || abs(w.x - w.y * .02) < 5.2 || length(w - vec2(-13., 50.)) < 15.) continue;
    vec3 l = q - vec3(at.x, -4.6 - 1.6 * a, at.y);
    if (b > .5) l.xz = vec2(l.z, -l.x);
    house(r, l, vec3(3.4 + 1.2 * b, 2.6 + a, 5. + 1.5 * b), 3.6 + b, 2. + floor(b * 2.99));
  }
}
void boat(inout vec2 r, vec3 p) {
  p -= vec3(1.35, .05, 0.);
  p.xz = turn(-.62) * p.xz;
  float u = p.z / 2.5, w = .72 * (1. - pow(abs(u), 2.6)), rim = .42 + .3 * u * u;
  float hull = max(max(abs(p.x) - w * (.82 + .35 * p.y), abs(p.z) - 2.5), max(p.y - rim, -p.y - .3));
  float well = max(max(abs(p.x) - w * (.82 + .35 * p.y) + .09, abs(p.z) - 2.36), .12 - p.y);
  put(r, max(hull, -well) * .7, p.y > rim - .09 ? 9. : 6.);
  put(r, min(box(p - vec3(0, .36, .35), vec3(.62, .03, .14)), box(p - vec3(0, .38, -1.05), vec3(.5, .03, .14))), 9.);
  // He rows with his back to the bow; she sits astern and points the way with her arm.
  figure(r, vec3(p.x, p.y + .42, .5 - p.z), mat4(.34, .92, .75, 0, -.34, .92, .75, 0, .14, .56, .62, 0, -.14, .56, .62, 0), -.2, 10.);
  figure(r, p - vec3(0, -.42, -1.1), mat4(.2, .95, .3, 0, -.55, 1.5, .62, 0, .14, .55, .55, 0, -.14, .55, .55, 0), .05, 10.);
  float oar = min(rod(p, vec3(.34, .5, -.25), vec3(1.75, -.05, -.9), .04), rod(p, vec3(-.34, .5, -.25), vec3(-1.75, -.05, -.9), .04));
  oar = min(oar, min(egg(p - vec3(1.72, .0, -.89), vec3(.34, .05, .14)), egg(p - vec3(-1.72, .0, -.89), vec3(.34, .05, .14))));
  put(r, oar * .9, 9.);
}
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  village(r, p);
  // Roofs that frame the view.
  vec3 q = p - vec3(-9.4, -5.9, 8.);
  q.xz = turn(-.5) * q.xz;
  house(r, q, vec3(4.2, 3., 6.), 4.6, 2.);
  q = p - vec3(10.2, -5.6, 15.);
  q.xz = turn(.55) * q.xz;
  house(r, q, vec3(4., 3., 6.2), 4.4, 4.);
  q = p - vec3(-7.6, -5.4, 27.);
  q.xz = turn(1.1) * q.xz;
  house(r, q, vec3(3.9, 3., 5.4), 4.2, 3.);
  // The church: nave, tower, spire.
  vec3 c = p - vec3(-13., -3., 55.);
  c.xz = turn(.5) * c.xz;
  put(r, gable(c, vec3(5.2, 4.6, 11.), 6.5), c.y > 9.1 ? 3. : 1.);
  vec3 t = c - vec3(0, 8., -13.);
  put(r, box(t, vec3(2.9, 10., 2.9)), abs(t.x) < .8 && t.y > 5. && t.y < 8.4 ? 8. : 1.);
  vec3 s = t - vec3(0, 10., 0);
  float k = max(abs(s.x), abs(s.z));
  put(r, max(dot(vec2(k, s.y) - vec2(3.3, 0), normalize(vec2(14., 3.3))), -s.y) * .85, 2.);
  put(r, min(rod(s, vec3(0, 13.6, 0), vec3(0, 16.6, 0), .12), rod(s, vec3(-.8, 15.6, 0), vec3(.8, 15.6, 0), .1)), 8.);
  // Poplars up to their waists in water.
  for (int i = 0; i < 7; i++) {
    float f = float(i), h = 6. + 3. * chance(f + 5.);
    put(r, egg(p - vec3(15. + f * 3.1 + chance(f), h - 3.4, 34. + f * 7.), vec3(1.3, h, 1.3)) * .8, 5.);
  }
  boat(r, p);
  return r;
}
vec3 heaven(vec3 rd) {
  float y = rd.y, glow = max(dot(rd, normalize(SUN)), 0.);
  vec3 c = ramp(hex(0xf6d9a6), hex(0xedb48a), hex(0xb89a97), hex(0x6c8794), steps(smoothstep(-.02, .5, y), 9., 1.));
  c = mix(c, hex(0xfbe6b4), .85 * steps(pow(glow, 14.), 6., 1.));
  float far = clouds(vec2(rd.x * 2. + 1., y * 15.) + 3.);
  c = mix(c, hex(0xfbe9c6), .85 * step(.55 + dust() * .03, far) * smoothstep(.4, .1, y));
  float near = clouds(vec2(rd.x * 1.3 + 4., y * 9.) + 11.);
  c = mix(c, hex(0x77808d), .75 * step(.56 + dust() * .03, near) * smoothstep(.12, .24, y));
  for (int i = 0; i < 5; i++) {
    float f = float(i);
    vec2 b = rd.xy / rd.z - vec2(.22 + .055 * f + .03 * chance(f), .34 + .045 * f + .03 * chance(f + 4.));
    b *= 1. + .25 * f;
    if (abs(b.y - .5 * abs(b.x) + 9. * b.x * b.x) < .0022 && abs(b.x) < .021) c = hex(0x4b4a55);
  }
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(SUN + vec3(.3, .2, -.42));
  float t = max(dot(n, l), 0.) * shadow(p + n * .05, l, 14., 60.);
  t = (.17 + .12 * n.y + .83 * t) * mix(.5, 1., nook(p, n, 1.2));
  // Tiles in courses, boards on the boat: a little drawing inside the form.
  if (ink > 1.5 && ink < 4.5) {
    vec2 tile = vec2((p.x * n.z - p.z * n.x) * 2.2, p.y * 3.4);
    tile.x += .5 * mod(floor(tile.y), 2.);
    t *= fract(tile.y) < .2 ? .84 : .93 + .12 * chance(floor(tile));
    if (chance(floor(tile) + 7.) > .985) t *= .45;
  }
  t *= p.y < .16 && ink < 4.5 ? .62 : 1.;
  if (ink < 1.5) return tone(t, 0x263845, 0x62737c, 0xdcb78c, 0xfbeccb);
  if (ink < 2.5) return tone(t, 0x33252f, 0x7c3a36, 0xc2593c, 0xf0a06a);
  if (ink < 3.5) return tone(t, 0x26303c, 0x59525a, 0xa8735a, 0xe3ab7c);
  if (ink < 4.5) return tone(t, 0x2a2733, 0x6f3038, 0xae4634, 0xe98358);
  if (ink < 5.5) return tone(t, 0x16272c, 0x2d4645, 0x6c7454, 0xc9a468);
  if (ink < 6.5) return tone(t, 0x3d1519, 0xa02a26, 0xcf3d2d, 0xf27a50);
  if (ink < 8.5) return tone(t, 0x16202a, 0x1f2d38, 0x2c3a44, 0x4a4e50);
  if (ink < 9.5) return tone(t, 0x3a2622, 0x8a5a3a, 0xd0975a, 0xf6d9a0);
  if (ink < 10.5) return tone(t + .12, 0x5a3d16, 0xd2952c, 0xf2bd45, 0xffe59a);
  if (ink < 11.5) return tone(t, 0x141f29, 0x22384a, 0x35556a, 0x5c7c8a);
  if (ink < 12.5) return tone(t + .1, 0x4a2a22, 0x9a6246, 0xd39a72, 0xf4cda0);
  return tone(t + .12, 0x5a3d16, 0xd2952c, 0xf2bd45, 0xffe59a);
}
vec3 haze(vec3 c, vec3 rd, float way) {
  vec3 far = mix(hex(0xcdb3a4), hex(0xf6d5a0), smoothstep(.2, .95, dot(rd, normalize(SUN))));
  return mix(c, far, steps(1. - exp(-max(way - 26., 0.) * .0105), 10., 1.));
}
vec3 water(vec3 ro, vec3 rd, float way) {
  vec3 p = ro + rd * way;
  float wake = sin(length(p.xz - vec2(1.4, .2)) * 5.2) * exp(-length((p.xz - vec2(1.4, .2))) * .28) * .9;
  float r = cloud(p.xz * vec2(.28, 1.1)) - .5 + .6 * (cloud(p.xz * vec2(.7, 2.9)) - .5);
  vec3 n = normalize(vec3(r * .03 + wake * .02, 1, r * .085 + wake * .05));
  vec3 rr = reflect(rd, n);
  rr.y = abs(rr.y) + .003;
  vec2 h = trace(p + vec3(0, .06, 0), rr, 150.);
  vec3 back = heaven(rr);
  if (h.x > 0.) { vec3 q = p + rr * h.x; back = haze(shade(q, normal(q), h.y), rr, h.x + way) * .74; }
  vec3 deep = hex(0x24454f);
  float face = .42 + .58 * pow(1. - max(-rd.y, 0.), 3.);
  vec3 c = mix(deep, back, steps(face, 14., 1.));
  float fleck = cloud(p.xz * vec2(.24, 1.9) + 2.);
  c = mix(c, hex(0xfbe3b4), .55 * step(.84 + dust() * .05, fleck * smoothstep(4., 18., way)) * smoothstep(110., 30., way));
  c = mix(c, deep * .8, .32 * step(.84 + dust() * .05, cloud(p.xz * vec2(.2, 1.4) + 31.)) * smoothstep(50., 10., way));
  c = mix(c, deep * .62, .75 * smoothstep(.14, .0, map(p).x));
  return haze(c, rd, way * .8);
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(.2, 3.9, -9.6), rd = lens(ro, vec3(-.6, 2.95, 6.), uv, 1.5);
  float sea = rd.y < 0. ? -ro.y / rd.y : -1.;
  vec2 h = trace(ro, rd, 240.);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; return haze(shade(p, normal(p), h.y), rd, h.x); }
  if (sea > 0.) return water(ro, rd, sea);
  return length(uv - vec2(1.03, .27)) < .075 ? hex(0xfffae6) : heaven(rd);
}
`,
};
