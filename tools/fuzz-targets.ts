import { readdirSync, readFileSync } from 'node:fs';
import type { Json } from '@courant/base';
import { instant } from '@courant/base';
import { readRules } from '@courant/desk';
import type { Copy } from '@courant/story';
import { EMPTY_BODY, merge, parseBody } from '@courant/story';
import {
  bodyFromHtml,
  feedLinks,
  readChannelSettings,
  readStoryFile,
  readWire,
  writeNewsMlG2,
  writeNitf,
} from '@courant/wire';
import { SchemaJudge } from '@courant/wire/strict';
import { seeds } from '@courant/wire/testing';

/** Something that reads what comes from outside, and whole files of which damaged ones are made. */
export interface FuzzTarget {
  readonly files: readonly Buffer[];
  /** Minutes of a whole run. */
  readonly minutes: number;
  /** Reads; answers in a word what came of it. To throw is to fail. */
  takes(bytes: Uint8Array): Promise<string>;
}

/** Those that other formats stand on, and what is told from HTML, XML and mail alone, take longer. */
const LONG: ReadonlySet<string> = new Set([
  ...['wxr', 'rss', 'atom', 'newsml-1', 'newsml-g2', 'nitf', 'html', 'mail', 'judge'],
]);
const MINUTES = { usual: 3, long: 10 } as const;

const RECEIVED = instant(new Date('2026-11-01T00:00:00Z'));
const STORIES = new URL('../demo/stories/', import.meta.url);
/** What parts the versions of a merge in one file. */
const CUT = '\u241e';

const CHANNELS = [
  { kind: 'folder', path: '/var/spool/wire', settle: 5 },
  { kind: 'http', address: 'https://wire.example/feed.xml', every: 60 },
  { kind: 'push', proof: { by: 'signature', secrets: ['harbour'] } },
  { kind: 'imap', host: 'mail.example', user: 'wire@mail.example', secret: 'harbour' },
  { kind: 'websub', topic: 'https://wire.example/feed.xml', secret: 'harbour' },
];
const RULES = [
  {
    name: 'Ferries at night',
    when: {
      all: [
        {
          any: [
            { field: 'headline', contains: 'ferry' },
            { field: 'urgency', atMost: 3 },
          ],
        },
        { not: { field: 'text', words: '"failed at noon" engine*' } },
        { field: 'subject', begins: 'medtop:17' },
        { field: 'made', after: '2026-11-24' },
      ],
    },
    hours: { days: ['mon', 'tue'], from: '22:00', until: '06:00', timeZone: 'Europe/London' },
    route: { desk: 'foreign', section: 'world', priority: 1 },
    notify: ['foreign'],
    stop: true,
  },
];

/** Everything that reads what comes from outside, by name. */
export async function fuzzTargets(): Promise<ReadonlyMap<string, FuzzTarget>> {
  const wires = new Map([...seeds(), ...(await written())]);
  const all = [...wires.values()].flat();
  const xml = all.filter((file) => /^\s*</.test(file.toString('latin1')));
  const json = all.filter((file) => /^\s*[{[]/.test(file.toString('latin1')));
  const stories = readdirSync(STORIES).map((name) => readFileSync(new URL(name, STORIES)));
  const bodies = stories.map((story) => Buffer.from(String(story).replace(/^---[\s\S]*?\n---\n/, '')));
  const judge = new SchemaJudge([], 'schemas');
  const text = (read: (text: string) => string) => async (bytes: Uint8Array) =>
    read(new TextDecoder().decode(bytes));
  const rows: readonly (readonly [string, FuzzTarget['files'], FuzzTarget['takes']])[] = [
    ...[...wires].map(([name, files]) => [name, files, takesWire] as const),
    ['html', bodies, text((html) => `${bodyFromHtml(html).body.content.length > 0}`)],
    ['story-file', stories, text((file) => `${readStoryFile(file).ok}`)],
    ['channel', lines(CHANNELS), text((json) => `${readChannelSettings(parsed(json)).ok}`)],
    ['rules', lines([RULES]), text((rules) => `${readRules(parsed(rules)).ok}`)],
    [
      'feed-links',
      [...xml, ...json],
      async (bytes) => `${feedLinks(bytes).hubs.length > 0 || feedLinks(bytes).self !== undefined}`,
    ],
    ['judge', [...xml, ...json], async (bytes) => `${judge.judge(bytes, { received: RECEIVED }).isJudged}`],
    ['body', stories.map(storedBody), text((body) => `${parseBody(parsed(body), counted()).ok}`)],
    ['merge', bodies.map((body) => Buffer.from([body, body, body].join(CUT))), text(merged)],
  ];
  return new Map(
    rows.map(([name, files, takes]) => [
      name,
      { files, takes, minutes: LONG.has(name) ? MINUTES.long : MINUTES.usual },
    ]),
  );
}

async function takesWire(bytes: Uint8Array): Promise<string> {
  const reading = await readWire(bytes, { received: RECEIVED });
  return reading.ok ? 'true' : reading.why;
}

/** What the house writes, of all that it reads: in the formats of which it has files beside those of its own making. */
async function written(): Promise<ReadonlyMap<string, readonly Buffer[]>> {
  const known = seeds();
  const readings = await Promise.all(
    [...known.values()].flat().map((file) => readWire(file, { received: RECEIVED })),
  );
  const items = readings.flatMap((reading) => (reading.ok ? reading.items : []));
  const files = (name: string, made: readonly { readonly text: string }[]) =>
    [name, [...(known.get(name) ?? []), ...made.map((one) => Buffer.from(one.text))]] as const;
  return new Map([
    files(
      'newsml-g2',
      items.map((item) => writeNewsMlG2([item], { sent: RECEIVED })),
    ),
    files(
      'nitf',
      items.map((item) => writeNitf(item)),
    ),
  ]);
}

function lines(values: readonly unknown[]): readonly Buffer[] {
  return values.map((value) => Buffer.from(JSON.stringify(value)));
}

/** The JSON of a text, or the text where it is none: readers of settings are handed what there is. */
function parsed(text: string): Json {
  try {
    // What JSON.parse gives is JSON.
    return JSON.parse(text) as Json;
  } catch {
    // Damaged beyond JSON: then a plain text is what is read.
    return text;
  }
}

function storedBody(story: Buffer): Buffer {
  const read = readStoryFile(String(story));
  return Buffer.from(JSON.stringify(read.ok ? read.value.copy.body : EMPTY_BODY));
}

/** Three bodies of one file, merged. */
function merged(file: string): string {
  const [base, ours, theirs] = file.split(CUT).map(copyOf);
  if (!base || !ours || !theirs) return 'false';
  const { copy } = merge({ base, ours, theirs, wire: { item: 'a', version: '2' } }, counted());
  return `${copy.body.content.length > 0}`;
}

function copyOf(html: string): Copy {
  const { body } = bodyFromHtml(html);
  return { kind: 'article', language: 'en', slug: 'a', headline: html.slice(0, 60), body };
}

function counted(): () => string {
  let n = 0;
  return () => `n${n++}`;
}
