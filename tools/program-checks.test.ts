import assert from 'node:assert/strict';
import { test } from 'node:test';
import { styleProblems } from './style-check.ts';
import { typeProblems } from './type-check.ts';

test('what tsc says becomes one problem an error, further lines left out', () => {
  const out = `packages/wire/src/kill.ts(12,5): error TS2322: Type 'a' is not assignable.
  The expected type comes from 'b'.
apps/courant/src/serve.ts(3,1): error TS2307: Cannot find module 'x'.
`;
  assert.deepEqual(typeProblems(out), [
    { file: 'packages/wire/src/kill.ts', line: 12, say: "TS2322: Type 'a' is not assignable." },
    { file: 'apps/courant/src/serve.ts', line: 3, say: "TS2307: Cannot find module 'x'." },
  ]);
});

test('what Biome says becomes one problem a finding, a mere warning too; layout tells the command', () => {
  const out = `::error title=format,file=/srv/paper/tools/a.ts,line=1,endLine=1,col=2,endColumn=2::Formatter would
::warning title=lint/correctness/noUnusedImports,file=/srv/paper/tools/b.ts,line=3,endLine=3::This import is unused.
`;
  assert.deepEqual(styleProblems(out, '/srv/paper'), [
    { file: 'tools/a.ts', line: 1, say: "The layout is not Biome's: run npx biome check --write tools/a.ts" },
    { file: 'tools/b.ts', line: 3, say: 'lint/correctness/noUnusedImports: This import is unused.' },
  ]);
});
