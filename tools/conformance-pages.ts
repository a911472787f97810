import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import { readWire } from '@courant/wire';
import type { Match, PageCase, PageSet } from '@courant/wire/page/testing';
import {
  decodedPage,
  f1,
  holdsTruth,
  match,
  NO_PAGES,
  pageCases,
  wordsOfHtml,
} from '@courant/wire/page/testing';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';

/**
 * `npm run conformance:pages`: every page whose story others wrote down, read by us, by Readability and by Defuddle:
 * the F1 of the words, all pages and each half of them. Readability wrote the truth of its own set. It fails where we
 * are below a bar, or below Defuddle or, but on its own set, Readability.
 */
const BARS: Readonly<Record<Exclude<PageSet, 'trafilatura'>, number>> = {
  zyte: 0.95,
  readability: 0.93,
  fundus: 0.92,
};
const OPTIONS = { received: instant(new Date('2026-11-30T00:00:00Z')) };

type Reader = (page: PageCase) => Promise<string>;

const READERS: Readonly<Record<string, Reader>> = {
  courant: async ({ bytes }) => {
    const reading = await readWire(bytes, OPTIONS);
    const body = reading.ok ? reading.items[0]?.body : undefined;
    return body ? plainText(body) : '';
  },
  readability: async (page) => {
    const { document } = parseHTML(decodedPage(page));
    return wordsOfHtml(new Readability(document).parse()?.content ?? '');
  },
  defuddle: async (page) => {
    const read = await Defuddle(decodedPage(page), page.address ?? 'https://paper.example/a', {
      useAsync: false,
    });
    return wordsOfHtml(read.content);
  },
};

if (NO_PAGES !== false) throw new Error(NO_PAGES);
// Defuddle reports linked data it cannot read, of which pages have plenty.
console.error = () => undefined;
let isBelow = false;
for (const [set, bar] of Object.entries(BARS) as readonly (readonly [keyof typeof BARS, number])[]) {
  const cases = pageCases(set).filter((page) => page.body !== undefined);
  const counted = cases.filter((page) => set !== 'fundus' || holdsTruth(page));
  console.log(
    `${set}: ${counted.length} pages, ${cases.length - counted.length} without their truth in the source`,
  );
  const scores = new Map<string, number>();
  for (const [name, reader] of Object.entries(READERS)) scores.set(name, await score(name, reader, counted));
  const ours = scores.get('courant') ?? 0;
  const others = [...scores].filter(([name]) => name !== 'courant' && name !== set).map(([, value]) => value);
  isBelow ||= ours < Math.max(bar, ...others);
  console.log(`  bar ${bar}${ours < Math.max(bar, ...others) ? ': BELOW' : ''}`);
}
process.exitCode = isBelow ? 1 : 0;

async function score(name: string, reader: Reader, cases: readonly PageCase[]): Promise<number> {
  const matches: Match[] = [];
  const failed: string[] = [];
  for (const page of cases) {
    const words = await reader(page).catch(() => undefined);
    if (words === undefined) failed.push(page.name);
    matches.push(match(words ?? '', page.body ?? ''));
  }
  const half = (rest: number) => f1(matches.filter((_, at) => at % 2 === rest)).toFixed(4);
  console.log(`  ${name.padEnd(12)} F1 ${f1(matches).toFixed(4)}  even ${half(0)}  odd ${half(1)}`);
  if (failed.length > 0) console.log(`    gave up on ${failed.join(', ')}`);
  return f1(matches);
}
