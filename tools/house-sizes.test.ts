import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseSizes } from './house-sizes.ts';
import { treeOf } from './tree.ts';

const PATH = 'packages/wire/src/kill.ts';
const kernel = { file: PATH, name: 'solve', reason: 'one numerical recurrence' };

function says(text: string, path = PATH): readonly string[] {
  return houseSizes(treeOf({ [path]: text }), []).map(({ say }) => say);
}

function ofLines(count: number): string {
  return `function solve() {\n${'work();\n'.repeat(count - 2)}}`;
}

test('a file of 300 lines passes and one of 301 does not, unless it is a table or a test', () => {
  assert.deepEqual(says('work();\n'.repeat(300)), []);
  assert.match(says('work();\n'.repeat(301)).join(), /301 lines and may have 300/);
  assert.deepEqual(says('work();\n'.repeat(301), 'packages/wire/src/codes.data.ts'), []);
  assert.deepEqual(says('work();\n'.repeat(301), 'packages/wire/src/kill.test.ts'), []);
});

test('a function of 40 lines passes and one of 41 does not, whatever form it has', () => {
  assert.deepEqual(says(ofLines(40)), []);
  assert.match(says(ofLines(41)).join(), /solve has 41 lines/);
  assert.match(says(`const solve = () => {${'\n'.repeat(40)}};`).join(), /solve has 41 lines/);
  assert.match(says(`class A { solve() {${'\n'.repeat(40)}} }`).join(), /solve has 41 lines/);
});

test('a listed kernel may be long; a row that nothing needs is refused', () => {
  const tree = (lines: number) => treeOf({ [PATH]: ofLines(lines) });
  assert.deepEqual(houseSizes(tree(90), [kernel]), []);
  assert.match(houseSizes(tree(30), [kernel])[0]?.say ?? '', /needs no exception any more/);
});

test('sixteen exceptions are one too many', () => {
  const names = Array.from({ length: 16 }, (_, i) => `solve${i}`);
  const text = names.map((name) => ofLines(41).replace('solve', name)).join('\n');
  const tree = treeOf({ 'packages/wire/src/kill.data.ts': text });
  const rows = names.map((name) => ({ ...kernel, file: 'packages/wire/src/kill.data.ts', name }));
  assert.match(houseSizes(tree, rows)[0]?.say ?? '', /16 exceptions and may have 15/);
});

test('three parameters pass, four do not; `this` is none', () => {
  assert.deepEqual(says('function a(this: X, b: 1, c: 2, d: 3) {}'), []);
  assert.match(says('const a = (b, c, d, e) => b;').join(), /a takes 4 parameters/);
  assert.match(says('class A { b(c, d, { e }, ...f) {} }').join(), /b takes 4 parameters/);
});

test('three deep passes, four does not; else-if is no deeper and a function inside begins anew', () => {
  const nested = (inner: string): string => `function a() { for (;;) { if (b) { while (c) { ${inner} } } } }`;
  assert.deepEqual(says(nested('d();')), []);
  assert.match(says(nested('try { d(); } finally { e(); }')).join(), /a nests 4 deep/);
  assert.deepEqual(says(nested('f(() => { if (g) h(); });')), []);
  assert.deepEqual(
    says('function a() { if (b) c(); else if (d) e(); else if (f) g(); else if (h) i(); }'),
    [],
  );
});
