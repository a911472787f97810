/** Which field of ours says what a field of the other system says; the issue of this test lists them. */
export const FIELDS: Readonly<Record<string, string>> = {
  guid: 'id',
  uri: 'id',
  version: 'version',
  headline: 'headline',
  slugline: 'slug',
  byline: 'byline',
  abstract: 'standfirst',
  description_text: 'standfirst',
  body_html: 'body',
  language: 'language',
  urgency: 'urgency',
  pubstatus: 'status',
  ednote: 'edNote',
  usageterms: 'rights',
  source: 'source',
  original_source: 'source',
  credit_line: 'source',
  keywords: 'keywords',
  versioncreated: 'versionCreated',
  firstcreated: 'firstCreated',
  signal: 'signal',
  dateline: 'dateline',
  subject: 'subjects',
};

/** An assertion that is not counted. */
export interface LeftOut {
  /** Ends the path of the file. */
  readonly file: string;
  /** The path of the assertion, with slashes; of the item, without its number. */
  readonly path: string;
  readonly why: string;
}

/** Values that the other system's test put in itself, and pairs that contradict each other or the file. */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    file: 'superdesk-belga/ansa_belga.xml',
    path: 'byline',
    why: 'the file has this text as second headline; it has no byline',
  },
];
