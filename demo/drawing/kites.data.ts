/**
 * Kites for scenes, in GLSL: they hang in the plane of x and y, one unit from the middle to the top, and are put in
 * place by `kite`. Inks from 40 on are cloths, eight of them; `cloth` prints them, 39 is a tail's thread or a stick.
 */
export const KITES = `
vec3 swung(vec3 p, vec3 at, float size, vec3 lean) {
  p = (p - at) / size;
  p.xz = turn(lean.y) * p.xz;
  p.yz = turn(lean.x) * p.yz;
  p.xy = turn(lean.z) * p.xy;
  return p;
}
float edge(vec2 q, vec2 a, vec2 b) { vec2 e = normalize(b - a); return dot(q - a, vec2(-e.y, e.x)); }
void tail(inout vec2 r, vec3 p, float from, float size, float ink, float wave) {
  float y = clamp(-p.y - from, 0., 3.2);
  vec3 q = p - vec3(.22 * sin(y * 2.6 + wave) * min(y, 1.), -from - y, .25 * sin(y * 1.9 + wave * 2.));
  put(r, (length(q) - .022) * size * .7, 39.);
  float n = floor(y / .5 + .5);
  if (n < .5 || n > 6.) return;
  vec3 b = p - vec3(.22 * sin(n * .5 * 2.6 + wave) * min(n * .5, 1.), -from - n * .5, .25 * sin(n * .5 * 1.9 + wave * 2.));
  b.xy = turn(n * 1.3) * b.xy;
  put(r, max(max(abs(b.y) - abs(b.x) * .62 - .012, abs(b.x) - .19), abs(b.z) - .02) * size * .8, ink);
}
// kind: 0 a diamond with a tail, 1 a delta, 2 a box.
void kite(inout vec2 r, vec3 world, vec3 at, float size, vec3 lean, vec3 kind) {
  float far = length(world - at) - size * 4.6;
  if (far > size) { put(r, far, 40. + kind.y); return; }
  vec3 p = swung(world, at, size, lean);
  vec2 q = vec2(abs(p.x), p.y);
  float one = 40. + kind.y, two = 40. + kind.z;
  if (kind.x < .5) {
    float d = max(edge(q, vec2(0, 1), vec2(.74, .22)), edge(q, vec2(.74, .22), vec2(0, -1.25)));
    put(r, max(d, abs(p.z + .16 * q.x * q.x) - .014) * size * .7, (p.x > 0.) == (p.y > .22) ? one : two);
    put(r, min(rod(p, vec3(0, 1, .02), vec3(0, -1.25, .02), .018), rod(vec3(q.x, p.yz), vec3(0, .22, .02), vec3(.74, .22, -.06), .018)) * size * .8, 39.);
    tail(r, p, 1.25, size, one, at.x);
  } else if (kind.x < 1.5) {
    float d = max(edge(q, vec2(0, .62), vec2(1.45, -.62)), edge(q, vec2(1.45, -.62), vec2(0, -.55)));
    put(r, max(d, abs(p.z + .1 * sin(q.x * 2.)) - .014) * size * .7, q.x < .5 + .3 * p.y ? two : one);
    put(r, min(rod(p, vec3(0, .62, .02), vec3(0, -.75, .02), .016), rod(vec3(q.x, p.yz), vec3(0, .62, .0), vec3(1.45, -.62, -.02), .016)) * size * .8, 39.);
    vec3 b = p - vec3(0, -.75, 0);
    float y = clamp(-b.y, 0., 2.2);
    b.x = abs(b.x) - .1 - .1 * y;
    put(r, (box(vec3(b.x - .1 * sin(y * 3. + at.x), b.y + y, b.z - .2 * sin(y * 2.4)), vec3(.045, .03, .006))) * size * .6, one);
  } else {
    p.xz = turn(.6) * p.xz;
    vec2 e = abs(p.xz) - vec2(.46);
    float shell = abs(max(e.x, e.y)) - .014, cells = abs(abs(p.y) - .62) - .3;
    put(r, max(shell, cells) * size * .8, p.y > 0. ? one : two);
    put(r, max(length(abs(p.xz) - vec2(.46)) - .022, abs(p.y) - 1.02) * size * .8, 39.);
  }
}
vec3 cloth(float t, float ink) {
  float k = ink - 40.;
  if (k < .5) return tone(t, 0x5a1218, 0xa82a24, 0xdb4331, 0xff8a62);
  if (k < 1.5) return tone(t, 0x5a3410, 0xb8761f, 0xeda536, 0xffd98a);
  if (k < 2.5) return tone(t, 0x6f6a5e, 0xb9b09a, 0xf4e8cd, 0xfffaec);
  if (k < 3.5) return tone(t, 0x0f3038, 0x1a5a64, 0x2a8288, 0x86c2ba);
  if (k < 4.5) return tone(t, 0x161e3c, 0x2a3a6b, 0x46598f, 0x95a4c4);
  if (k < 5.5) return tone(t, 0x5a2036, 0xa8485c, 0xe07a82, 0xfbc0b2);
  if (k < 6.5) return tone(t, 0x5c4410, 0xc0952a, 0xf4cc52, 0xfff0a8);
  return tone(t, 0x1f4a44, 0x4a8278, 0x86b8a8, 0xd0e4cc);
}
`;
