/**
 * Every word of the pages that is not copy, in English. `{name}` stands for a value; a message that counts has a form
 * for `one` and one for `other` (Unicode CLDR plural categories).
 */
export const ENGLISH = {
  alsoInPaper: 'Also in the paper',
  by: 'By {name}',
  contact: 'Write to us',
  continueHome: 'Go to the front page',
  correction: 'Correction',
  corrections: 'Corrections',
  earlierPaper: 'The paper before',
  editions: 'Editions',
  epaper: 'E-paper',
  goneKilled: 'This story has been withdrawn',
  goneKilledText: 'The paper no longer stands by it and asks everyone who holds a copy to withdraw it too.',
  goneNotice: 'Notice to readers, {time}',
  goneQuiet: 'This story is no longer published',
  goneQuietText: 'It was taken out of the paper.',
  homeFront: '{sections}: the news from {paper}, {edition}.',
  hotTopic: 'Hot topic',
  hotTopics: 'Hot topics',
  issueCount: { one: '{count} story, section by section', other: '{count} stories, section by section' },
  issueEmpty: 'Nothing was published on this day.',
  issueOf: 'The stories of {paper}, {edition}, of {day}, section by section.',
  latest: 'Latest',
  laterPaper: 'The paper after',
  live: 'Live',
  moreFrom: 'More from {section}',
  moreOnStory: 'More on this story',
  notFound: 'There is no page at this address',
  notFoundText:
    'It may have been mistyped, or cut short where it was copied. A published story keeps its address, so one you remember is still here.',
  opinion: 'Opinion',
  otherPapers: 'Other papers',
  paper: 'The paper',
  partOf: 'Part of',
  photoFeatures: 'Photo features',
  published: 'Published',
  retiredService: '{name}: {fate} Now {successor}.',
  retiredServices: 'Share services of 2011',
  sectionEmpty: 'Nothing has been published in this section yet.',
  sectionFront: '{section}: news and reports from {paper}, {edition}.',
  sections: 'Sections',
  shareAgain: 'Share this story again',
  shareThis: 'Share this story',
  skipToContent: 'Skip to content',
  skipToSections: 'Skip to sections',
  special: 'Special',
  specials: 'Specials',
  storyCount: { one: '{count} story', other: '{count} stories' },
  todaysPaper: 'Today’s paper',
  unavailable: 'The paper cannot be reached just now',
  unavailableText: 'Something on our side is not answering. Please try again in a minute.',
  updated: 'Updated',
  youAreIn: 'You are in',
} as const;

/** The key of a message. */
export type MessageKey = keyof typeof ENGLISH;

/** A message: one text, or one text for each plural category that its language has. */
export type Message = string | { readonly other: string; readonly [category: string]: string };

/** Catalogues by primary language; what one lacks is said in English. */
export const CATALOGUES: Readonly<Record<string, Partial<Readonly<Record<MessageKey, Message>>>>> = {
  en: ENGLISH,
};
