/**
 * The formats of other systems' exports: their times are when a story was public there, and their slugs are the words
 * of its old address.
 */
export const EXPORT_FORMATS: ReadonlySet<string> = new Set([
  ...['wxr', 'wordpress-rest', 'squarespace', 'ghost', 'substack', 'medium', 'blogger'],
  ...['chorus', 'wix', 'beehiiv', 'letterdrop', 'jekyll', 'buttondown'],
]);
