import type { NinjsObject } from './ninjs-object.ts';

/** Members the reader has looked at, in the names of all lines of ninjs and of its senders. */
const READ: ReadonlySet<string> = new Set([
  ...['uri', 'guid', '_id', 'id', 'type', 'standard', '$standard', '$schema', 'version'],
  ...['versionCreated', 'versioncreated', 'firstCreated', 'firstcreated', 'expires', 'language'],
  ...['embargoedUntil', 'embargoed', 'embargo', 'pubStatus', 'pubstatus', 'urgency', 'signal', 'updateType'],
  ...[
    'headline',
    'headline_kicker',
    'headlines',
    'title',
    'name',
    'slugline',
    'slug',
    'byline',
    'by',
    'bylines',
    'authors',
  ],
  ...[
    'source',
    'original_source',
    'credit_line',
    'creditline',
    'creditLine',
    'infoSources',
    'infosources',
    'infosource',
  ],
  ...['copyrightHolder', 'copyrightholder', 'copyrightNotice', 'copyrightnotice', 'usageTerms', 'usageterms'],
  ...[
    'edNote',
    'ednote',
    'abstract',
    'description_text',
    'description_html',
    'description_usage',
    'descriptions',
    'keywords',
    'genre',
    'genres',
  ],
  ...['subject', 'subjects', 'place', 'places', 'person', 'people', 'located', 'dateline'],
  ...['organisation', 'organisations', 'organizations', 'associations', 'renditions'],
  ...['bodies', 'bodytext', 'bodyText', 'bodyhtml', '__proto__'],
]);

/** Other forms of what was read, and counts of it that we make ourselves. */
const SAME_AGAIN = /^(body_.*|charcount|wordcount|charCount|wordCount|readtime|readTime)$/;

/** Members no field of an item has a word for, by the names they had. */
export function unmappedOf(item: NinjsObject): Readonly<Record<string, unknown>> {
  const left = Object.entries(item).filter(
    ([name, value]) => !READ.has(name) && !SAME_AGAIN.test(name) && !isNothing(value),
  );
  return Object.fromEntries(left);
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
