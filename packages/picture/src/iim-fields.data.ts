import type { PhotoLine, PhotoList } from './photo-words.ts';

/** Datasets that say one line (IPTC IIM 4.2, records 1 and 2), by record and number. */
export const IIM_LINES: Readonly<Record<string, PhotoLine>> = {
  '1:30': 'serviceId',
  '2:5': 'title',
  '2:7': 'editStatus',
  '2:15': 'category',
  '2:22': 'fixtureId',
  '2:40': 'instructions',
  '2:42': 'actionAdvised',
  '2:85': 'creatorTitle',
  '2:90': 'city',
  '2:92': 'sublocation',
  '2:95': 'region',
  '2:100': 'countryCode',
  '2:101': 'country',
  '2:103': 'jobId',
  '2:105': 'headline',
  '2:110': 'credit',
  '2:115': 'source',
  '2:116': 'copyright',
  '2:120': 'caption',
  '2:122': 'captionWriter',
  '2:135': 'language',
};

/** Datasets that may stand there several times, each a line of a list. */
export const IIM_LISTS: Readonly<Record<string, PhotoList>> = {
  '2:4': 'genres',
  '2:12': 'subjectCodes',
  '2:20': 'supplementalCategories',
  '2:25': 'keywords',
  '2:80': 'creators',
};
