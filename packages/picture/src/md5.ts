/** Turns of each round (RFC 1321, 3.4). */
const TURNS = Int32Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as const;

/**
 * MD5 of bytes (RFC 1321) in hex: the mark by which photo programs tell whether datasets changed behind XMP's back.
 * Against accidents; attackers have forged it for twenty years.
 */
export function md5(bytes: Uint8Array): string {
  const state = Int32Array.from(START);
  const whole = bytes.length - (bytes.length % 64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(16);
  for (let at = 0; at < whole; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i, true);
    mix(state, words);
  }
  const tail = new DataView(new ArrayBuffer(bytes.length % 64 < 56 ? 64 : 128));
  for (let i = whole; i < bytes.length; i++) tail.setUint8(i - whole, bytes[i] ?? 0);
  tail.setUint8(bytes.length - whole, 0x80);
  tail.setUint32(tail.byteLength - 8, bytes.length * 8, true);
  tail.setUint32(tail.byteLength - 4, Math.floor(bytes.length / 2 ** 29), true);
  for (let at = 0; at < tail.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = tail.getInt32(at + 4 * i, true);
    mix(state, words);
  }
  return Array.from(new Uint8Array(state.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  // No lists in here: this runs once for every 64 bytes of a picture.
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let chosen = 0;
    let place = i;
    if (round === 0) {
      chosen = (b & c) | (~b & d);
    } else if (round === 1) {
      chosen = (d & b) | (~d & c);
      place = 5 * i + 1;
    } else if (round === 2) {
      chosen = b ^ c ^ d;
      place = 3 * i + 5;
    } else {
      chosen = c ^ (b | ~d);
      place = 7 * i;
    }
    const sum = (a + chosen + (SINES[i] ?? 0) + (words[place & 15] ?? 0)) | 0;
    const turn = TURNS[4 * round + (i & 3)] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}
