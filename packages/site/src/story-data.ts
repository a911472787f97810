import type { Json } from '@courant/base';
import { frontPath, topicName, topicPath } from '@courant/edition';
import type { CutRatio } from '@courant/picture';
import type { Dateline, StoryKind } from '@courant/story';
import { entryTitle, liveBlog, picturesIn, plainText, wordsIn } from '@courant/story';
import { personData } from './author-page.ts';
import { namesIn } from './byline.ts';
import { machineTime } from './dates.ts';
import { absolute, sharedPicture } from './head.ts';
import { entryId } from './live-entries.ts';
import type { Node, Step } from './page-data.ts';
import { breadcrumbs, graph, publisherData, publisherId, websiteId } from './page-data.ts';
import type { StoryPage } from './published-story.ts';
import { socialCardPath } from './social-card.ts';
import { identifierOf } from './topic-page.ts';

/** The schema.org type of each kind of story. */
const TYPES: Readonly<Record<StoryKind, string>> = {
  article: 'NewsArticle',
  gallery: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  live: 'LiveBlogPosting',
};

/** A story as schema.org tells it; dates, headline and picture equal those a reader sees. */
export function storyData(page: StoryPage): Json {
  const { story, section } = page;
  const steps = sectionSteps(page);
  return graph(
    {
      '@type': TYPES[story.copy.kind],
      '@id': `${absolute(page, story.path)}#story`,
      ...identity(page),
      ...credits(page),
      ...pictures(page),
      ...subjects(page),
      ...corrections(page),
      ...languages(page),
      ...coverage(page),
      articleSection: section.name,
      ...printing(page),
      isAccessibleForFree: true,
    },
    publisherData(page),
    breadcrumbs(page, [...steps, { name: story.copy.headline, path: story.path }]),
  );
}

function identity(page: StoryPage): Node {
  const { story } = page;
  const { copy } = story;
  const url = absolute(page, story.path);
  return {
    mainEntityOfPage: url,
    url,
    identifier: `urn:uuid:${story.id}`,
    headline: copy.headline,
    ...(copy.standfirst === undefined ? {} : { description: copy.standfirst }),
    datePublished: machineTime(story.published),
    dateModified: machineTime(story.updated),
    inLanguage: copy.language,
    wordCount: wordsIn(copy.body),
    ...(copy.dateline === undefined
      ? {}
      : { dateline: copy.dateline.place, contentLocation: place(copy.dateline) }),
    isPartOf: { '@id': websiteId(page) },
  };
}

function place({ place: name }: Dateline): Node {
  return { '@type': 'Place', name };
}

/** The sections above a story, from the top one down. */
function sectionSteps(page: StoryPage): readonly Step[] {
  const words = page.section.path.split('/');
  return words.flatMap((_, i) => {
    const path = words.slice(0, i + 1).join('/');
    const section = page.sections.find((one) => one.path === path);
    return section ? [{ name: section.name, path: frontPath(page.edition, section) }] : [];
  });
}

/** Where it stands in print (schema.org NewsArticle). */
function printing({ story: { printed }, edition }: StoryPage): Node {
  if (!printed) return {};
  const { page, section } = printed;
  return { printEdition: edition.name, printSection: section, printPage: String(page) };
}

function credits(page: StoryPage): Node {
  const { copy } = page.story;
  return {
    author: authors(page),
    publisher: { '@id': publisherId(page) },
    ...(copy.source === undefined
      ? {}
      : { sourceOrganization: { '@type': 'Organization', name: copy.source } }),
    ...(copy.digitalSourceType === undefined
      ? {}
      : { digitalSourceType: digitalSource(copy.digitalSourceType) }),
  };
}

/** A digital source type by its address at IPTC. */
function digitalSource(type: string): string {
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${type.replace(/^.*[/:]/, '')}`;
}

function authors(page: StoryPage): Json {
  const { story, publication } = page;
  const { copy } = story;
  const known = new Map(story.authors.map((author) => [author.name, author]));
  if (!copy.byline) {
    if (copy.source === undefined) return [{ '@id': publisherId(page) }];
    return [{ '@type': 'Organization', name: copy.source }];
  }
  const names = namesIn(copy.byline);
  const told = story.authors.filter((author) => copy.byline?.includes(author.name));
  // Names that are joined in a way we do not know are told by the authors in them.
  const all = told.length > 0 && !names.some((name) => known.has(name)) ? told.map((one) => one.name) : names;
  if (all.length === 0) return [{ '@type': 'Organization', name: publication.name }];
  return all.map((name) => {
    const author = known.get(name);
    return author ? personData(page, author) : { '@type': 'Person', name };
  });
}

/** The shapes search engines ask for, the widest first. */
const RATIOS: readonly CutRatio[] = ['16x9', '4x3', '1x1'];

function pictures(page: StoryPage): Node {
  const { copy, pictures: known } = page.story;
  const first = picturesIn(copy).flatMap((id) => known.get(id) ?? [])[0];
  if (!first) return { image: [absolute(page, socialCardPath(page.story))] };
  const caption = copy.picture === first.id ? (copy.pictureCaption ?? first.caption) : first.caption;
  const image = RATIOS.map((ratio) => {
    const { path, width, height } = sharedPicture(first, ratio);
    return {
      '@type': 'ImageObject',
      ...{ url: absolute(page, path), width, height },
      ...(caption === undefined ? {} : { caption }),
      ...(first.credit === undefined ? {} : { creditText: first.credit, copyrightNotice: first.credit }),
      ...(first.credit === undefined ? {} : { creator: { '@type': 'Organization', name: first.credit } }),
    };
  });
  return { image, thumbnailUrl: absolute(page, sharedPicture(first, '1x1').path) };
}

function subjects(page: StoryPage): Node {
  const { story, edition } = page;
  const keywords = story.copy.keywords ?? [];
  const about = story.topics.map((topic) => ({
    '@type': 'Thing',
    name: topicName(topic, edition.locale),
    url: absolute(page, topicPath(edition, topic)),
    ...identifierOf(topic),
  }));
  return {
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(about.length === 0 ? {} : { about }),
  };
}

function corrections({ story }: StoryPage): Node {
  if (story.corrections.length === 0) return {};
  const notes = story.corrections.map(({ at, note }) => ({
    '@type': 'CorrectionComment',
    datePublished: machineTime(at),
    text: note,
  }));
  return { correction: notes };
}

function languages(page: StoryPage): Node {
  const { translations, copy } = page.story;
  if (translations.length === 0) return {};
  const others = translations.map(({ language, path }) => ({
    '@type': 'NewsArticle',
    inLanguage: language,
    url: absolute(page, path),
  }));
  return copy.translates === undefined ? { workTranslation: others } : { translationOfWork: others };
}

/** Of a live blog: when it ran, and its entries (schema.org LiveBlogPosting). */
function coverage(page: StoryPage): Node {
  const { story } = page;
  if (story.copy.kind !== 'live') return {};
  const blog = liveBlog(story.copy.body);
  const all = blog.pinned ? [blog.pinned, ...blog.entries] : blog.entries;
  const url = absolute(page, story.path);
  return {
    coverageStartTime: machineTime(story.published),
    ...(story.copy.coverageEnds === undefined
      ? {}
      : { coverageEndTime: machineTime(story.copy.coverageEnds) }),
    liveBlogUpdate: all.map((entry) => ({
      '@type': 'BlogPosting',
      headline: entryTitle(entry) || story.copy.headline,
      datePublished: machineTime(entry.head.attrs.at),
      articleBody: plainText(entry.body),
      url: `${url}#${entryId(entry)}`,
    })),
  };
}
