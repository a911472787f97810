import { makeIssue, writePdf } from '@courant/epaper';
import { inventedIssue } from '@courant/epaper/generator/testing';
import { printParts } from './epaper-parts.ts';

/**
 * What a process measures of itself that makes and prints one issue: milliseconds of the layout alone and from its own
 * start to the issue made, and the most memory it took, in megabytes.
 */
export interface Alone {
  readonly layout: number;
  readonly whole: number;
  readonly memory: number;
}

const [seed, pages] = process.argv.slice(2).map(Number);
const input = await inventedIssue(seed ?? 1, pages);
const begun = performance.now();
const { model } = makeIssue(input);
const made = performance.now();
writePdf(model, await printParts(input, model));
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ layout: made - begun, whole: made, memory } satisfies Alone));
