import type { Instant } from '@courant/base';
import { Fault, html } from '@courant/base';
import { packContainer } from './epub-container.ts';
import type { ContentsWords } from './epub-contents.ts';
import { contentsBody } from './epub-contents.ts';
import { contentDocument, fitText, isBlank } from './epub-document.ts';
import { orderStories } from './epub-order.ts';
import { containerFile, packageFile } from './epub-package.ts';
import { EpubPictures, packedPicture } from './epub-pictures.ts';
import { isDescribed, storyBody, storyTitle } from './epub-story.ts';
import { EPUB_STYLE } from './epub-style.data.ts';
import { ISSUE_UNFIT } from './faults.ts';
import type { IssueStory } from './issue-story.ts';
import type { IssueModel } from './page-model.ts';
import { issueTitle } from './pdf-metadata.ts';

/** What an EPUB says in the language of its edition. */
export interface EpubWords extends Omit<ContentsWords, 'publication'> {
  /** What a page is called: “Page 3”. */
  readonly page: (number: number) => string;
  /** What there is for readers who see, hear or move otherwise, in a sentence or two. */
  readonly summary: string;
}

/** What an issue is made an EPUB with. */
export interface EpubParts {
  /** The stories on its pages, by their ids. Ids of blocks are unique among its briefs. */
  readonly stories: ReadonlyMap<string, IssueStory>;
  /** JPEGs of the stories' pictures, whole, by the hashes of their originals. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The front page as a JPEG. */
  readonly cover: Uint8Array;
  /** An address or URN that this issue keeps through all its makings. */
  readonly identifier: string;
  /** That of the issue as it is printed, whose pages are marked. */
  readonly printed: string;
  readonly modified: Instant;
  readonly words: EpubWords;
}

/**
 * Writes an issue as an EPUB 3.3: a document for each story, whole, as its pages are read. The same issue and parts give
 * the same bytes. Throws the faults `issue-unfit`, `story-missing`, `picture-missing` and `picture-unfit`.
 */
export function writeEpub(issue: IssueModel, parts: EpubParts): Uint8Array {
  const fault = issueFault(issue, parts);
  if (fault) throw new Fault(ISSUE_UNFIT, fault.say, { hint: fault.hint });
  const { words } = parts;
  const pictures = new EpubPictures(parts.pictures);
  const cover = packedPicture('front', parts.cover, 'of the front page');
  const files = new Map<string, string | Uint8Array>([
    ['META-INF/container.xml', containerFile()],
    ['EPUB/issue.css', EPUB_STYLE],
    [`EPUB/${cover.name}`, cover.bytes],
  ]);
  const coverBody = html`<body epub:type="frontmatter" class="cover">
<main><img src="front.jpg" alt="${words.cover}" width="${cover.width}" height="${cover.height}"/></main>
</body>`;
  files.set('EPUB/cover.xhtml', contentDocument(issue, { title: words.cover, body: coverBody }));
  const chapters = orderStories(issue, parts.stories).map((ordered, i) => {
    const title = storyTitle(ordered, issueTitle(issue));
    const body = storyBody(ordered, title, { pictures, page: words.page });
    const [id, name] = [`story-${i + 1}`, `story-${i + 1}.xhtml`];
    files.set(`EPUB/${name}`, contentDocument(issue, { title, body }));
    return { ...ordered, id, name, title, breaks: [...ordered.breaks, ...ordered.breaksBehind] };
  });
  const body = contentsBody(chapters, { ...words, publication: issue.publication });
  files.set('EPUB/contents.xhtml', contentDocument(issue, { title: words.contents, body }));
  for (const { name, bytes } of pictures.all()) files.set(`EPUB/${name}`, bytes);
  files.set(
    'EPUB/package.opf',
    packageFile({
      ...{ issue, chapters, pictures: pictures.all(), summary: words.summary },
      ...{ identifier: parts.identifier, printed: parts.printed, modified: parts.modified },
      isDescribed: chapters.every(({ story }) => isDescribed(story)),
    }),
  );
  return packContainer(files);
}

interface IssueFault {
  readonly say: string;
  readonly hint: string;
}

/** Why an issue cannot be written: what the package must say of it (EPUB 3.3 §5.5.3) is not said. */
function issueFault(issue: IssueModel, parts: EpubParts): IssueFault | undefined {
  if (issue.v !== 1)
    return { say: 'An issue of another form is written.', hint: 'Make the pages again with this version.' };
  const needed = {
    ...{ publication: issue.publication, identifier: parts.identifier, printed: parts.printed },
    ...{ cover: parts.words.cover, contents: parts.words.contents, stories: parts.words.stories },
    ...{
      day: parts.words.day,
      pages: parts.words.pages,
      landmarks: parts.words.landmarks,
      summary: parts.words.summary,
    },
  };
  const blank = Object.entries(needed).find(([, words]) => isBlank(words));
  if (blank) return { say: `An EPUB has no words for “${blank[0]}”.`, hint: 'Hand them in.' };
  if (!/^\d{4}-\d\d-\d\d$/.test(issue.date))
    return { say: `“${fitText(issue.date)}” is no day.`, hint: 'Write it as 2011-04-23.' };
  if (!isLanguage(issue.language))
    return { say: `“${fitText(issue.language)}” names no language.`, hint: 'Write it as en-GB (BCP 47).' };
  return undefined;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // A tag that is not well-formed is what is asked for.
    return false;
  }
}
