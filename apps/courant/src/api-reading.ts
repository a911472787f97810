import { ROUTES } from '@courant/api';
import type { Id } from '@courant/base';
import { instant, isId, wordCount } from '@courant/base';
import type { Card, Edition, Section } from '@courant/edition';
import { frontPath } from '@courant/edition';
import type { LiveStory, Paper } from '@courant/press';
import { entriesAfter } from '@courant/store';
import { bodyHtml, PLAIN_VIEW, plainText } from '@courant/story';
import type { Handler, Reply } from './api-call.ts';
import type { House } from './house.ts';

/** The paper, its editions and sections. */
export const readPaper: Handler = async ({ house }) => {
  const { publication, editions, sections } = await house.shelf.read((snapshot) => snapshot.paper());
  return {
    status: 200,
    json: {
      name: publication.name,
      editions: editions.map((edition) => ({
        key: edition.key,
        name: edition.name,
        locale: edition.locale,
        url: house.config.publicUrl + frontPath(edition),
      })),
      sections: sections.map(({ path, name }) => ({ path, name })),
    },
  };
};

/** Live stories of an edition or a section of it, newest first. */
export const listStories: Handler = async ({ house, query }) => {
  const asked = ROUTES.listStories.query.parse(query);
  const before = asked.cursor === undefined ? undefined : cursorOf(asked.cursor);
  if (asked.cursor !== undefined && !before) {
    return {
      refused: 'bad-request',
      say: 'The cursor is not one of ours: take “next” of the page before as it is.',
    };
  }
  return house.shelf.read(async (snapshot): Promise<Reply> => {
    const paper = await snapshot.paper();
    const edition = paper.editions.find((one) =>
      asked.edition === undefined ? one.isDefault : one.key === asked.edition,
    );
    if (!edition) return { refused: 'not-found', say: `There is no edition “${asked.edition}”.` };
    const sections = sectionsUnder(paper, asked.section);
    if (sections?.length === 0)
      return { refused: 'not-found', say: `There is no section “${asked.section}”.` };
    const list = {
      edition: edition.id,
      most: asked.limit + 1,
      ...(sections ? { sections } : {}),
      ...(before ? { before } : {}),
    };
    const cards = await snapshot.newest(list);
    const page = cards.slice(0, asked.limit);
    const last = page.at(-1);
    const next = cards.length > page.length && last ? { next: cursorAfter(last) } : {};
    return { status: 200, json: { stories: page.map((card) => cardMessage(house, card)), ...next } };
  });
};

function sectionsUnder(paper: Paper, path: string | undefined): readonly Id[] | undefined {
  if (path === undefined) return undefined;
  const below = (section: Section) => section.path === path || section.path.startsWith(`${path}/`);
  return paper.sections.filter(below).map((section) => section.id);
}

/** Opaque to clients: the last card's time and id. */
function cursorAfter(card: Card): string {
  return Buffer.from(JSON.stringify([card.published, card.story])).toString('base64url');
}

function cursorOf(
  text: string,
): { readonly published: ReturnType<typeof instant>; readonly story: Id } | undefined {
  const found = /^\["([0-9TZ:.-]{24})","([0-9a-f-]{36})"\]$/.exec(Buffer.from(text, 'base64url').toString());
  const [, published, story] = found ?? [];
  if (published === undefined || story === undefined) return undefined;
  return { published: instant(new Date(published)), story: story as Id };
}

function cardMessage(house: House, card: Card) {
  const { story, path, section, picture: _, urgency: __, ...rest } = card;
  return { id: story, url: house.config.publicUrl + encodeURI(path), ...rest, section: section.path };
}

/** One live story, by its id or its path: never by its slug, which is the newsroom's word. */
export const readStory: Handler = async ({ house, parameters }) => {
  const reference = parameters.story ?? '';
  return house.shelf.read(async (snapshot): Promise<Reply> => {
    const found = isId(reference) ? await snapshot.byId(reference) : await snapshot.atAddress(reference);
    const moved = found?.at === 'moved' ? await snapshot.byId(found.story) : found;
    if (moved?.at === 'story') {
      const { editions } = await snapshot.paper();
      return { status: 200, json: storyMessage(house, moved.story, editions) };
    }
    if (moved?.at !== 'gone')
      return { refused: 'unknown-story', say: `No live story has the id or path “${reference}”.` };
    if (moved.notice !== undefined) return { refused: 'killed', say: moved.notice };
    return { refused: 'gone', say: 'This story is no longer published.' };
  });
};

function storyMessage(house: House, live: LiveStory, editions: readonly Edition[]) {
  const { copy } = live;
  const { kind, language, slug, kicker, headline, standfirst, byline, source, dateline } = copy;
  const bodyText = plainText(copy.body);
  return {
    id: live.story,
    url: house.config.publicUrl + encodeURI(live.path),
    revision: live.revision,
    version: live.number,
    ...{ kind, language, slug, kicker, headline, standfirst, byline, source, dateline },
    published: live.published,
    updated: live.updated,
    places: live.places.filter((place) => editions.some((edition) => edition.key === place.edition)),
    corrections: live.corrections,
    wordCount: wordCount(bodyText),
    bodyHtml: bodyHtml(copy.body, PLAIN_VIEW).markup,
    bodyText,
  };
}

/** The public part of the log. */
export const readLog: Handler = async ({ house, query }) => {
  const { after, limit } = ROUTES.readLog.query.parse(query);
  const entries = await house.database.transaction((tx) => entriesAfter(tx, after, limit));
  return { status: 200, json: { entries } };
};
