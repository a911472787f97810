/**
 * What every lit scene is made with, in GLSL: chance, solids as distance fields, a lens, light and inks.
 * A scene gives `vec2 map(vec3)`, the distance to its nearest surface and the number of that surface's ink, and
 * `vec3 pic(vec2)`, the colour at a place (−1 to 1 upwards, as wide as the picture's ratio says). A flat scene gives
 * `pic` only. Distance fields of the common solids are published by Inigo Quilez.
 */
export const LIGHT = `
uniform vec2 SIZE;
uniform vec2 CORNER;
out vec4 printed;
vec2 PX;

float chance(float x) { return fract(sin(x * 127.1) * 43758.5453); }
float chance(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float cloud(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(chance(i), chance(i + vec2(1, 0)), f.x), mix(chance(i + vec2(0, 1)), chance(i + vec2(1, 1)), f.x), f.y);
}
float clouds(vec2 p) {
  float share = .5, sum = 0.;
  for (int i = 0; i < 5; i++) { sum += share * cloud(p); p = mat2(1.6, 1.2, -1.2, 1.6) * p; share *= .5; }
  return sum;
}
mat2 turn(float a) { float c = cos(a), s = sin(a); return mat2(c, -s, s, c); }

// Solids: the distance to a box, an egg, a rod, a tapered rod, a pole and a gabled house whose ridge runs along z.
float box(vec3 p, vec3 b) { vec3 q = abs(p) - b; return length(max(q, 0.)) + min(max(q.x, max(q.y, q.z)), 0.); }
float egg(vec3 p, vec3 r) { float a = length(p / r), b = length(p / (r * r)); return a * (a - 1.) / b; }
float rod(vec3 p, vec3 a, vec3 b, float r) {
  vec3 pa = p - a, ba = b - a;
  return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0., 1.)) - r;
}
float taper(vec3 p, vec3 a, vec3 b, float r1, float r2) {
  vec3 ba = b - a, pa = p - a;
  float h = clamp(dot(pa, ba) / dot(ba, ba), 0., 1.);
  return (length(pa - ba * h) - mix(r1, r2, h)) * .9;
}
float pole(vec3 p, float r, float h) { vec2 d = vec2(length(p.xz) - r, abs(p.y) - h); return min(max(d.x, d.y), 0.) + length(max(d, 0.)); }
float gable(vec3 p, vec3 b, float rise) {
  float body = box(p - vec3(0, b.y, 0), b);
  vec3 q = p - vec3(0, 2. * b.y, 0);
  q.x = abs(q.x);
  float slope = dot(q.xy - vec2(b.x * 1.09, -.06 * b.x), normalize(vec2(rise, b.x)));
  return min(body, max(max(slope, -q.y - .06 * b.x), abs(q.z) - b.z * 1.06));
}
float melt(float a, float b, float k) { float h = max(k - abs(a - b), 0.) / k; return min(a, b) - h * h * k * .25; }
float carve(float a, float b, float k) { return -melt(-a, b, k); }
void put(inout vec2 r, float d, float ink) { if (d < r.x) r = vec2(d, ink); }

// Inks: a colour by its number, four of them as a ramp, and the ramp printed in steps whose edges are stippled.
vec3 hex(int h) { return vec3(float((h >> 16) & 255), float((h >> 8) & 255), float(h & 255)) / 255.; }
vec3 ramp(vec3 a, vec3 b, vec3 c, vec3 d, float t) { return t < .333 ? mix(a, b, t * 3.) : t < .667 ? mix(b, c, t * 3. - 1.) : mix(c, d, t * 3. - 2.); }
float dust() { vec2 q = PX * 1500. / SIZE.x; return cloud(q * .83) * .62 + cloud(q * .41 + 9.) * .38 - .5; }
float steps(float t, float n, float grit) { return floor(clamp(t, 0., 1.) * n + .5 + dust() * grit) / n; }
vec3 tone(float t, int a, int b, int c, int d) { return ramp(hex(a), hex(b), hex(c), hex(d), clamp(steps(t, 5., .7), 0., 1.)); }
vec3 tone(float t, float n, float grit, int a, int b, int c, int d) { return ramp(hex(a), hex(b), hex(c), hex(d), clamp(steps(t, n, grit), 0., 1.)); }
`;

