import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson } from './loose-json.ts';

function mended(text: string): unknown {
  const read = readJson(text);
  assert.ok(read.ok, text);
  assert.equal(read.isMended, true);
  return read.value;
}

test('sound JSON is read as it stands, also behind a byte order mark', () => {
  const read = readJson('\uFEFF{"a":"b\\"c\\\\","d":[1,null]}');
  assert.deepEqual(read, { ok: true, value: { a: 'b"c\\', d: [1, null] }, isMended: false });
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      const again = readJson(text);
      assert.ok(again.ok && !again.isMended);
      if (!/\\u/.test(text)) assert.deepEqual(again.value, value);
    }),
  );
});

test('bare tabs, line ends and control characters inside strings are mended', () => {
  assert.deepEqual(mended('{"a":"one\ttwo\nthree\r\nfour\u0001five"}'), {
    a: 'one\ttwo\nthree\r\nfour five',
  });
});

test('quotes escaped twice over stay quotes, and a backslash at the end of a string stays one', () => {
  assert.deepEqual(mended('{"a":"he said \\\\"no\\\\" twice\tand left","b":"c:\\\\"}'), {
    a: 'he said "no" twice\tand left',
    b: 'c:\\',
  });
});

test('escapes that JSON does not know stay as written', () => {
  assert.deepEqual(mended('{"a":"it\\\'s 5\\% \\n up"}'), { a: "it\\'s 5\\% \n up" });
});

test('commas before a closing bracket fall away, and those inside strings stay', () => {
  assert.deepEqual(mended('{"a":[1,2, ],"b":"x,}",\n}'), { a: [1, 2], b: 'x,}' });
});

test('what cannot be mended is told with its line', () => {
  assert.deepEqual(readJson('{"a": 1,\n"b": 2 "c": 3}'), {
    ok: false,
    why: 'broken',
    say: 'broken JSON: line 2 cannot be read',
  });
  assert.equal(readJson('{"a":NaN}').ok, false);
  assert.doesNotMatch(JSON.stringify(readJson('{"a":NaN}')), /ends too early/);
  assert.deepEqual(readJson('{"a":'), { ok: false, why: 'broken', say: 'broken JSON: it ends too early' });
});

test('characters that no database keeps as text are taken out of strings', () => {
  assert.deepEqual(readJson('{"a":"x\\u0000y\\u0007z","b":"\\ud800!","c":"\\ud83d\\ude00\\n"}'), {
    ok: true,
    value: { a: 'xyz', b: '\uFFFD!', c: '\u{1F600}\n' },
    isMended: false,
  });
});

test('JSON deeper than any item is refused, brackets in strings not counted', () => {
  const deep = readJson(`{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`);
  assert.equal(!deep.ok && deep.why, 'too-deep');
  assert.equal(readJson(`{"a":"${'['.repeat(1_000)}"}`).ok, true);
});
