// Runs any script of the project under its own Node: node bin/run.js tools/test.ts …
import { launch } from './launch.js';

const [script, ...args] = process.argv.slice(2);
if (script) {
  launch(script, args);
} else {
  console.error('Usage: node bin/run.js SCRIPT [ARGUMENT…]');
  process.exitCode = 2;
}
