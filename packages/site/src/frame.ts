import type { Html, Json } from '@courant/base';
import { href, html, jsonLd, NOTHING } from '@courant/base';
import type { Section } from '@courant/edition';
import {
  archivePath,
  authorPath,
  correctionsPath,
  feedsPath,
  frontPath,
  issuePath,
  mostReadPath,
  searchPath,
  standingPath,
} from '@courant/edition';
import { newerFront } from './arrivals.ts';
import { dayText, machineTime } from './dates.ts';
import { displayButton, displayChoices } from './display-choices.ts';
import type { FrameData } from './frame-data.ts';
import type { Head } from './head.ts';
import { headTags } from './head.ts';
import { directionOf, say, wordsOf } from './messages.ts';
import { nameplate, nameplateAgain } from './nameplate.ts';
import { savedPath } from './saved-path.ts';

/** One page within its frame. */
export interface Framed {
  readonly head: Head;
  /** Path of the section the page belongs to; its branch is marked in the navigation. */
  readonly section?: string;
  /** Whether the page is the front of that section itself, or of the edition where there is no section. */
  readonly isFront?: boolean;
  readonly main: Html;
  /** Dialogs and templates that scripts of this page work with. */
  readonly aside?: Html;
  /** What the page is, for other machines (schema.org). */
  readonly data?: Json;
}

/** The whole page: head, skip links, edition strip, masthead, navigation, main and foot. */
export function frame(page: FrameData, framed: Framed): Html {
  const { locale } = page.edition;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
${headTags(page, framed.head)}
${framed.data === undefined ? undefined : jsonLd(framed.data)}
</head>
<body>
<a class="skip" href="#main">${say(locale, 'skipToContent')}</a><a class="skip" href="#sections">${say(locale, 'skipToSections')}</a>
<header>
${strip(page)}
${displayChoices(page.edition)}
${masthead(page, framed)}
</header>
${navigation(page, framed)}
<main id="main">
${framed.isFront && framed.head.path && newerFront(page.edition, framed.head.path)}
${framed.main}
</main>
${foot(page)}
${framed.aside}
</body>
</html>
`;
}

function strip(page: FrameData): Html {
  const { edition } = page;
  const editions = page.editions.map((other) =>
    other.key === edition.key
      ? html`<li><a href="${href(other.path)}" aria-current="true">${other.name}</a></li>`
      : html`<li><a href="${href(other.path)}" lang="${other.locale}" hreflang="${other.locale}">${other.name}</a></li>`,
  );
  return html`<div class="strip"><div class="wrap">
<nav aria-label="${say(edition.locale, 'editions')}"><ul>${editions}</ul></nav>
<p class="today"><time datetime="${machineTime(page.day)}">${dayText(page.day, edition)}</time></p>
<p class="paper"><a href="${href(issuePath(edition))}">${say(edition.locale, 'todaysPaper')}</a></p>
<p class="find"><a href="${href(searchPath(edition))}">${say(edition.locale, 'search')}</a></p>
${displayButton(edition)}
</div></div>`;
}

function masthead(page: FrameData, framed: Framed): Html {
  const { edition, publication } = page;
  const home = frontPath(edition);
  const name = html`<a href="${href(home)}">${nameplate(publication.name)}</a>`;
  const isHome = framed.isFront === true && framed.section === undefined;
  const tagline = edition.tagline ?? publication.tagline;
  const title = edition.title && html`<p class="title-again">${edition.title}</p>`;
  const line = html`${title}${tagline && html`<p class="tagline">${tagline}</p>`}`;
  return isHome
    ? html`<div class="mast wrap"><h1 class="name">${name}</h1>${line}</div>`
    : html`<div class="mast small wrap"><p class="name">${name}</p>${title}</div>`;
}

function navigation(page: FrameData, framed: Framed): Html {
  const { edition, sections } = page;
  const top = framed.section?.split('/', 1)[0];
  const links = sections
    .filter((section) => !section.path.includes('/'))
    .map((section) => navigationLink(page, framed, section));
  const children = top === undefined ? [] : sections.filter((section) => section.path.startsWith(`${top}/`));
  const topName = sections.find((section) => section.path === top)?.name ?? '';
  const below =
    children.length > 0 &&
    html`<nav class="subnav" aria-label="${topName}" data-section="${top ?? ''}"><ul class="wrap">${children.map((section) => navigationLink(page, framed, section))}</ul></nav>`;
  return html`<nav class="nav" id="sections" aria-label="${say(edition.locale, 'sections')}"><ul class="wrap">${links}</ul></nav>
${below}`;
}

function navigationLink(page: FrameData, framed: Framed, section: Section): Html {
  const here = framed.section;
  const address = frontPath(page.edition, section);
  const top = section.path.split('/', 1)[0] ?? '';
  if (here === section.path && framed.isFront) {
    return html`<li data-section="${top}"><a href="${href(address)}" aria-current="page">${section.name}</a></li>`;
  }
  return here === section.path || here?.startsWith(`${section.path}/`)
    ? html`<li data-section="${top}"><a href="${href(address)}" aria-current="true">${section.name}</a></li>`
    : html`<li data-section="${top}"><a href="${href(address)}">${section.name}</a></li>`;
}

function foot(page: FrameData): Html {
  const { edition, publication } = page;
  const words = wordsOf(edition);
  const tops = page.sections.filter((section) => !section.path.includes('/'));
  const sections = tops.map(
    (section) => html`<li><a href="${href(frontPath(edition, section))}">${section.name}</a></li>`,
  );
  const editions = page.editions.map(
    (other) => html`<li><a href="${href(other.path)}" lang="${other.locale}">${other.name}</a></li>`,
  );
  const disclosure = edition.disclosure ?? publication.disclosure;
  const contact =
    publication.contact &&
    html`<li><a href="${href(`mailto:${publication.contact}`)}">${words('contact')}</a></li>`;
  return html`<footer class="foot"><div class="wrap">
<p class="name"><a href="${href(frontPath(edition))}">${nameplateAgain(publication.name)}</a></p>
<nav aria-label="${words('paper')}">
<div class="wide"><h2>${words('sections')}</h2><ul>${sections}</ul></div>
<div><h2>${words('editions')}</h2><ul>${editions}</ul></div>
<div><h2>${words('paper')}</h2><ul><li><a href="${href(issuePath(edition))}">${words('todaysPaper')}</a></li>${paperLinks(page)}${contact}</ul></div>
${aboutLinks(page)}
</nav>
${disclosure && html`<p class="disclosure">${disclosure}</p>`}
</div></footer>`;
}

/** What else there is of an edition. */
function paperLinks({ edition }: FrameData): Html {
  const words = wordsOf(edition);
  const links: readonly (readonly [string, string])[] = [
    [mostReadPath(edition), words('mostRead')],
    [archivePath(edition), words('archive')],
    [authorPath(edition), words('authors')],
    [correctionsPath(edition), words('correctionsPage')],
    [feedsPath(edition), words('feeds')],
    [savedPath(edition), words('saved')],
  ];
  return html`${links.map(([path, name]) => html`<li><a href="${href(path)}">${name}</a></li>`)}`;
}

function aboutLinks({ aboutPages, edition }: FrameData): Html {
  if (aboutPages.length === 0) return NOTHING;
  const links = aboutPages.map(
    (page) => html`<li><a href="${href(standingPath(edition, page))}">${page.title}</a></li>`,
  );
  return html`<div><h2>${wordsOf(edition)('aboutPaper')}</h2><ul>${links}</ul></div>`;
}
