import type { Instant, Result } from '@courant/base';
import { done, parseInstant, refused } from '@courant/base';
import type { Copy, Dateline, StoryKind, Subject } from '@courant/story';
import { bodyFromHtml } from './html-body.ts';

/** A story as one file: its copy, and what the file says beside it of where and when it stands. */
export interface StoryFile {
  readonly copy: Copy;
  readonly extra: StoryFileExtra;
}

/** What a story file may say that is no copy. */
export interface StoryFileExtra {
  /** Path of a section. */
  readonly section?: string;
  /** Keys of editions, with commas between. */
  readonly editions?: string;
  /** ISO 8601 durations before now, as `-PT3H20M`. */
  readonly published?: string;
  readonly updated?: string;
  /** When a live blog ended, before now as above. */
  readonly 'coverage-ends'?: string;
  /** A public note: the story is then published and corrected. */
  readonly correction?: string;
}

const TEXTS: ReadonlyMap<string, keyof Copy> = new Map([
  ['slug', 'slug'],
  ['headline', 'headline'],
  ['kicker', 'kicker'],
  ['standfirst', 'standfirst'],
  ['byline', 'byline'],
  ['source', 'source'],
  ['language', 'language'],
  ['picture', 'picture'],
  ['translates', 'translates'],
  ['picture-caption', 'pictureCaption'],
  ['url-slug', 'urlSlug'],
  ['digital-source-type', 'digitalSourceType'],
  ['ed-note', 'edNote'],
]);
const EXTRAS: ReadonlySet<string> = new Set([
  ...['section', 'editions', 'published', 'updated', 'correction', 'coverage-ends'],
]);
const KINDS: readonly StoryKind[] = ['article', 'gallery', 'analysis', 'opinion', 'live'];

/**
 * Reads a story file: front matter of `key: value` lines between two lines `---`, then the body as HTML
 * (docs/story-file.md). Refuses a file with a key it does not know or a value it cannot read, naming the line.
 */
export function readStoryFile(text: string): Result<StoryFile, 'bad-story-file'> {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text);
  if (!found)
    return bad('it begins with a line ---, then lines “key: value”, then a line ---, then the body');
  const [, front = '', html = ''] = found;
  const fields: Record<string, unknown> = { kind: 'article', language: 'en' };
  const extra: Record<string, string> = {};
  const said = new Set<string>();
  for (const [i, line] of front.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, key = '', value = ''] = /^([a-z-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === '') return bad(`line ${i + 2} is no “key: value”: ${line}`);
    if (value === '') continue;
    if (said.has(key)) return bad(`line ${i + 2}: ${key} is said twice`);
    said.add(key);
    if (EXTRAS.has(key)) extra[key] = value;
    else {
      const read = fieldOf(key, value);
      if (!read.ok) return bad(`line ${i + 2}: ${read.say}`);
      Object.assign(fields, read.value);
    }
  }
  for (const key of ['slug', 'headline']) {
    if (fields[key] === undefined) return bad(`it has no ${key}`);
  }
  const { body } = bodyFromHtml(html, { isHouse: true });
  // Each field was read above under its own type, and the two that must be there are.
  return done({ copy: { ...(fields as unknown as Omit<Copy, 'body'>), body }, extra });
}

function bad(say: string): Result<StoryFile, 'bad-story-file'> {
  return refused('bad-story-file', `This is no story file: ${say}.`);
}

function fieldOf(key: string, value: string): Result<Partial<Copy>> {
  const name = TEXTS.get(key);
  if (name !== undefined) return done({ [name]: value });
  switch (key) {
    case 'kind': {
      const kind = KINDS.find((one) => one === value);
      return kind
        ? done({ kind })
        : refused('bad-value', `kind is one of ${KINDS.join(', ')}, not “${value}”`);
    }
    case 'urgency': {
      const urgency = Number(value);
      const isGood = Number.isInteger(urgency) && urgency >= 1 && urgency <= 9;
      return isGood
        ? done({ urgency })
        : refused('bad-value', `urgency is a number from 1 to 9, not “${value}”`);
    }
    case 'embargo':
      return embargoOf(value);
    case 'dateline':
      return done({ dateline: datelineIn(value) });
    case 'authors':
      return done({ authors: listed(value) });
    case 'keywords':
      return done({ keywords: listed(value) });
    case 'subjects':
      return done({ subjects: listed(value, /,\s*(?=medtop:|subj:)/).map(subjectIn) });
    default:
      return refused('unknown-key', `there is no key “${key}”`);
  }
}

function embargoOf(value: string): Result<Partial<Copy>> {
  const embargo: Instant | 'indefinite' | undefined = value === 'indefinite' ? value : parseInstant(value);
  if (embargo !== undefined) return done({ embargo });
  return refused(
    'bad-value',
    `embargo is a time with zone, as 2026-11-23T18:00:00Z, or indefinite, not “${value}”`,
  );
}

/** `HALDEN BAY, Norway (Agencies)`. */
function datelineIn(value: string): Dateline {
  const [, place = value, agencies] = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(value) ?? [];
  return { place, ...(agencies ? { agencies: listed(agencies) } : {}) };
}

/** `medtop:04000000 economy, business and finance`. */
function subjectIn(value: string): Subject {
  const [, code, name] = /^([a-z]+:\S+)\s*(.*)$/.exec(value) ?? [];
  if (code === undefined) return { name: value };
  return { code, ...(name ? { name } : {}) };
}

function listed(value: string, between: RegExp = /,/): readonly string[] {
  return value
    .split(between)
    .map((word) => word.trim())
    .filter(Boolean);
}
