import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, squeeze } from '@courant/base';
import type { Block, Inline } from '@courant/story';
import { blockText } from '@courant/story';
import fc from 'fast-check';
import { writeNewsMlG2 } from './newsml-g2-writer.ts';
import { writeNinjs } from './ninjs-writer.ts';
import { writeNitf } from './nitf-writer.ts';
import { readPayload } from './read.ts';
import type { WireItem } from './wire-item.ts';
import { demoItems, readItem, wildItem } from './wire-item-testing.ts';
import type { WrittenFormat } from './writers-loss.data.ts';
import { LOSSES } from './writers-loss.data.ts';

const SENT = instant(new Date('2026-11-01T00:00:00Z'));
const OPTIONS = { received: SENT };

const WRITERS: Readonly<Record<string, readonly [WrittenFormat, (item: WireItem) => string]>> = {
  'ninjs 3.3': ['ninjs-3', (item) => writeNinjs(item).text],
  'ninjs 1.8': ['ninjs-1', (item) => writeNinjs(item, '1.8').text],
  'NewsML-G2': ['newsml-g2', (item) => writeNewsMlG2([item], { sent: SENT }).text],
  NITF: ['nitf', (item) => writeNitf(item).text],
  'NITF without namespace': ['nitf', (item) => writeNitf(item, 'plain').text],
};

async function read(text: string): Promise<WireItem> {
  const reading = await readPayload(new TextEncoder().encode(text), OPTIONS);
  assert.ok(reading.ok, reading.ok ? '' : `${reading.say}\n${text}`);
  const [item] = reading.items;
  assert.ok(item && reading.items.length === 1);
  return item;
}

/** An item as a format gives it back, by the list of what has no word there. */
function kept(item: WireItem, format: WrittenFormat): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...item };
  for (const { formats, field, stays } of LOSSES) {
    if (formats.includes(format)) fields[field] = stays?.(item);
  }
  const { body } = fields as Pick<WireItem, 'body'>;
  return comparable({ ...fields, body: body && { content: keptBlocks(body.content, format) } });
}

/** NITF has one kind of subhead and of emphasis, and nothing of it in preformatted lines. */
function keptBlocks(blocks: unknown, format: WrittenFormat): unknown {
  return JSON.parse(JSON.stringify(blocks), (key, value) => {
    if (format !== 'nitf') return value;
    if (value?.type === 'preformatted') return { ...value, content: value.content.map(withoutMarks) };
    if (value?.type === 'subhead') return { ...value, attrs: { ...value.attrs, level: 3 } };
    return key === 'marks' ? nitfMarks(value) : value;
  });
}

function withoutMarks({ marks, ...inline }: { readonly marks?: unknown }) {
  return inline;
}

function nitfMarks(marks: readonly { readonly type: string }[]) {
  const set = marks.flatMap((mark) => {
    if (mark.type === 'strong' || mark.type === 'em') return [{ type: 'em' }];
    return ['link', 'sup', 'sub'].includes(mark.type) ? [mark] : [];
  });
  const shift = set.findLast(({ type }) => type === 'sup' || type === 'sub');
  const others = set.filter(({ type }) => type !== 'sup' && type !== 'sub');
  return shift ? [...others, shift] : others;
}

/** Fields in one order, without what names only this reading: the format, ids of blocks, and from which item they are. */
function comparable({
  format,
  warnings,
  unmapped,
  ...fields
}: Record<string, unknown>): Record<string, unknown> {
  const { content = [] } = (fields.body ?? {}) as { readonly content?: readonly unknown[] };
  const json = JSON.stringify({ ...fields, body: content }, (key, value) => {
    if (key === 'id' && /^b\d+n?$/.test(value)) return undefined;
    if (key === 'from') return undefined;
    if (key === 'marks') return oneOfEach(value);
    if (key === 'content' && Array.isArray(value)) return joined(value);
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  });
  return JSON.parse(json);
}

/** Marks in one order, each once, and none that says nothing. */
function oneOfEach(marks: readonly { readonly type: string }[]) {
  const unique = [...new Map(marks.map((mark) => [mark.type, mark])).values()];
  return unique.length === 0 ? undefined : unique.toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

/** Texts under the same marks are one, however they were parted. */
function joined(inlines: readonly Inline[]): readonly unknown[] {
  const parts: Inline[] = [];
  for (const inline of inlines) {
    const last = parts.at(-1);
    const isMore = last?.type === 'text' && inline.type === 'text' && marksOf(last) === marksOf(inline);
    if (isMore) parts.splice(-1, 1, { ...last, text: last.text + inline.text });
    else parts.push(inline);
  }
  return parts;
}

function marksOf(inline: Inline): string {
  return inline.type === 'text' ? JSON.stringify(oneOfEach(inline.marks ?? []) ?? []) : '';
}

/** NITF without a word is refused. */
function isReadable({ headline, slug, body }: WireItem, format: WrittenFormat): boolean {
  return format !== 'nitf' || (headline ?? slug) !== undefined || (body?.content.length ?? 0) > 0;
}

function withHead({ kind, ...item }: WireItem): WireItem {
  return { ...item, headline: 'Head' };
}

for (const [name, [format, write]] of Object.entries(WRITERS)) {
  test(`what is written as ${name} is read as the same item, but for what the list of losses names`, async () => {
    const property = fc.asyncProperty(readItem, async (item) => {
      fc.pre(isReadable(item, format));
      const text = write(item);
      const back = comparable({ ...(await read(text)) });
      assert.deepEqual(back, kept(item, format), text);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test(`whatever texts come in, ${name} is read again without being mended`, async () => {
    const property = fc.asyncProperty(wildItem, async (item) => {
      const { warnings } = await read(write(withHead(item)));
      assert.deepEqual(
        warnings.filter(({ code }) => code === 'mended'),
        [],
      );
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test(`every story of the demo paper goes out as ${name} with all its words`, async () => {
    for (const item of demoItems()) {
      const back = await read(write(item));
      assert.equal(wordsIn(back), wordsIn(item), item.id);
      assert.equal(back.headline, item.headline);
    }
  });
}

/** The words of a body in its order; titles of boxes, of entries and of stories to read on are among them. */
function wordsIn({ body }: WireItem): string {
  return squeeze((body?.content ?? []).map(wordsOf).join(' '));
}

function wordsOf(block: Block): string {
  if (block.type === 'picture' || block.type === 'gallery') return '';
  if (block.type !== 'related') return blockText(block);
  return block.attrs.links.map(({ href, title }) => title || href).join(' ');
}
