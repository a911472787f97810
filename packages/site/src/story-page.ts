import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { frontPath, historyPath, packagePath, sheetPath, topicName, topicPath } from '@courant/edition';
import { hasEmphasis, picturesIn } from '@courant/story';
import { bylineHtml } from './byline.ts';
import { cardTag } from './card.ts';
import { calendarDayText, machineTime, momentTag } from './dates.ts';
import { languageName } from './formatter.ts';
import { frame } from './frame.ts';
import { liveStory } from './live-story.ts';
import { directionOf, wordsOf } from './messages.ts';
import type { MessageKey } from './messages-en.data.ts';
import type { PublishedStory, StoryPage, Translation } from './published-story.ts';
import { railHtml } from './rail.ts';
import { retiredHtml, shareHtml } from './share.ts';
import { SIZES } from './sizes.ts';
import { socialCardPath } from './social-card.ts';
import { mainPicture, storyBody } from './story-body.ts';
import { storyData } from './story-data.ts';
import { storyHead } from './story-head.ts';
import { pictureViewer, storyTools } from './story-tools.ts';
import { titleTag } from './title.ts';
import { topicTitle } from './topic-page.ts';

/** The page of a story. */
export function storyPage(page: StoryPage): Html {
  const { story, section } = page;
  const { copy } = story;
  const creator = story.authors.find((author) => author.fediverse !== undefined)?.fediverse;
  const picture = picturesIn(copy).flatMap((id) => story.pictures.get(id) ?? [])[0];
  return frame(page, {
    head: {
      kind: 'article',
      title: copy.headline,
      path: story.path,
      ...(copy.standfirst === undefined ? {} : { description: copy.standfirst }),
      ...(picture ? { picture } : { card: socialCardPath(story) }),
      ...(creator === undefined ? {} : { creator }),
      hasEmphasis: hasEmphasis(copy.body),
      alternates: alternates(story),
      feeds: { title: section.name, list: frontPath(page.edition, section) },
      article: {
        published: machineTime(story.published),
        updated: machineTime(story.updated),
        section: section.name,
      },
    },
    section: section.path,
    data: storyData(page),
    main: copy.kind === 'live' ? liveMain(page) : storyMain(page),
    aside: pictureViewer(page),
  });
}

function alternates({ copy, path, translations }: PublishedStory): readonly Translation[] {
  return translations.length === 0 ? [] : [{ language: copy.language, path }, ...translations];
}

function storyMain(page: StoryPage): Html {
  const { story, section, rail } = page;
  return html`<div class="wrap story-page ${story.copy.kind}" data-section="${section.path.split('/', 1)[0] ?? ''}">
${article(page)}
${railHtml(page, rail, moreOnStory(page))}</div>`;
}

function liveMain(page: StoryPage): Html {
  const { section, rail } = page;
  const parts = {
    tools: html`${otherLanguages(page)}${storyTools(page)}${shareHtml(page, 'shareThis')}`,
    tail: tail(page),
    rail: railHtml(page, rail, moreOnStory(page)),
  };
  return html`<div data-section="${section.path.split('/', 1)[0] ?? ''}">${liveStory(page, parts)}</div>`;
}

function article(page: StoryPage): Html {
  const { copy } = page.story;
  return html`<article class="story" lang="${copy.language}" dir="${directionOf(copy.language)}">
${storyHead(page)}
<div class="filed">${facts(page)}${otherLanguages(page)}${storyTools(page)}${shareHtml(page, 'shareThis')}</div>
${mainPicture(page)}
<div class="prose">${storyBody(page)}</div>
<footer class="tail">${tail(page)}</footer>
</article>`;
}

/** What stands below a story: its corrections, how it was made, what it belongs to, and its versions. */
function tail(page: StoryPage): Html {
  return html`${corrections(page)}${machineNote(page)}${partOf(page)}${aboutTopics(page)}${inPrint(page)}${versions(page)}${shareHtml(page, 'shareAgain')}${retiredHtml(page)}`;
}

