import type { ChoiceField, TextField } from './field.ts';

/**
 * How a field is merged. `words`: word by word; both readings are kept where both sides changed one place. `whole`:
 * as one value, both readings kept. `ours`: what the newsroom decided holds, the wire's change is taken where nobody
 * decided. `list`: what each side added and took out. `notes`: both, ours first. `theirs`: the wire's change is
 * always taken.
 */
export type FieldMerge = 'words' | 'whole' | 'ours' | 'list' | 'notes' | 'theirs';

/** How each field of a copy is merged. What a reader reads is never settled by a machine; what sorts a story may be. */
export const FIELD_MERGES: { readonly [F in TextField | ChoiceField]: FieldMerge } = {
  headline: 'words',
  kicker: 'words',
  standfirst: 'words',
  byline: 'whole',
  source: 'whole',
  pictureCaption: 'words',
  edNote: 'notes',
  slug: 'ours',
  urlSlug: 'ours',
  kind: 'ours',
  language: 'ours',
  dateline: 'whole',
  urgency: 'ours',
  embargo: 'whole',
  subjects: 'list',
  keywords: 'list',
  authors: 'ours',
  picture: 'ours',
  translates: 'ours',
  coverageEnds: 'ours',
  digitalSourceType: 'whole',
  firstPublished: 'ours',
  lastUpdated: 'theirs',
  wire: 'theirs',
};
