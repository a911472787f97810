import type { Instant } from '@courant/base';
import { instant, millis } from '@courant/base';
import type { Card, Edition, Section } from '@courant/edition';
import { sectionsIn, shownSections } from '@courant/edition';
import type { CopyWords, IssueStory } from '@courant/epaper';
import { issueStory } from '@courant/epaper';
import { pictureIn } from '@courant/picture';
import type { LiveStory, Shelf, Snapshot } from '@courant/press';

/** An edition's copy for the paper of a day, as readers may see it at this moment. */
export interface IssueCopy {
  readonly publication: string;
  readonly edition: Edition;
  /** Top sections in the edition's order. */
  readonly sections: readonly Section[];
  readonly stories: readonly IssueStory[];
  /** When the newest of them came out; the beginning of the day where there is none. */
  readonly newest: Instant;
}

/** Stories of one day that are looked at; a paper of 24 pages holds about a hundred. */
const MOST = 200;
/** Points that a step of urgency is worth, and an hour of age. */
const URGENCY = 11;
const HOUR = 0.4;
const HOUR_MS = 3_600_000;

/**
 * Gathers what the paper of a day prints: what the edition published first on that day and the day before it, which is
 * what a reader has not held in hands yet. Undefined where there is no such edition.
 */
export async function issueCopy(
  shelf: Shelf,
  asked: { readonly edition: string; readonly day: string; readonly words: (edition: Edition) => CopyWords },
): Promise<IssueCopy | undefined> {
  return shelf.read(async (snapshot) => {
    const { publication, editions, sections } = await snapshot.paper();
    const edition = editions.find(({ key }) => key === asked.edition);
    if (!edition) return undefined;
    const cards = await cardsOf(snapshot, edition, asked.day);
    const live = new Map(
      (await snapshot.stories(cards.map(({ story }) => story))).map((one) => [one.story, one]),
    );
    const newest = cards
      .map(({ published }) => published)
      .toSorted()
      .at(-1);
    const words = asked.words(edition);
    const stories = cards.flatMap((card): readonly IssueStory[] => {
      const story = live.get(card.story);
      return story && newest ? [printed(story, { card, newest, edition, words })] : [];
    });
    const named = sectionsIn(edition, sections).filter(({ path }) => !path.includes('/'));
    const shown = shownSections(edition, named);
    const on = { newest: newest ?? instant(Date.parse(`${asked.day}T00:00:00Z`)), edition };
    return { publication: edition.title ?? publication.name, sections: shown, stories, ...on };
  });
}

async function cardsOf(snapshot: Snapshot, edition: Edition, day: string): Promise<readonly Card[]> {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 24 * HOUR_MS).toISOString().slice(0, 10);
  const days = [
    await snapshot.ofDay({ edition, day, most: MOST }),
    await snapshot.ofDay({ edition, day: before, most: MOST }),
  ];
  return days.flat().slice(0, MOST);
}

interface InIssue {
  readonly card: Card;
  /** When the newest story of the issue came out. */
  readonly newest: Instant;
  readonly edition: Edition;
  readonly words: CopyWords;
}

function printed(
  { story, revision, copy, pictures }: LiveStory,
  { card, newest, edition, words }: InIssue,
): IssueStory {
  const hours = (millis(newest) - millis(card.published)) / HOUR_MS;
  const priority = Math.round(100 - (card.urgency - 1) * URGENCY - Math.min(10, hours * HOUR));
  const own = [...pictures].map(([id, picture]) => [id, pictureIn(picture, edition.locale)] as const);
  return issueStory(
    {
      ...{ id: story, revision, copy, pictures: new Map(own) },
      section: card.section.path.split('/', 1)[0] ?? '',
      priority: Math.max(1, Math.min(100, priority)),
    },
    words,
  );
}
