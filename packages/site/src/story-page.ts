import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { frontPath, packagePath } from '@courant/edition';
import { picturesIn } from '@courant/story';
import { bylineText } from './byline.ts';
import { cardTag } from './card.ts';
import { SIZES, titleTag } from './container.ts';
import { machineTime, momentTag } from './dates.ts';
import { frame } from './frame.ts';
import { directionOf, wordsOf } from './messages.ts';
import type { PublishedStory, StoryPage, Translation } from './published-story.ts';
import { railHtml } from './rail.ts';
import { retiredHtml, shareHtml } from './share.ts';
import { mainPicture, storyBody } from './story-body.ts';
import { storyData } from './story-data.ts';

/** The page of a story. */
export function storyPage(page: StoryPage): Html {
  const { story, section, rail } = page;
  const { copy } = story;
  const picture = picturesIn(copy).flatMap((id) => story.pictures.get(id) ?? [])[0];
  return frame(page, {
    head: {
      kind: 'article',
      title: copy.headline,
      path: story.path,
      ...(copy.standfirst === undefined ? {} : { description: copy.standfirst }),
      ...(picture ? { picture } : {}),
      alternates: alternates(story),
      article: {
        published: machineTime(story.published),
        updated: machineTime(story.updated),
        section: section.name,
      },
    },
    section: section.path,
    data: storyData(page),
    main: html`<div class="wrap story-page ${copy.kind}" data-section="${section.path.split('/', 1)[0] ?? ''}">
${article(page)}
${railHtml(page, rail, moreOnStory(page))}</div>`,
  });
}

function alternates({ copy, path, translations }: PublishedStory): readonly Translation[] {
  return translations.length === 0 ? [] : [{ language: copy.language, path }, ...translations];
}

function article(page: StoryPage): Html {
  const { copy } = page.story;
  return html`<article class="story" lang="${copy.language}" dir="${directionOf(copy.language)}">
${head(page)}
<div class="filed">${facts(page)}${shareHtml(page, 'shareThis')}</div>
${mainPicture(page)}
<div class="prose">${storyBody(page)}</div>
<footer class="tail">${corrections(page)}${partOf(page)}${shareHtml(page, 'shareAgain')}${retiredHtml(page)}</footer>
</article>`;
}

function head(page: StoryPage): Html {
  const { copy } = page.story;
  return html`<header>
${sectionPath(page)}
${copy.kicker && copy.kicker !== page.section.name && html`<p class="kicker">${copy.kicker}</p>`}
<h1>${copy.headline}</h1>
${copy.standfirst && html`<p class="intro">${copy.standfirst}</p>`}
</header>`;
}

/** `World › Politics`, each a link to its front. */
function sectionPath(page: StoryPage): Html {
  const words = page.section.path.split('/');
  const links = words.flatMap((_, i) => {
    const path = words.slice(0, i + 1).join('/');
    const section = page.sections.find((one) => one.path === path);
    return section
      ? [html`<li><a href="${href(frontPath(page.edition, section))}">${section.name}</a></li>`]
      : [];
  });
  return html`<nav class="crumb" aria-label="${wordsOf(page.edition)('youAreIn')}"><ol>${links}</ol></nav>`;
}

function facts(page: StoryPage): Html {
  const { edition, story } = page;
  const { copy, published, updated } = story;
  const words = wordsOf(edition);
  // Copy of an archive brings a time of change of its own, which is told even where it is the first.
  const wasUpdated = updated !== published || copy.lastUpdated !== undefined;
  return html`${copy.byline && html`<p class="by">${bylineText(edition, copy.byline)}</p>`}
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
