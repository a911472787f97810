import type { Scene } from '../darkroom.ts';

/** A red train with its windows lit on a long curved viaduct at dusk. One unit is a metre; the river is at 0. */
export const VIADUCT_TRAIN: Scene = {
  kind: 'lit',
  fine: 0.01,
  walk: 170,
  glsl: `
const float R = 130., DECK = 25., BAY = 14.5;
const vec3 SUN = vec3(-.74, .16, .34);

// The line's own measures: the way along it, the height, the way out from its middle.
vec3 line(vec3 p) {
  vec2 q = p.xz - vec2(-100, 60);
  return vec3(R * atan(q.y, q.x), p.y, length(q) - R);
}
float river(vec3 p) { return p.x + 14. - 10. * sin(p.z * .021 + .6); }
float land(vec3 p) {
  float bank = smoothstep(6., 46., abs(river(p)));
  return -1.6 + 9. * bank * bank + 5. * bank * cloud(p.xz * .024) + 16. * smoothstep(60., 200., abs(river(p))) * cloud(p.xz * .011 + 3.) + .4 * cloud(p.xz * .2);
}
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  vec3 q = line(p);
  float bay = mod(q.x + BAY * .5, BAY) - BAY * .5, batter = 2.35 + .035 * (DECK - q.y);
  if (abs(q.z) < 9.) {
    float wall = max(abs(q.z) - batter, max(q.y - DECK, -q.y - 4.));
    vec2 a = vec2(bay, q.y - (DECK - 8.2));
    float half_bay = 5.7 + .02 * max(0., -a.y) * -1.;
    float arch = a.y > 0. ? length(a) - 5.7 : abs(a.x) - half_bay;
    put(r, max(wall, -arch) * .85, 1.);
    put(r, box(vec3(bay, q.y - (DECK - 8.6), q.z), vec3(1.55 + step(5.7, abs(bay)) * 20., .28, batter + .25)) + (abs(bay) < 5.55 ? 3. : 0.), 1.);
    // Parapet and its course of stone.
    put(r, max(box(vec3(0, q.y - DECK - .1, q.z), vec3(1, .3, 2.75)), -box(vec3(0, q.y - DECK - .1, q.z), vec3(2., .2, 2.))) * .9, 1.);
    put(r, box(vec3(0, q.y - DECK - .7, abs(q.z) - 2.45), vec3(1, .62, .22)) * .9, 1.);
    // Six carriages and an engine.
    float s = q.x + 33., car = clamp(floor(s / 23.), 0., 6.), u = s - 11.5 - car * 23.;
    vec3 t = vec3(u, q.y - DECK - 3.3, q.z);
    float nose = car < .5 ? .5 * max(0., -u - 8.) : 0.;
    float body = box(t, vec3(10.9, 1.85 - nose * .6, 1.15 - nose * .2)) - .4;
    float ink = 2.;
    if (abs(t.y - .42) < .62 && fract(u * .44) > .24 && abs(u) < 10.2) ink = car < .5 && u < -4. ? 2. : chance(floor(u * .44) + car * 13.) > .1 ? 3. : 4.;
    if (t.y > 1.75) ink = 5.;
    if (abs(t.y + .62) < .16) ink = 6.;
    put(r, body * .85, ink);
    put(r, length(vec3(u + 11.2, t.y + .5, abs(t.z) - .7)) - .32 + step(.5, car) * 9., 3.);
  } else put(r, (abs(q.z) - 6.) * .8, 1.);
  // Farms by the river: four gables and their lamps.
  for (int i = 0; i < 5; i++) {
    float f = float(i);
    vec3 h = p - vec3(-46. + 9. * f - 26. * step(2.5, f), 4.4 + 1.4 * step(2.5, f), 70. + 14. * chance(f) + 20. * step(2.5, f));
    h.xz = turn(f * 1.3) * h.xz;
    float d = gable(h, vec3(2.6, 1.9, 3.6), 2.9);
    float pane = step(abs(h.y - 2.), .55) * step(.5, fract(h.z * .45 + h.x * .45));
    put(r, d, h.y > 3.7 ? 7. : pane > .5 && f != 1. ? 3. : 8.);
  }
  // Trees in rows along the meadows.
  vec2 cell = floor(p.xz / 13.), off = (vec2(chance(cell + 2.), chance(cell + 5.)) - .5) * 5.;
  vec3 t = vec3(mod(p.xz, 13.) - 6.5 - off, p.y).xzy;
  vec3 at = vec3(cell.x * 13. + 6.5 + off.x, 0, cell.y * 13. + 6.5 + off.y);
  float a = chance(cell + 11.);
  if (a > .5 && abs(line(at).z) > 10. && abs(river(at)) > 17. && at.z > 24.) {
    float h = 2.4 + 2.6 * a * chance(cell);
    put(r, (egg(t - vec3(0, land(at) + h * .9, 0), vec3(h * .72, h, h * .72)) + .35 * (cloud(p.xz * 1.1 + p.y) - .5)) * .6, 9.);
  } else put(r, 4.5, 9.);
  put(r, (p.y - land(p)) * .7, 10.);
  return r;
}
vec3 heaven(vec3 rd) {
  float y = rd.y, glow = max(dot(rd, normalize(vec3(-.62, .05, .8))), 0.);
  vec3 c = ramp(hex(0xf2b184), hex(0xc9818a), hex(0x5f668f), hex(0x22355d), steps(smoothstep(-.03, .62, y), 10., 1.));
  c = mix(c, hex(0xf9cf8d), .9 * steps(pow(glow, 7.) * smoothstep(.42, .0, y), 7., 1.));
  float band = clouds(vec2(rd.x * 1.6 + 2., y * 12.) + 5.);
  c = mix(c, hex(0xf7c79a), .8 * step(.57 + dust() * .03, band) * smoothstep(.34, .08, y));
  c = mix(c, hex(0x4a4f7d), .8 * step(.57 + dust() * .03, clouds(vec2(rd.x * 1.2 + 7., y * 8.) + 1.)) * smoothstep(.16, .3, y));
  vec2 s = floor(rd.xy / rd.z * 90.);
  if (y > .36 && chance(s) > .988 && length(fract(rd.xy / rd.z * 90.) - .5) < .11) c = hex(0xf6ead0);
  float hills = .045 + .1 * clouds(vec2(rd.x / rd.z * 1.6 + 2., 1.)), near = .012 + .085 * clouds(vec2(rd.x / rd.z * 2.3 + 5., 2.));
  if (y < hills) c = hex(0x7a6a8c);
  if (y < near) c = hex(0x4e5276);
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(SUN + vec3(0, .1, -.32));
  float t = max(dot(n, l), 0.) * (ink > 9.5 ? shadow(p + n * .3, l, 10., 120.) : shadow(p + n * .12, l, 12., 60.));
  t = (.16 + .1 * n.y + .84 * t) * mix(.55, 1., nook(p, n, 2.4));
  if (ink < 1.5) {
    vec3 q = line(p);
    vec2 stone = vec2(q.x * .62 + floor(q.y * 1.15) * .5, q.y * 1.15);
    t *= .9 + .16 * chance(floor(stone));
    t *= fract(stone.y) < .12 ? .86 : 1.;
    return tone(t, 6., .8, 0x232a45, 0x5a4a63, 0xb9806f, 0xf4c894);
  }
  if (ink < 2.5) return tone(t + .06, 0x2a1422, 0x6f1f2c, 0xb5302d, 0xe2573c);
  if (ink < 3.5) return hex(0xffe3a0);
  if (ink < 4.5) return hex(0x3d2333);
  if (ink < 5.5) return tone(t, 0x14182b, 0x2b2b41, 0x5a4a58, 0x9a7268);
  if (ink < 6.5) return tone(t + .1, 0x5b3a38, 0xb98a5c, 0xf0cd90, 0xffe9bd);
  if (ink < 7.5) return tone(t, 0x1c1f36, 0x4a2c3d, 0x84474a, 0xc9785c);
  if (ink < 8.5) return tone(t, 0x262c49, 0x5d5a74, 0xb08f8a, 0xf0cfa6);
  if (ink < 9.5) return tone(t * .9, 4., .9, 0x14203a, 0x243f49, 0x4f5f4c, 0xa58a55);
  float field = step(.5, cloud(floor(vec2(p.x + .4 * p.z, p.z) / vec2(26., 17.)) * 7.7)), mown = step(.5, fract(p.x * .22 + p.z * .1));
  t *= .8 + .25 * clouds(p.xz * .12) + .07 * mown * field;
  return tone(t * 1.05, 5., .9, 0x1a2742, field > .5 ? 0x3c5350 : 0x34504c, field > .5 ? 0x8c7c58 : 0x6c7b58, field > .5 ? 0xd9a868 : 0xc4a463);
}
vec3 haze(vec3 c, vec3 rd, float way) {
  vec3 far = mix(hex(0x77719a), hex(0xe9a77f), smoothstep(.1, -.6, rd.x));
  return mix(c, far, .92 * steps(1. - exp(-max(way - 55., 0.) * .0062), 9., 1.));
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(-15., 14.5, 3.), rd = lens(ro, vec3(8.5, 18.8, 52.), uv, 1.56);
  float sea = rd.y < 0. ? -ro.y / rd.y : -1.;
  vec2 h = trace(ro, rd, 420.);
  vec3 c = heaven(rd);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; c = haze(shade(p, normal(p), h.y), rd, h.x); }
  else if (sea > 0. && sea < 420.) {
    vec3 p = ro + rd * sea;
    float w = cloud(p.xz * vec2(.3, .9)) - .5;
    vec3 rr = reflect(rd, normalize(vec3(w * .03, 1, w * .07)));
    rr.y = abs(rr.y);
    vec2 g = trace(p + vec3(0, .1, 0), rr, 260.);
    c = heaven(rr);
    if (g.x > 0.) { vec3 q = p + rr * g.x; c = haze(shade(q, normal(q), g.y), rr, g.x + sea) * .8; }
    c = haze(mix(c, hex(0x2b3f66), .22), rd, sea);
  }
  return c;
}
`,
};
