import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import type { Body } from '@courant/story';
import { blockText, plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { readStoryFile, readWire } from '@courant/wire';

/** A text by its paragraphs. */
export interface NearText {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

const SHARED = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** Why there are no real texts; false where there are. */
export const NO_TEXTS = existsSync(join(SHARED, 'extraction'))
  ? false
  : 'extraction is not beside the project (../shared/data)';

/** An item as a reader would give it of a text. */
export function itemOf({ headline, paragraphs }: NearText): WireItem {
  const content = paragraphs.map((text, n) => ({
    ...{ type: 'paragraph' as const, attrs: { id: `p${n}` } },
    content: [{ type: 'text' as const, text }],
  }));
  const body: Body = { type: 'doc', content };
  return { format: 'test', id: 'test', headline, body, warnings: [], unmapped: {} };
}

/** Articles of newspapers as somebody cut them out of their pages: 75 papers in 20 languages, and 90 English pages. */
export function realTexts(): readonly NearText[] {
  const papers = foldersOf('extraction/fundus').flatMap((folder) => {
    const versions = Object.values(json(join(folder, 'truth.json')) as Record<string, Truth>);
    const { title = '', body } = versions.at(-1) ?? {};
    const paragraphs = (body?.sections ?? []).flatMap((section) => section.paragraphs ?? []);
    return [{ headline: title, paragraphs }];
  });
  const pages = foldersOf('extraction/zyte-article-extraction-benchmark').map((folder) => {
    const { articleBody = '' } = json(join(folder, 'truth.json')) as { articleBody?: string };
    return { headline: '', paragraphs: articleBody.split(/\n+/) };
  });
  return whole([...papers, ...pages]);
}

const STORIES = fileURLToPath(new URL('../../../demo/stories', import.meta.url));

/** Stories of the demo paper in its five languages. */
export function ownTexts(): readonly NearText[] {
  const stories = readdirSync(STORIES)
    .toSorted()
    .flatMap((name) => {
      const story = readStoryFile(readFileSync(join(STORIES, name), 'utf8'));
      return story.ok ? [story.value.copy] : [];
    });
  return whole(
    stories.map(({ headline, body }) => ({
      headline,
      paragraphs: body.content.filter(({ type }) => type === 'paragraph').map(blockText),
    })),
  );
}

/** Without what is no paragraph, and without what is no article. */
function whole(texts: readonly NearText[]): readonly NearText[] {
  return texts
    .map((text) => ({ ...text, paragraphs: text.paragraphs.filter((line) => wordsIn(line) > 4) }))
    .filter((text) => text.paragraphs.length > 2 && wordsOf(text) >= 120);
}

interface Truth {
  readonly title?: string;
  readonly body?: { readonly sections?: readonly { readonly paragraphs?: readonly string[] }[] };
}

function foldersOf(path: string): readonly string[] {
  const at = join(SHARED, path);
  const names = readdirSync(at).toSorted();
  return names.map((name) => join(at, name)).filter((folder) => existsSync(join(folder, 'truth.json')));
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Items as agencies sent them, each with what its sender calls it in whatever format. */
export async function realItems(): Promise<readonly { readonly name: string; readonly item: WireItem }[]> {
  const found: { name: string; item: WireItem }[] = [];
  for (const folder of ['ninjs', 'newsml-g2', 'newsml-1', 'nitf', 'text-wire', 'agency-proprietary']) {
    const names = readdirSync(join(SHARED, folder), { recursive: true, encoding: 'utf8' }).toSorted();
    for (const name of names.filter((one) => /\.(?:xml|json|txt|tst)$/.test(one))) {
      if (/expected|SOURCE|schema|\.md$/.test(name)) continue;
      const bytes = readFileSync(join(SHARED, folder, name));
      const reading = await readWire(bytes, { received: instant(new Date('2026-11-01T00:00:00Z')) });
      if (!reading.ok) continue;
      for (const item of reading.items) found.push({ name: nameOf(name, item), item });
    }
  }
  return found.filter(({ item }) => item.body !== undefined && plainText(item.body).length > 100);
}

/** A number that Business Wire gives a release in every format, or the id without its version. */
function nameOf(file: string, item: WireItem): string {
  return /businesswire[^/]*-(\d{14})/.exec(file)?.[1] ?? item.id;
}

/** Words of a text; of scripts without blanks, characters in twos. */
export const wordsIn = (text: string) => {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return unspaced / 2 + text.split(/\s+/).length;
};
/** Words of all paragraphs. */
export const wordsOf = ({ paragraphs }: NearText) => paragraphs.reduce((sum, line) => sum + wordsIn(line), 0);
