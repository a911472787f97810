import type { Json } from '@courant/base';
import type { StoryKind } from '@courant/story';
import { namesIn } from './byline.ts';
import { machineTime } from './dates.ts';
import { absolute, sharedPicture } from './head.ts';
import type { StoryPage } from './published-story.ts';

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
  const { story, publication, section } = page;
  const { copy } = story;
  const url = absolute(page, story.path);
  const keywords = copy.keywords ?? [];
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[copy.kind],
    mainEntityOfPage: url,
    url,
    headline: copy.headline,
    ...(copy.standfirst === undefined ? {} : { description: copy.standfirst }),
    datePublished: machineTime(story.published),
    dateModified: machineTime(story.updated),
    inLanguage: copy.language,
    articleSection: section.name,
    author: authors(page),
    publisher: { '@type': 'NewsMediaOrganization', name: publication.name, url: `${page.publicUrl}/` },
    ...pictures(page),
    ...(copy.dateline === undefined ? {} : { dateline: copy.dateline.place }),
    ...(copy.source === undefined
      ? {}
      : { sourceOrganization: { '@type': 'Organization', name: copy.source } }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...corrections(page),
    isAccessibleForFree: true,
  };
}

function authors({ story: { copy }, publication }: StoryPage): Json {
  if (copy.byline) return namesIn(copy.byline).map((name) => ({ '@type': 'Person', name }));
  return [{ '@type': 'Organization', name: copy.source ?? publication.name }];
}

function pictures(page: StoryPage): { readonly image?: Json } {
  const { copy, pictures: known } = page.story;
  const picture = copy.picture === undefined ? undefined : known.get(copy.picture);
  if (!picture) return {};
  const { path, width, height } = sharedPicture(picture);
  const caption = copy.pictureCaption ?? picture.caption;
  return {
    image: [
      {
        '@type': 'ImageObject',
        url: absolute(page, path),
        width,
        height,
        ...(caption === undefined ? {} : { caption }),
        ...(picture.credit === undefined ? {} : { creditText: picture.credit }),
      },
    ],
  };
}

function corrections({ story }: StoryPage): { readonly correction?: Json } {
  if (story.corrections.length === 0) return {};
  const notes = story.corrections.map(({ at, note }) => ({
    '@type': 'CorrectionComment',
    datePublished: machineTime(at),
    text: note,
  }));
  return { correction: notes };
}
