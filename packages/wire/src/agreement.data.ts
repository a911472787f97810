import type { WireItem } from './wire-item.ts';

/** How two values are compared: `folded` once tags and space are folded, `byline` also without "By". */
export type Comparison =
  | 'exact'
  | 'folded'
  | 'id'
  | 'byline'
  | 'signal'
  | 'codes'
  | 'moment'
  | 'list'
  | 'dateline';

/** A field of the other system that means one of ours, and how the two are compared. */
export interface MappedField {
  /** Where the assertion points, from the item on. */
  readonly path: string;
  readonly ours: keyof WireItem;
  readonly as: Comparison;
  /** Operators that count; all where absent. */
  readonly only?: readonly string[];
}

/** The fields that are compared. */
export const MAPPED: readonly MappedField[] = [
  { path: 'guid', ours: 'id', as: 'id' },
  { path: 'uri', ours: 'id', as: 'id' },
  { path: 'version', ours: 'version', as: 'exact' },
  { path: 'headline', ours: 'headline', as: 'folded' },
  { path: 'slugline', ours: 'slug', as: 'folded' },
  { path: 'byline', ours: 'byline', as: 'byline' },
  { path: 'abstract', ours: 'standfirst', as: 'folded' },
  { path: 'description_text', ours: 'standfirst', as: 'folded' },
  { path: 'body_html', ours: 'body', as: 'folded' },
  { path: 'language', ours: 'language', as: 'exact' },
  { path: 'urgency', ours: 'urgency', as: 'exact' },
  { path: 'pubstatus', ours: 'status', as: 'exact' },
  { path: 'ednote', ours: 'edNote', as: 'folded' },
  { path: 'usageterms', ours: 'rights', as: 'folded' },
  { path: 'source', ours: 'source', as: 'folded' },
  { path: 'original_source', ours: 'source', as: 'folded' },
  { path: 'credit_line', ours: 'source', as: 'folded' },
  { path: 'dateline', ours: 'dateline', as: 'dateline' },
  { path: 'dateline/text', ours: 'dateline', as: 'dateline' },
  { path: 'dateline/located/city', ours: 'dateline', as: 'dateline' },
  { path: 'keywords', ours: 'keywords', as: 'list' },
  { path: 'versioncreated', ours: 'versionCreated', as: 'moment' },
  { path: 'firstcreated', ours: 'firstCreated', as: 'moment' },
  { path: 'signal', ours: 'signal', as: 'signal' },
  { path: 'subject', ours: 'subjects', as: 'codes', only: ['contains'] },
];

/** Why the other fields are not compared, by the first step of the path after the item. */
export const OTHER_FIELDS: Readonly<Record<string, string>> = {
  type: 'the kind of an item is told by its media',
  format: 'how the other system will edit the text',
  extra: "the other system's own drawer, filled by one customer's code",
  genre: "names are mapped to one customer's vocabulary",
  authors: 'names are looked up in the users of the other system',
  renditions: 'copies of pictures that the other system made',
  word_count: 'counts tags or words in ways of its own',
  priority: 'order of transport; urgency is what the desk sees',
  place: 'names of its own gazetteer',
  anpa_category: "a vocabulary of the other system's settings",
  ingest_provider_sequence: 'a number of its transport',
  profile: 'the form the other system edits with',
  copyrightnotice: 'copyright and terms stand together in the rights of an item',
  assignment_id: 'a job is a number of its own planning there; here it is kept unmapped',
  associations: 'pictures it makes items of; ours are media of their item',
  located: "a step inside a dateline, without the item's name before it",
  subject: 'only "contains" is compared: lists hold entries of its own vocabularies',
  '': 'says whether a field is there, not what it holds',
  '#length': 'counts a list, and does not begin at the item',
  name: 'begins inside a vocabulary or a place, not at the item',
  scheme: 'begins inside a vocabulary, not at the item',
  code: 'begins inside a place, not at the item',
  qcode: 'begins inside a place, not at the item',
};

/** One assertion of a mapped field that says nothing of how a file is read. */
export interface LeftOut {
  /** Path under the shared data. */
  readonly file: string;
  readonly path: string;
  /** The value it asserts, where one field has several. */
  readonly value?: unknown;
  readonly reason: string;
}

/** What is left out though its field is mapped, each with its reason. */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    file: 'images-press/superdesk-core/IPTC-PhotometadataRef-Std2017.1.jpg',
    path: 'byline',
    reason: 'the other system reads one layer, which has room for one of the two photographers',
  },
  {
    file: 'ninjs/superdesk-core/bbc-ninjs-comp-test.json',
    path: 'headline',
    value: 'logo-footer.png',
    reason: 'an association is an item of its own there; here it is a medium of its item',
  },
  {
    file: 'ninjs/superdesk-core/bbc-ninjs-comp-test.json',
    path: 'description_text',
    value: 'abc',
    reason: 'an association is an item of its own there; here it is a medium of its item',
  },
  {
    file: 'ninjs/superdesk-core/ninjsExSimpleText1.json',
    path: 'guid',
    reason: 'the file has another uri: file and assertion do not belong together',
  },
  {
    file: 'nitf/superdesk-belga/ansa_belga.xml',
    path: 'urgency',
    reason: "the file names no urgency: the value is the other system's default",
  },
  {
    file: 'nitf/superdesk-core/aap.xml',
    path: 'pubstatus',
    reason: "the file names no status: the value is the other system's default",
  },
  {
    file: 'nitf/superdesk-core/pa2.xml',
    path: 'headline',
    reason: 'two assertions contradict each other: one is made by a filter of one customer',
  },
  {
    file: 'newsml-g2/superdesk-belga/dpa_newsml_2_0_belga.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'newsml-g2/superdesk-belga/dpa_newsml_2_0_belga.xml',
    path: 'headline',
    reason: 'the other system puts the genre in front of it',
  },
  {
    file: 'newsml-g2/superdesk-core/scoop.xml',
    path: 'urgency',
    reason: "the file says 5: the value is the other system's own",
  },
  {
    file: 'newsml-g2/superdesk-core/scoop.xml',
    path: 'dateline/located/city',
    reason: 'the city is nowhere in the file',
  },
  {
    file: 'newsml-g2/superdesk-core/stt_newsml_test_no_hl.xml',
    path: 'headline',
    reason: 'the file has none: the other system cuts one from the body',
  },
  {
    file: 'newsml-g2/superdesk-ntb/dpa_newsml_test.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'newsml-g2/superdesk-ntb/ntb_newsml_g2.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'newsml-g2/superdesk-ntb/stt_newsml_test.xml',
    path: 'subject',
    reason: "a category that the other system's test puts in itself",
  },
];