/** The part of the same that walks rays through `map`: for scenes that are not flat. */
export const RAYS = `
vec2 map(vec3 p);
vec3 normal(vec3 p) {
  vec2 e = vec2(FINE, 0);
  return normalize(vec3(map(p + e.xyy).x - map(p - e.xyy).x, map(p + e.yxy).x - map(p - e.yxy).x, map(p + e.yyx).x - map(p - e.yyx).x));
}
// The way to the nearest surface along a ray and that surface's ink; a negative way where nothing is hit.
vec2 trace(vec3 ro, vec3 rd, float far) {
  float t = FINE * 8.;
  vec2 h = vec2(1, 0);
  for (int i = 0; i < WALK; i++) {
    h = map(ro + rd * t);
    if (h.x < .0006 * t || t > far) break;
    t += h.x * .88;
  }
  return vec2(t > far ? -1. : t, h.y);
}
float shadow(vec3 ro, vec3 rd, float soft, float far) {
  float r = 1., t = FINE * 24.;
  for (int i = 0; i < 64; i++) {
    float h = map(ro + rd * t).x;
    r = min(r, soft * h / t);
    t += clamp(h, FINE * 16., far * .06);
    if (r < .01 || t > far) break;
  }
  return clamp(r, 0., 1.);
}
float nook(vec3 p, vec3 n, float reach) {
  float s = 0.;
  for (int i = 1; i < 5; i++) { float d = reach * float(i) * .25; s += (d - map(p + n * d).x) / exp2(float(i)) / reach; }
  return clamp(1. - 2.2 * s, 0., 1.);
}
vec3 lens(vec3 ro, vec3 ta, vec2 uv, float f) {
  vec3 w = normalize(ta - ro), u = normalize(cross(vec3(0, 1, 0), w)), v = cross(w, u);
  return normalize(uv.x * u + uv.y * v + f * w);
}

// A person 1.7 high with the feet near the origin, looking along z. Hands and feet are where the scene puts them.
// Inks: coat, then legs, skin, hat in the three numbers after it.
void figure(inout vec2 r, vec3 p, mat4 limbs, float lean, float coat) {
  if (length(p - vec3(0, .9, lean * .5)) > 1.9) { put(r, length(p - vec3(0, .9, lean * .5)) - 1.6, coat); return; }
  vec3 hip = vec3(0, .88, 0), neck = vec3(0, 1.38, lean);
  vec3 lh = limbs[0].xyz, rh = limbs[1].xyz, lf = limbs[2].xyz, rf = limbs[3].xyz;
  float d = taper(p, hip, neck - vec3(0, .12, .12 * lean), .19, .2);
  vec3 ls = neck + vec3(.2, -.1, 0), rs = neck + vec3(-.2, -.1, 0);
  vec3 le = (ls + lh) * .5 + vec3(.07, -.08, -.03), re = (rs + rh) * .5 + vec3(-.07, -.08, -.03);
  d = melt(d, min(taper(p, ls, le, .085, .07), taper(p, rs, re, .085, .07)), .06);
  d = min(d, min(taper(p, le, lh, .07, .055), taper(p, re, rh, .07, .055)));
  put(r, d, coat);
  vec3 lk = (hip + lf) * .5 + vec3(.05, 0, .05), rk = (hip + rf) * .5 + vec3(-.05, 0, .05);
  d = min(taper(p, hip + vec3(.09, -.05, 0), lk, .115, .085), taper(p, hip - vec3(.09, .05, 0), rk, .115, .085));
  d = min(d, min(taper(p, lk, lf, .085, .065), taper(p, rk, rf, .085, .065)));
  put(r, d, coat + 1.);
  d = min(length(p - lh) - .065, length(p - rh) - .065);
  vec3 head = neck + vec3(0, .22, .05 + lean * .12);
  d = min(d, min(egg(p - head, vec3(.105, .135, .12)), rod(p, neck, head, .06)));
  put(r, d, coat + 2.);
  d = max(egg(p - head - vec3(0, .03, -.012), vec3(.122, .135, .137)), -(p.y - head.y - .035));
  put(r, d, coat + 3.);
}
`;

/** Develops one place of the sheet from several rays. */
export const DEVELOP = `
vec3 pic(vec2 uv);
void main() {
  vec3 sum = vec3(0);
  for (int i = 0; i < RAYS_A_SIDE * RAYS_A_SIDE; i++) {
    PX = gl_FragCoord.xy + CORNER + (vec2(i % RAYS_A_SIDE, i / RAYS_A_SIDE) + .5) / float(RAYS_A_SIDE) - .5;
    sum += clamp(pic((2. * PX - SIZE) / SIZE.y), 0., 1.);
  }
  printed = vec4(sum / float(RAYS_A_SIDE * RAYS_A_SIDE), 1);
}
`;
