import type { Instant } from '@courant/base';
import type { Subject } from '@courant/story';
import { exportBody } from './export-body.ts';
import type { KnownMedia } from './export-media.ts';
import { mergedMedia } from './export-media.ts';
import { present, unique } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, PubStatus, WireItem, WireLink, WireMedia, WireWarning } from './wire-item.ts';

/** Where a post stood in the system it comes from. */
export type PostState = 'published' | 'draft' | 'private' | 'scheduled' | 'trash' | 'unknown';

/** A story as another system's export tells it: plain words, moments and addresses; only the body is HTML. */
export interface ExportPost {
  /** One of EXPORT_FORMATS. */
  readonly format: string;
  readonly id: string;
  readonly state: PostState;
  /** A standing page of the site: it is kept, and is no story until somebody makes one of it. */
  readonly isPage?: boolean;
  /** What the system calls its state, where we do not know the word. */
  readonly stateWord?: string | undefined;
  readonly supplier?: string | undefined;
  readonly headline?: string | undefined;
  readonly kicker?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly slug?: string | undefined;
  readonly html?: string | undefined;
  readonly authors?: readonly Author[];
  readonly published?: Instant | undefined;
  readonly updated?: Instant | undefined;
  readonly language?: string | undefined;
  readonly sectionPath?: readonly string[];
  readonly subjects?: readonly Subject[];
  readonly keywords?: readonly string[];
  /** The main picture; those of the body come behind it. */
  readonly media?: readonly WireMedia[];
  /** Files put into the post, which its body may show or not. */
  readonly attached?: readonly WireMedia[];
  /** Tells what is known of a file by its address. */
  readonly known?: KnownMedia;
  readonly links?: readonly WireLink[];
  readonly address?: string | undefined;
  readonly formerAddresses?: readonly (string | undefined)[];
  readonly warnings?: readonly WireWarning[];
  readonly unmapped?: Readonly<Record<string, unknown>>;
}

const STATUS: Readonly<Record<PostState, PubStatus>> = {
  published: 'usable',
  draft: 'withheld',
  private: 'withheld',
  scheduled: 'withheld',
  trash: 'canceled',
  unknown: 'withheld',
};
const STATE_SAYS: Readonly<Record<Exclude<PostState, 'published'>, string>> = {
  draft: 'It was a draft there and was never public.',
  private: 'It was not public there: private, or behind a password.',
  scheduled: 'It was scheduled there and not yet public.',
  trash: 'It lay in the waste basket there.',
  unknown: 'What it was there is told by a word we do not know.',
};

/** The item of a post. What was not public there is never `usable`. */
export function itemOfPost(post: ExportPost, options: ReadOptions): WireItem {
  const { authors = [], published, updated = published, state } = post;
  const [address] = addresses([post.address]);
  const read = exportBody(post.html ?? '', { from: { item: post.id, version: '' } });
  const isAhead = state === 'scheduled' && published !== undefined && published > options.received;
  const former = addresses(post.formerAddresses ?? []).filter((one) => one !== address);
  return {
    format: post.format,
    id: post.id,
    ...present({
      versionCreated: updated,
      firstCreated: state === 'published' ? published : undefined,
      supplier: post.supplier ?? options.supplier,
      language: post.language,
      headline: post.headline,
      slug: post.slug,
      kicker: post.kicker,
      standfirst: post.standfirst,
      byline: bylineOf(authors, post.language),
      authors,
      status: post.isPage && state === 'published' ? 'withheld' : STATUS[state],
      embargo: isAhead ? published : undefined,
      keywords: post.keywords,
      subjects: post.subjects,
      links: unique([...(post.links ?? []), ...read.links], ({ href }) => href),
      media: mergedMedia([post.media ?? [], read.media, post.attached ?? []].flat(), post.known),
      address,
      formerAddresses: former,
      sectionPath: post.sectionPath,
    }),
    ...(read.body.content.length === 0 ? {} : { body: read.body }),
    warnings: [...stateWarnings(post), ...(post.warnings ?? []), ...read.warnings],
    unmapped: present({ ...post.unmapped }),
  };
}

const PAGE: WireWarning = {
  code: 'page',
  say: 'It was a page there and no post: it is on file and is not published by itself.',
};

/** What of some texts is an address or the path of one, each once. */
function addresses(said: readonly (string | undefined)[]): readonly string[] {
  return unique(
    said.flatMap((one) => (one !== undefined && /^(?:https?:\/\/|\/)\S+$/i.test(one) ? [one] : [])),
  );
}

function stateWarnings({ state, stateWord = '', isPage = false }: ExportPost): readonly WireWarning[] {
  if (isPage) return [PAGE];
  if (state === 'published') return [];
  const word = stateWord === '' ? '' : ` (${stateWord.slice(0, 60)})`;
  return [
    { code: state === 'unknown' ? 'unknown-status' : 'not-public', say: `${STATE_SAYS[state]}${word}` },
  ];
}

/** Accounts that no reader was ever told of. */
const NOBODY = /^(?:admin(?:istrator)?|root|webmaster|editor|wordpress|ghost)$/i;

function bylineOf(authors: readonly Author[], language = 'en'): string | undefined {
  const names = authors.map(({ name }) => name).filter((name) => !NOBODY.test(name));
  if (names.length === 0) return undefined;
  // British English sets no comma before the last name.
  const tag = /^en\b/i.test(language) ? 'en-GB' : language;
  const locale = isLanguage(tag) ? tag : 'en-GB';
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag);
}

/** Told where only subscribers could read a post. */
export const MEMBERS_WARNING: WireWarning = {
  code: 'members-only',
  say: 'Only subscribers could read it there.',
};
