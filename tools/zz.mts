import { startTestCluster } from './test-cluster.ts';
import { spawnSync } from 'node:child_process';
const c = await startTestCluster();
for (const f of process.argv.slice(2)) spawnSync(process.execPath, ['--test-reporter=spec', f], { stdio:'inherit', env:{...process.env, COURANT_TEST_DATABASE:c.url, COURANT_TEST_FILES:c.files}});
await c.stop();
