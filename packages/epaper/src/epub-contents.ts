import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import { isBlank } from './epub-document.ts';
import type { PageBreak } from './epub-order.ts';

/** A story as the contents name it. */
export interface Chapter {
  readonly id: string;
  /** Name of its file. */
  readonly name: string;
  readonly title: string;
  readonly section: string;
  readonly breaks: readonly PageBreak[];
}

/** What the contents say beside the names of stories. */
export interface ContentsWords {
  readonly publication: string;
  readonly day: string;
  readonly cover: string;
  readonly contents: string;
  readonly pages: string;
  readonly landmarks: string;
  readonly stories: string;
}

/** The body of the navigation document (EPUB 3.3 §7): stories by section, pages as printed, and landmarks. */
export function contentsBody(chapters: readonly Chapter[], words: ContentsWords): Html {
  const first = chapters[0]?.name ?? '';
  return html`<body epub:type="frontmatter">
<main>
<header><p class="nameplate">${words.publication}</p><p class="day">${words.day}</p></header>
<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">
<h1 id="contents">${words.contents}</h1>
<ol>
${sectionsOf(chapters).map(sectionItem)}</ol>
</nav>
<nav epub:type="page-list" role="doc-pagelist" id="pages" aria-labelledby="page-list" hidden="hidden">
<h2 id="page-list">${words.pages}</h2>
<ol>
${chapters.flatMap(({ name, breaks }) => breaks.map((one) => pageItem(name, one)))}</ol>
</nav>
<nav epub:type="landmarks" id="landmarks" aria-labelledby="landmark-list" hidden="hidden">
<h2 id="landmark-list">${words.landmarks}</h2>
<ol>
<li><a epub:type="cover" href="cover.xhtml">${words.cover}</a></li>
<li><a epub:type="toc" href="contents.xhtml#toc">${words.contents}</a></li>
<li><a epub:type="bodymatter" href="${href(first)}">${words.stories}</a></li>
</ol>
</nav>
</main>
</body>`;
}

interface Section {
  readonly name: string;
  readonly chapters: Chapter[];
}

/** Sections as they follow each other: one that comes back is named again, so that contents and reading agree. */
function sectionsOf(chapters: readonly Chapter[]): readonly Section[] {
  const sections: Section[] = [];
  for (const chapter of chapters) {
    const last = sections.at(-1);
    if (last?.name === chapter.section) last.chapters.push(chapter);
    else sections.push({ name: chapter.section, chapters: [chapter] });
  }
  return sections;
}

function sectionItem({ name, chapters }: Section): Html {
  const stories = chapters.map(
    (chapter) => html`<li><a href="${href(chapter.name)}">${chapter.title}</a></li>
`,
  );
  if (isBlank(name)) return html`${stories}`;
  return html`<li><span class="section">${name}</span>
<ol>
${stories}</ol>
</li>
`;
}

function pageItem(name: string, { id, number }: PageBreak): Html {
  return html`<li><a href="${href(`${name}#${id}`)}">${number}</a></li>
`;
}
