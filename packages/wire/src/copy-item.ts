import type { Instant } from '@courant/base';
import type { Block, Copy, PictureAttrs } from '@courant/story';
import { datelineLine } from './dateline-line.ts';
import { present } from './fields.ts';
import type { Author, WireItem, WireMedia } from './wire-item.ts';

/** What a story's copy does not say of the item made of it. */
export interface CopyFacts {
  readonly id: string;
  readonly version?: string;
  readonly versionCreated?: Instant;
  readonly firstCreated?: Instant;
  /** The paper, as it names itself. */
  readonly supplier?: string;
  /** The canonical address of the story. */
  readonly address?: string;
  readonly sectionPath?: readonly string[];
  /** The authors whose keys the copy holds. */
  readonly authors?: readonly Author[];
  /** A picture of the library, at an address and under a credit; undefined where it may not be handed on. */
  picture?(id: string): Omit<WireMedia, 'kind'> | undefined;
}

/**
 * An item made of a story's copy, to be written in an agency's format: the reverse of `copyFromItem`. The dateline
 * opens the first paragraph, as agencies have it; pictures come beside the text under the words the story gives them.
 * The copy is that of a revision: what a draft keeps for its newsroom would go out.
 */
export function itemFromCopy(copy: Copy, facts: CopyFacts): WireItem {
  const { language, slug, headline, kicker, standfirst, byline, dateline, source, urgency } = copy;
  const { embargo, subjects, keywords, edNote, body } = copy;
  const { id, version, supplier, address, sectionPath, authors } = facts;
  return {
    format: 'copy',
    id,
    ...present({
      version,
      versionCreated: facts.versionCreated ?? copy.lastUpdated ?? copy.firstPublished,
      firstCreated: facts.firstCreated ?? copy.firstPublished,
      ...{
        supplier,
        language,
        headline,
        slug,
        kicker,
        standfirst,
        byline,
        authors,
        dateline,
        source,
        urgency,
      },
      ...{ embargo, edNote, keywords, subjects, address, sectionPath },
      status: 'usable' as const,
      media: mediaOf(copy, facts),
    }),
    body: dateline ? { type: 'doc', content: opened(body.content, datelineLine(dateline)) } : body,
    warnings: [],
    unmapped: {},
  };
}

/** The blocks with a dateline before the first word; where no paragraph comes first, it stands in its field alone. */
function opened(blocks: readonly Block[], line: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  return [{ ...first, content: [{ type: 'text', text: `${line} - ` }, ...(first.content ?? [])] }, ...rest];
}

/** The main picture first, then those of the text, each once. */
function mediaOf({ picture, pictureCaption, body }: Copy, facts: CopyFacts): readonly WireMedia[] {
  const main = picture === undefined ? [] : [present({ picture, caption: pictureCaption })];
  const shown = [...main, ...body.content.flatMap(picturesOf)] as readonly PictureAttrs[];
  const first = new Map(shown.toReversed().map((one) => [one.picture, one]));
  return [...new Set(shown.map((one) => one.picture))].flatMap((id): readonly WireMedia[] => {
    const known = facts.picture?.(id);
    const caption = first.get(id)?.caption || known?.caption;
    return known === undefined ? [] : [{ ...known, kind: 'picture', ...present({ caption }) }];
  });
}

function picturesOf(block: Block): readonly PictureAttrs[] {
  if (block.type === 'picture') return [block.attrs];
  return block.type === 'gallery' ? block.attrs.pictures : [];
}
