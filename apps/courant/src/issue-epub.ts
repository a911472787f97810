import type { Darkroom } from '@courant/darkroom';
import type { IssueModel } from '@courant/epaper';
import { writeEpub } from '@courant/epaper';
import { wordsOf } from '@courant/site';
import type { IssueCopy } from './issue-copy.ts';
import { dayOfIssue } from './issue-print.ts';

/** Pixels across, of a picture in an EPUB: what screens of readers show. */
const PICTURE_WIDTH = 1200;

/** What an EPUB is made of beside the pages. */
export interface EpubMaking {
  readonly copy: IssueCopy;
  /** The front page as a JPEG. */
  readonly cover: Uint8Array;
  /** Scheme and host of the paper: with edition and day it names the issue for good. */
  readonly origin: string;
  readonly darkroom: Darkroom;
}

/** Writes an issue as an EPUB. Throws Fault `picture-lost`. */
export async function issueEpub(
  model: IssueModel,
  { copy, cover, origin, darkroom }: EpubMaking,
): Promise<Uint8Array> {
  const words = wordsOf(copy.edition);
  const printed = new Set(
    model.pages.flatMap(({ regions }) =>
      regions.flatMap(({ kind, story, tells = [] }) => (kind === 'briefs' ? tells : (story ?? []))),
    ),
  );
  const stories = copy.stories.filter(({ id }) => printed.has(id));
  const pictures = new Map<string, Uint8Array>();
  for (const { hash, width } of stories.flatMap((story) => story.pictures))
    if (!pictures.has(hash))
      pictures.set(
        hash,
        await darkroom.print({ hash, width: Math.min(width, PICTURE_WIDTH), format: 'jpeg' }),
      );
  const name = `${new URL(origin).host}/${copy.edition.key}/${model.date}`;
  return writeEpub(model, {
    ...{ stories: new Map(stories.map((story) => [story.id, story])), pictures, cover },
    ...{ identifier: `urn:courant:issue:${name}`, printed: `urn:courant:print:${name}` },
    // The moment of its newest story: the same copy gives the same bytes.
    modified: copy.newest,
    words: {
      ...{ contents: words('printContents'), pages: words('printPages'), landmarks: words('printLandmarks') },
      ...{ stories: words('printStories'), cover: words('printFront'), summary: words('printSummary') },
      day: dayOfIssue(copy.edition, model.date),
      page: (page) => words('printPage', { page }),
    },
  });
}
