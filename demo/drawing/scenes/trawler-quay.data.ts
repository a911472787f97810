import type { Scene } from '../darkroom.ts';

/** A blue and white trawler at a quay of painted warehouses under snowy mountains. The water is at −0.12. */
export const TRAWLER_QUAY: Scene = {
  kind: 'lit',
  fine: 0.0015,
  walk: 150,
  glsl: `
// Inks 1 to 4 are paints of warehouses; 5 roofs, 6 timber, 7 the blue, 8 the white, 9 the red below, 10 orange, 11 glass.
void warehouses(inout vec2 r, vec3 p) {
  for (int i = 0; i < 8; i++) {
    float f = float(i), a = chance(f + 1.3);
    vec3 b = vec3(1.02, .8 + .34 * a, 1.8), l = p - vec3(-8.6 + f * 2.32, .55, 8.2 + .5 * a);
    float rise = .9 + .25 * chance(f + 6.), d = gable(l, b, rise), y = l.y - 2. * b.y;
    float slope = l.y - 2. * b.y - rise * (1. - abs(l.x) / 1.02);
    put(r, d, y > -.05 && slope > -.02 && l.z > -1.8 ? 5. : 1. + mod(f * 3., 4.));
    // The beam and hook that lift fish into the loft.
    put(r, rod(l, vec3(0, 2. * b.y + rise * .72, -1.7), vec3(0, 2. * b.y + rise * .72, -2.3), .035), 6.);
  }
  put(r, box(p - vec3(0, .5, 7.9), vec3(11., .08, 2.)), 6.);
  vec3 q = p - vec3(0, .1, 6.);
  q.x = mod(q.x + .5, 1.) - .5;
  put(r, pole(q, .07, .5), 6.);
  // Barrels, crates and a stack of nets on the planks.
  for (int i = 0; i < 7; i++) {
    float f = float(i), x = -6.3 + f * 2.05 + chance(f) * .7;
    vec3 l = p - vec3(x, .72, 6.25);
    put(r, i % 3 == 1 ? pole(l, .15, .18) : box(l, vec3(.2, .14 + .1 * chance(f), .16)), i % 3 == 1 ? 7. : i % 3 == 0 ? 10. : 2.);
  }
}
void trawler(inout vec2 r, vec3 p) {
  vec3 b = p - vec3(-.25, 0, 3.1);
  b.xz = turn(-1.98) * b.xz;
  float u = b.z / 2.6, w = .74 * (1. - pow(clamp(u, 0., 1.), 2.6)) * (.88 + .24 * b.y) * (1. - .25 * smoothstep(-.6, -1., u));
  float sheer = .58 + .5 * u * u * step(0., u) + .1 * u * u;
  float d = max(max(abs(b.x) - max(w, 0.), abs(b.z) - 2.6), max(b.y - sheer, -b.y - .4));
  put(r, max(d, -box(b - vec3(0, sheer + .02, .6), vec3(.52, .14, 1.2))) * .55, b.y < .12 ? 9. : b.y > sheer - .1 ? 8. : b.y > sheer - .16 ? 10. : 7.);
  put(r, box(b - vec3(0, 1.05, -1.05), vec3(.44, .52, .62)), b.y > 1.2 && b.y < 1.44 && fract(b.z * 3.1 + .1 + b.x * 3.1) > .3 ? 11. : 8.);
  put(r, box(b - vec3(0, 1.62, -1.05), vec3(.52, .05, .74)), 7.);
  put(r, box(b - vec3(0, .72, -1.9), vec3(.5, .22, .5)), 8.);
  put(r, pole(b - vec3(0, 1.9, -1.4), .15, .26), b.y > 1.95 && b.y < 2.07 ? 8. : 10.);
  d = min(rod(b, vec3(0, .5, .55), vec3(0, 3.3, .5), .045), rod(b, vec3(0, 1.6, -1.), vec3(0, 2.9, -1.), .03));
  d = min(d, min(rod(b, vec3(0, .95, .52), vec3(0, 2.3, 1.95), .035), rod(b, vec3(-.34, 2.5, .5), vec3(.34, 2.5, .5), .025)));
  d = min(d, min(rod(b, vec3(-.7, .6, -2.4), vec3(0, 2.3, -2.35), .03), rod(b, vec3(.7, .6, -2.4), vec3(0, 2.3, -2.35), .03)));
  put(r, d, 6.);
  d = min(rod(b, vec3(0, 3.2, .5), vec3(0, 1.05, 2.5), .01), rod(b, vec3(0, 3.2, .5), vec3(0, 2.85, -1.), .01));
  put(r, min(d, rod(b, vec3(0, 2.8, -1.), vec3(0, 2.25, -2.35), .01)), 6.);
  // A string of floats along the rail, and a man in orange on the foredeck.
  vec3 q = b - vec3(0, .5, 0);
  q.z = mod(q.z + .22, .44) - .22;
  put(r, length(vec3(abs(q.x) - .74, q.y + .06, q.z)) - .085 + step(1.1, abs(b.z + .3)) * 2., 10.);
  vec3 m = (b - vec3(.15, .55, 1.15)) / .46;
  vec2 man = vec2(1e3, 0);
  figure(man, m, mat4(.3, 1.0, .4, 0, -.3, 1., .35, 0, .12, 0, 0, 0, -.12, 0, 0, 0), .1, 20.);
  put(r, man.x * .46, man.y < 20.5 ? 10. : man.y < 21.5 ? 10. : man.y < 22.5 ? 2. : 7.);
}
vec2 map(vec3 p) {
  vec2 r = vec2(1e3, 0);
  warehouses(r, p);
  trawler(r, p);
  vec3 s = p - vec3(4.5, 0, 3.6);
  s.xz = turn(.9) * s.xz;
  float u = s.z / 1.1, w = .36 * (1. - u * u);
  put(r, max(max(abs(s.x) - max(w, 0.), abs(s.z) - 1.1), abs(s.y) - .26 - .14 * u * u) * .6, s.y > .2 + .14 * u * u ? 8. : 10.);
  put(r, box(s - vec3(0, .45, -.3), vec3(.2, .28, .26)), s.y > .66 ? 7. : 8.);
  put(r, rod(s, vec3(0, .6, -.3), vec3(0, 1.3, -.3), .018), 6.);
  return r;
}
vec3 heaven(vec3 rd) {
  float x = rd.x / rd.z, y = rd.y / rd.z;
  vec3 c = ramp(hex(0xf7e6c8), hex(0xcfd9d2), hex(0x8fb2be), hex(0x5c8ba1), steps(smoothstep(.05, .72, y), 8., 1.));
  c = mix(c, hex(0xfdf4e0), .9 * step(.53 + dust() * .03, clouds(vec2(x * 1.1 + 4., y * 7.))) * smoothstep(.2, .32, y) * smoothstep(.66, .45, y));
  // The range: lit faces to the left, blue shade to the right, rock where it is too steep for snow.
  float ridge = clouds(vec2(x * 1.15 + 5., 5.)) + .22 * clouds(vec2(x * 4.2 + 5., 2.)), top = .02 + .52 * ridge - .06 * abs(x + .2);
  if (y < top) {
    float face = clouds(vec2(x * 7. + y * 9., y * 7. - x * 3.)) + .3 * (cloud(vec2(x * 34. + y * 28., y * 26.)) - .5);
    float depth = top - y;
    c = mix(hex(0xfbf5e6), hex(0x8fb3c3), step(.47 + dust() * .05, face));
    c = mix(c, hex(0x47697c), step(.60 + dust() * .05 - depth * .5, clouds(vec2(x * 11. - y * 13., y * 9.)) + .04));
  }
  float low = .02 + .14 * (clouds(vec2(x * 1.1 + 3.4, 9.)) + .25 * clouds(vec2(x * 4. + 9., 2.)));
  if (y < low) c = mix(hex(0x3f6274), hex(0x5f8493), step(.5 + dust() * .08, clouds(vec2(x * 9. + y * 12., y * 9.))));
  if (y < low * .45) c = hex(0x2f4f60);
  return c;
}
vec3 shade(vec3 p, vec3 n, float ink) {
  vec3 l = normalize(vec3(-.72, .5, -.55));
  if (ink < 4.5 && n.z < -.5) {
    vec2 w = vec2(mod(p.x + 8.6 + 1.16, 2.32) - 1.16, p.y);
    if (abs(abs(w.x) - .45) < .16 && abs(w.y - 1.5) < .24) ink = abs(abs(abs(w.x) - .45) - .0) < .018 || abs(w.y - 1.5) < .018 || abs(abs(w.x) - .45) > .125 || abs(w.y - 1.5) > .205 ? 8. : 11.;
    if (abs(w.x) < .26 && w.y < 1.42) ink = 6.;
    if (abs(w.x) < .15 && abs(w.y - 2.5) < .17) ink = 11.;
  }
  float t = .2 + .8 * max(dot(n, l), 0.) * shadow(p + n * .02, l, 14., 14.);
  t *= mix(.6, 1., nook(p, n, .36));
  if (ink < 4.5 && abs(n.z) > .5) t *= fract(p.x * 5.2) < .1 ? .78 : 1.;
  if (ink < 1.5) return tone(t, 0x2a1c22, 0x6d2a2a, 0xb23a2e, 0xd8604a);
  if (ink < 2.5) return tone(t, 0x3a2f25, 0x8a6a34, 0xd29c3c, 0xf0c968);
  if (ink < 3.5) return tone(t, 0x2c3a42, 0x7d8b8d, 0xdcd5c4, 0xfaf3e2);
  if (ink < 4.5) return tone(t, 0x1c2a30, 0x2f5259, 0x4f7f80, 0x8fb6a6);
  if (ink < 5.5) return tone(t, 0x1e272d, 0x3d4a50, 0x8a9496, 0xeeece2);
  if (ink < 6.5) return tone(t, 0x161c20, 0x2c2e30, 0x5c524a, 0x97806a);
  if (ink < 7.5) return tone(t, 0x0f2230, 0x17405a, 0x1f6690, 0x4c9ab8);
  if (ink < 8.5) return tone(t, 0x33424a, 0x8b9a9c, 0xe2ddcf, 0xfdf8ea);
  if (ink < 9.5) return tone(t, 0x2a1518, 0x5e2023, 0x8c2f2c, 0xb9493a);
  if (ink < 10.5) return tone(t, 0x4a2416, 0xa2491f, 0xe0762f, 0xf7a850);
  return tone(t, 0x141d23, 0x1d2a32, 0x2b3c45, 0x3d525b);
}
vec3 pic(vec2 uv) {
  vec3 ro = vec3(.35, 1.85, -4.5), rd = lens(ro, vec3(.1, 1.72, 4.), uv, 1.62);
  float sea = rd.y < 0. ? (-.12 - ro.y) / rd.y : -1.;
  vec2 h = trace(ro, rd, 30.);
  if (h.x > 0. && (sea < 0. || h.x < sea)) { vec3 p = ro + rd * h.x; return shade(p, normal(p), h.y); }
  if (sea < 0.) {
    for (int i = 0; i < 6; i++) {
      float f = float(i), s = .5 + .5 * chance(f + 2.);
      vec2 b = (uv - vec2(-.9 + .33 * f + .1 * chance(f), .52 + .25 * chance(f + 5.))) / s;
      if (abs(b.y - .6 * abs(b.x) + 8. * b.x * b.x) < .006 && abs(b.x) < .055) return hex(0xfdf8ea);
    }
    return heaven(rd);
  }
  vec3 p = ro + rd * sea;
  float w = cloud(p.xz * vec2(1.2, 4.)) - .5 + .5 * (cloud(p.xz * vec2(3., 12.)) - .5);
  vec3 rr = reflect(rd, normalize(vec3(w * .05, 1, w * .16)));
  rr.y = abs(rr.y) + .002;
  vec2 g = trace(p + vec3(0, .02, 0), rr, 26.);
  vec3 back = heaven(vec3(rr.xy, max(rr.z, .05))) * .9;
  if (g.x > 0.) { vec3 q = p + rr * g.x; back = shade(q, normal(q), g.y) * .74; }
  vec3 c = mix(hex(0x1d475a), back, .7);
  c = mix(c, hex(0xfaf0da), .5 * step(.79 + dust() * .04, cloud(p.xz * vec2(.9, 8.) + 5.)));
  return mix(c, hex(0x173c4e), .7 * smoothstep(.07, .0, map(p).x));
}
`,
};
