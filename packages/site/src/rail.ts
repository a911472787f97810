import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Card, IssueTeaser, PackageTeaser } from '@courant/edition';
import { issuePath, packagePath, packagesPath } from '@courant/edition';
import { cardTag, teaserTag } from './card.ts';
import { calendarDayText, momentTag } from './dates.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { nameplateAgain } from './nameplate.ts';
import { pictureTag } from './picture.ts';
import type { RailData } from './rail-data.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';

/** The rail of a story or section: specials, hot topics, photo features, the day's paper. `first` stands above them. */
export function railHtml(page: FrameData, rail: RailData, first: Html = NOTHING): Html {
  const words = wordsOf(page.edition);
  const [special, ...specials] = rail.specials;
  return html`<aside class="rail" aria-label="${words('alsoInPaper')}">
${first}
${special && html`<section>${titleTag(words('specials'), packagesPath(page.edition, 'special'))}<div class="stack">${teaserTag(page, special, { sizes: SIZES.quarter })}${specials.map((one) => teaserTag(page, one))}</div></section>`}
${topicsHtml(page, rail.topics)}
${photoFeatures(page, rail.photoFeatures)}
${rail.issue && issueBox(page, rail.issue)}
</aside>`;
}

/** The end of an edition's home: its specials in a row, then the day's paper and the hot topics. */
export function closingHtml(page: FrameData, rail: RailData, mostRead: Html = NOTHING): Html {
  const words = wordsOf(page.edition);
  const specials = rail.specials.map((one) => teaserTag(page, one, { sizes: SIZES.quarter }));
  const hasEnd = rail.issue !== undefined || rail.topics.length > 0 || mostRead !== NOTHING;
  return html`${specials.length > 0 && html`<section class="block wrap specials">${titleTag(words('specials'), packagesPath(page.edition, 'special'))}<div class="posters" data-count="${specials.length}">${specials}</div></section>`}
${hasEnd && html`<div class="block wrap closing lined">${mostRead}${rail.issue && issueBox(page, rail.issue)}${topicsHtml(page, rail.topics)}</div>`}`;
}

/** Hot topics with how many stories they hold and when the newest came; nothing where there is none. */
export function topicsHtml(page: FrameData, topics: readonly PackageTeaser[]): Html {
  if (topics.length === 0) return NOTHING;
  const words = wordsOf(page.edition);
  const items = topics.map(
    (topic) => html`<li><a href="${href(packagePath(page.edition, topic))}">${topic.title}</a>
${topic.teaser && html`<p class="stand">${topic.teaser}</p>`}
<p class="meta">${words('storyCount', { count: topic.stories })}${topic.newest && html` · ${momentTag(topic.newest, page.edition)}`}</p></li>`,
  );
  return html`<section class="hot">${titleTag(words('hotTopics'), packagesPath(page.edition, 'hot-topic'))}<ul>${items}</ul></section>`;
}

function photoFeatures(page: FrameData, cards: readonly Card[]): Html {
  const [first, ...rest] = cards;
  if (!first) return NOTHING;
  return html`<section class="photos">${titleTag(wordsOf(page.edition)('photoFeatures'))}<div class="stack">
${cardTag(page, first, { rank: 'third', sizes: SIZES.quarter, hasStandfirst: true })}
${rest.map((card) => cardTag(page, card, { rank: 'brief', sizes: SIZES.thumb }))}</div></section>`;
}

/** The day's paper as a small sheet: nameplate, day, and what leads it, or else what is in it. */
function issueBox(page: FrameData, issue: IssueTeaser): Html {
  const words = wordsOf(page.edition);
  const path = issuePath(page.edition, issue.date);
  const day = calendarDayText(issue.date, page.edition);
  return html`<section class="epaper">${titleTag(words('epaper'))}
<div class="card">
${issue.front ? printedFront(issue.front) : drawnFront(page, issue, day)}
<div class="words"><h3><a href="${href(path)}"><time datetime="${issue.date}">${day}</time></a></h3>
<p class="meta">${page.edition.name}</p>
${issue.stories !== undefined && html`<p class="meta">${words('issueCount', { count: issue.stories })}</p>`}</div>
</div></section>`;
}

/** The front page itself; the link beside it leads there. */
function printedFront({ path, width, height }: NonNullable<IssueTeaser['front']>): Html {
  return html`<img class="sheet printed" src="${href(path)}" width="${width}" height="${height}" alt="" loading="lazy">`;
}

/** Where there are no printed pages: a sheet as it might look. */
function drawnFront(page: FrameData, issue: IssueTeaser, day: string): Html {
  return html`<div class="sheet" aria-hidden="true">${nameplateAgain(page.publication.name)}<p class="folio">${day}</p>
${issue.lead ? frontOf(issue.lead) : contentsOf(page)}</div>`;
}

function frontOf({ headline, language, picture }: NonNullable<IssueTeaser['lead']>): Html {
  return html`<p class="head" lang="${language}">${headline}</p>${picture && pictureTag(picture, { sizes: '190px', alt: '' })}`;
}

function contentsOf(page: FrameData): Html {
  const tops = page.sections.filter((section) => !section.path.includes('/'));
  return html`<ul class="contents">${tops.map((section) => html`<li>${section.name}</li>`)}</ul>`;
}