function facts(page: StoryPage): Html {
  const { edition, story } = page;
  const { copy, published, updated } = story;
  const words = wordsOf(edition);
  // Copy of an archive brings a time of change of its own, which is told even where it is the first.
  const wasUpdated = updated !== published || copy.lastUpdated !== undefined;
  return html`${copy.byline && html`<p class="by">${bylineHtml(edition, copy.byline, story.authors)}</p>`}
${copy.source && html`<p class="source">(${copy.source})</p>`}
<p>${words('published')} ${momentTag(published, edition)}</p>
${wasUpdated && html`<p>${words('updated')} ${momentTag(updated, edition)}</p>`}`;
}

function corrections({ story, edition }: StoryPage): Html {
  const { corrections: notes } = story;
  if (notes.length === 0) return NOTHING;
  const words = wordsOf(edition);
  const drawn = notes.map(
    ({ at, note }) => html`<p class="correction">${momentTag(at, edition)} ${note}</p>`,
  );
  return html`<section class="notes" id="corrections"><h2>${words(notes.length === 1 ? 'correction' : 'corrections')}</h2>${drawn}</section>`;
}

/** Where it was printed, with the way to that page, the story open beside it. */
function inPrint({ story: { id, printed }, edition }: StoryPage): Html {
  if (!printed) return NOTHING;
  const { day, page } = printed;
  const words = wordsOf(edition);
  const said = words('printedOn', { page, day: calendarDayText(day, edition) });
  return html`<p class="versions-link in-print"><a href="${href(`${sheetPath(edition, day, page)}#${id}`)}">${said}</a></p>`;
}

/** What IPTC's digital source types say of a text, as readers are told it. */
const MACHINE: Readonly<Record<string, MessageKey>> = {
  trainedAlgorithmicMedia: 'machineMade',
  algorithmicMedia: 'machineMade',
  compositeWithTrainedAlgorithmicMedia: 'machineMadePart',
  compositeSynthetic: 'machineMadePart',
  algorithmicallyEnhanced: 'machineChanged',
};

/** Whether a machine had a hand in the text, and how far (IPTC digital source type). */
function machineNote({ story, edition }: StoryPage): Html {
  const type = story.copy.digitalSourceType?.replace(/^.*[/:]/, '') ?? '';
  const key = Object.hasOwn(MACHINE, type) ? MACHINE[type] : undefined;
  return key ? html`<p class="machine">${wordsOf(edition)(key)}</p>` : NOTHING;
}

function aboutTopics({ story, edition }: StoryPage): Html {
  if (story.topics.length === 0) return NOTHING;
  const links = story.topics.map((topic) => {
    const name = topicTitle(topicName(topic, edition.locale), edition.locale);
    return html`<li><a href="${href(topicPath(edition, topic))}">${name}</a></li>`;
  });
  return html`<section class="tags"><h2>${wordsOf(edition)('topics')}</h2><ul>${links}</ul></section>`;
}

function versions({ story, edition }: StoryPage): Html {
  const words = wordsOf(edition);
  return html`<p class="versions-link"><a href="${href(historyPath(story.path))}">${words('versions')}</a></p>`;
}

function otherLanguages({ story, edition }: StoryPage): Html {
  if (story.translations.length === 0) return NOTHING;
  const links = story.translations.map(
    ({ language, path }) =>
      html`<li><a href="${href(path)}" lang="${language}" hreflang="${language}" dir="${directionOf(language)}">${languageName(language)}</a></li>`,
  );
  return html`<nav class="languages" aria-label="${wordsOf(edition)('otherLanguages')}"><ul>${links}</ul></nav>`;
}

function partOf(page: StoryPage): Html {
  const { packages } = page.story;
  if (packages.length === 0) return NOTHING;
  const links = packages.map(
    (pack) => html`<li><a href="${href(packagePath(page.edition, pack))}">${pack.title}</a></li>`,
  );
  return html`<section class="tags"><h2>${wordsOf(page.edition)('partOf')}</h2><ul>${links}</ul></section>`;
}

function moreOnStory(page: StoryPage): Html {
  const [first, ...rest] = page.related;
  if (!first) return NOTHING;
  return html`<section class="more">${titleTag(wordsOf(page.edition)('moreOnStory'))}<div class="stack">
${cardTag(page, first, { rank: 'third', sizes: SIZES.quarter })}
${rest.map((card) => cardTag(page, card, { rank: 'brief', sizes: SIZES.thumb }))}</div></section>`;
}
