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
  | 'language'
  | 'agency'
  | 'list'
  | 'dateline'
  | 'kind'
  | 'place'
  | 'status'
  | 'addresses'
  | 'kept';

/** A field of the other system that means one of ours, and how the two are compared. */
export interface MappedField {
  /** Where the assertion points, from the item on. */
  readonly path: string;
  readonly ours: keyof WireItem;
  readonly as: Comparison;
  /** Operators that count; all where absent. */
  readonly only?: readonly string[];
  /** Kinds of items that it counts for; all where absent. */
  readonly kinds?: readonly WireItem['kind'][];
}

/** The fields that are compared. */
export const MAPPED: readonly MappedField[] = [
  { path: 'guid', ours: 'id', as: 'id' },
  { path: 'uri', ours: 'id', as: 'id' },
  { path: 'version', ours: 'version', as: 'exact' },
  { path: 'type', ours: 'kind', as: 'kind' },
  { path: 'headline', ours: 'headline', as: 'folded' },
  { path: 'name', ours: 'headline', as: 'folded', kinds: ['event', 'planning'] },
  { path: 'slugline', ours: 'slug', as: 'folded' },
  { path: 'byline', ours: 'byline', as: 'byline' },
  { path: 'abstract', ours: 'standfirst', as: 'folded' },
  { path: 'description_text', ours: 'standfirst', as: 'folded' },
  { path: 'sub_head_line', ours: 'standfirst', as: 'folded' },
  { path: 'body_html', ours: 'body', as: 'folded' },
  { path: 'definition_short', ours: 'body', as: 'folded' },
  { path: 'definition_long', ours: 'body', as: 'folded' },
  { path: 'language', ours: 'language', as: 'language' },
  { path: 'urgency', ours: 'urgency', as: 'exact' },
  { path: 'pubstatus', ours: 'status', as: 'exact' },
  { path: 'ednote', ours: 'edNote', as: 'folded' },
  { path: 'internal_note', ours: 'edNote', as: 'folded' },
  { path: 'copyright_line', ours: 'rights', as: 'folded' },
  { path: 'usageterms', ours: 'rights', as: 'folded' },
  { path: 'source', ours: 'source', as: 'folded' },
  { path: 'original_source', ours: 'source', as: 'folded' },
  { path: 'credit_line', ours: 'source', as: 'folded' },
  { path: 'dateline', ours: 'dateline', as: 'dateline' },
  { path: 'dateline/source', ours: 'dateline', as: 'agency' },
  { path: 'dateline/text', ours: 'dateline', as: 'dateline' },
  { path: 'dateline/located/city', ours: 'dateline', as: 'dateline' },
  { path: 'keywords', ours: 'keywords', as: 'list' },
  { path: 'details', ours: 'unmapped', as: 'kept' },
  { path: 'items', ours: 'unmapped', as: 'kept' },
  { path: 'first_name', ours: 'unmapped', as: 'kept' },
  { path: 'last_name', ours: 'unmapped', as: 'kept' },
  { path: 'job_title', ours: 'unmapped', as: 'kept' },
  { path: 'website', ours: 'unmapped', as: 'kept' },
  { path: 'contact_email', ours: 'unmapped', as: 'kept' },
  { path: 'contact_phone', ours: 'unmapped', as: 'kept' },
  { path: 'address/title', ours: 'unmapped', as: 'kept' },
  { path: 'address/line/0', ours: 'unmapped', as: 'kept' },
  { path: 'address/city', ours: 'unmapped', as: 'kept' },
  { path: 'address/state', ours: 'unmapped', as: 'kept' },
  { path: 'address/country', ours: 'unmapped', as: 'kept' },
  { path: 'extra/stt_events', ours: 'unmapped', as: 'kept' },
  { path: 'extra/stt_topics', ours: 'unmapped', as: 'kept' },
  { path: 'versioncreated', ours: 'versionCreated', as: 'moment' },
  { path: 'firstcreated', ours: 'firstCreated', as: 'moment' },
  { path: 'signal', ours: 'signal', as: 'signal' },
  { path: 'subject', ours: 'subjects', as: 'codes', only: ['contains'] },
  { path: 'subject/0/qcode', ours: 'subjects', as: 'codes' },
  { path: 'location', ours: 'event', as: 'place' },
  { path: 'news_coverage_status', ours: 'event', as: 'status' },
  { path: 'links', ours: 'links', as: 'addresses' },
];

/** Why the other fields are not compared, by the first step of the path after the item. */
export const OTHER_FIELDS: Readonly<Record<string, string>> = {
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
  location: 'counts a list',
  located: "a step inside a dateline, without the item's name before it",
  subject: 'only "contains" is compared: lists hold entries of its own vocabularies',
  address: 'codes inside a place, of one agency',
  administrative: 'the envelope of one standard, name by name',
  anpa_take_key: 'ours counts takes; its words stay in the slug',
  associated_with: 'a hint of one agency to its own pictures',
  author: 'an account of the system that exported it',
  by_line_title: 'begins inside a byline, not at the item',
  calendars: "lists of the other system's settings",
  category: 'a word that one customer files by',
  characteristics: 'counts of the sender, which nobody needs who has the text',
  coverage_id: 'ids that the other system gives to plans of its own',
  coverages: 'where a plan names none the other system makes one up',
  date_id: 'a part of the id, which is compared as a whole',
  date_label: 'a day in words beside the one that is read',
  dates: 'the zone of a clock; ours are moments',
  descriptive_guid: 'an id of the transport',
  event_contact_info: 'contacts are items of their own there',
  flags: "marks of the other system's workflow",
  is_active: 'begins inside a contact, not at the item',
  item_id: 'a part of the id, which is compared as a whole',
  keyword_line: 'a line of codes of one agency',
  line_text: 'begins inside a line, not at the item',
  line_type: 'begins inside a line, not at the item',
  mimetype: 'the form of a part; what a text is, its root says',
  occur_status: 'the file says none: it is a default of the other system',
  original_creator: 'an account of the other system',
  provider_id: 'a part of the id, which is compared as a whole',
  public: 'begins inside a contact, not at the item',
  role: 'begins inside a component, not at the item',
  sentfrom: 'the envelope of the message',
  sign_off: 'initials of whoever worked on it there',
  state: "a step of the other system's workflow",
  task: "a desk of the other system's settings",
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
  {
    file: 'newsml-g2/superdesk-belga/dpa_newsml_2_0_belga.xml',
    path: 'keywords',
    reason: 'the file has four: one customer has them emptied',
  },
  {
    file: 'newsml-g2/superdesk-ntb/ntb_newsml_g2.xml',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'nitf/superdesk-ntb/nitf_test.xml',
    path: 'subject',
    value: { qcode: 'Sport', name: 'Sport', scheme: 'category' },
    reason: "a category that the other system's test puts in itself",
  },
  {
    file: 'newsml-1/superdesk-belga/afp_belga.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'newsml-1/superdesk-belga/afp_belga.xml',
    path: 'keywords',
    reason: 'the file has six: one customer has them emptied',
  },
  {
    file: 'newsml-1/superdesk-belga/afp_belga.xml',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'newsml-1/superdesk-belga/anp_belga.xml',
    path: 'language',
    reason: 'the file says nl-nl: the region is cut off there',
  },
  {
    file: 'newsml-1/superdesk-belga/anp_belga.xml',
    path: 'keywords',
    reason: 'the file has five: one customer has them emptied',
  },
  {
    file: 'newsml-1/superdesk-belga/kyodo_newsml_1_2_belga.xml',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'newsml-1/superdesk-belga/tass_belga.xml',
    path: 'keywords',
    reason: 'the file has two: one customer has them emptied',
  },
  {
    file: 'newsml-1/superdesk-belga/tass_belga.xml',
    path: 'dateline',
    reason: 'the line holds a day; the place stands elsewhere in the file',
  },
  {
    file: 'newsml-1/superdesk-ntb/afp.xml',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'newsml-1/superdesk-ntb/afp.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'newsml-1/superdesk-ntb/afp.xml',
    path: 'subject',
    value: { name: 'Utenriks', qcode: 'Utenriks', scheme: 'category' },
    reason: 'a category that the other system puts in itself',
  },
  {
    file: 'newsml-1/superdesk-ntb/afp_no_headline_2.xml',
    path: 'headline',
    reason: 'the file has none: the other system cuts one from the body',
  },
  {
    file: 'newsml-1/superdesk-ntb/solita_se_1.xml',
    path: 'guid',
    reason: 'the other system makes an id of its own for its feed',
  },
  {
    file: 'newsml-1/superdesk-ntb/solita_se_1.xml',
    path: 'slugline',
    reason: 'the file has none: the other system puts the publisher there',
  },
  {
    file: 'newsml-1/superdesk-ntb/solita_se_1.xml',
    path: 'subject',
    reason: 'a category that the other system puts in itself',
  },
  {
    file: 'newsml-1/superdesk-ntb/solita_se_1.xml',
    path: 'ednote',
    reason: 'a note that the other system puts in itself',
  },
  {
    file: 'newsml-1/superdesk-ntb/solita_se_1.xml',
    path: 'urgency',
    reason: "the file says 4: the value is the other system's own",
  },
  {
    file: 'agency-proprietary/superdesk-ntb/nifs_events.json',
    path: 'name',
    reason: 'league and round are put in front of it from tables of one customer',
  },
  {
    file: 'agency-proprietary/superdesk-ntb/nifs_events.json',
    path: 'slugline',
    reason: 'the file has none: it comes from a table of one customer',
  },
  {
    file: 'agency-proprietary/superdesk-ntb/nifs_events.json',
    path: 'subject',
    reason: 'the file has none: they come from a table of one customer',
  },
  {
    file: 'agency-proprietary/superdesk-ntb/ritzau.xml',
    path: 'byline',
    reason: 'the file names a writer: one customer has the agency put in the place',
  },
  {
    file: 'agency-proprietary/superdesk-ntb/ritzau_2.xml',
    path: 'byline',
    reason: 'the file names a writer: one customer has the agency put in the place',
  },
  {
    file: 'agency-proprietary/superdesk-ntb/solita_4.xml',
    path: 'body_html',
    reason:
      'pictures, contacts and a line of its own are put behind the text; ours are media, notes and the address',
  },
  {
    file: 'feeds/superdesk-core/wenn.xml',
    path: 'subject/0/qcode',
    reason: "the file says Music: the code is the other system's own",
  },
  {
    file: 'feeds/superdesk-core/wenn.xml',
    path: 'pubstatus',
    reason: "the file names none: the value is the other system's default",
  },
  {
    file: 'feeds/superdesk-core/wenn.xml',
    path: 'urgency',
    reason: "the file names none: the value is the other system's default",
  },
  {
    file: 'feeds/superdesk-core/wenn.xml',
    path: 'guid',
    reason: "the entry has an id: the other system takes a number of the agency's archive",
  },
  {
    file: 'events-planning-g2/superdesk-stt/stt_planning_ml_placeholder.xml',
    path: 'guid',
    reason: 'the other system takes the day out of the id',
  },
  {
    file: 'events-planning-g2/superdesk-stt/stt_planning_ml_placeholder-2.xml',
    path: 'guid',
    reason: 'the other system takes the day out of the id',
  },
  {
    file: 'events-planning-g2/superdesk-stt/events_ml_259431.xml',
    path: 'name',
    reason: "the place's, and not the event's",
  },
  {
    file: 'text-wire/superdesk-belga/ats.txt',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'text-wire/superdesk-belga/ats.txt',
    path: 'language',
    reason: "the file says none: the value is one customer's default",
  },
  {
    file: 'text-wire/superdesk-belga/ats.txt',
    path: 'original_source',
    reason: 'the name of the line it came on, which is no credit',
  },
  {
    file: 'text-wire/superdesk-belga/ats.txt',
    path: 'headline',
    reason: 'the sign that ends a headline is left in it',
  },
  {
    file: 'text-wire/superdesk-belga/dpa.txt',
    path: 'slugline',
    reason: 'the file has one: one customer has it emptied',
  },
  {
    file: 'text-wire/superdesk-belga/dpa.txt',
    path: 'original_source',
    reason: 'the name of the line it came on, which is no credit',
  },
  {
    file: 'text-wire/superdesk-core/IPTC7901.txt',
    path: 'headline',
    value: 'Germany Social Democrats: Coalition talks with Merkel could fail =',
    reason: 'two assertions contradict each other: here the sign that ends a headline is left in it',
  },
  {
    file: 'text-wire/superdesk-core/anpa-2.tst',
    path: 'ednote',
    reason: 'the file has two notes to editors: the other system drops one',
  },
  {
    file: 'text-wire/superdesk-core/ap_anpa-1.tst',
    path: 'subject/0/qcode',
    reason: 'the code is nowhere in the file: it comes from a table of one customer',
  },
  {
    file: 'text-wire/superdesk-core/ap_anpa-1.tst',
    path: 'dateline/text',
    reason: 'the file says ATLANTA (AP): the line and its day are made by the other system',
  },
  {
    file: 'text-wire/superdesk-core/ap_anpa-5.tst',
    path: 'headline',
    reason: 'an apostrophe of the file is lost there',
  },
  {
    file: 'email-wire/superdesk-core/googleform.txt',
    path: 'dateline/text',
    reason: 'the file says AUCKLAND: the day and the agency are put in by one customer',
  },
  {
    file: 'email-wire/superdesk-core/googleform1.txt',
    path: 'dateline/text',
    reason: 'the file says BRISBANE: the day and the agency are put in by one customer',
  },
  {
    file: 'email-wire/superdesk-core/googleform.txt',
    path: 'byline',
    reason: 'the file has an account: the name is looked up in the users of the other system',
  },
  {
    file: 'email-wire/superdesk-core/googleform1.txt',
    path: 'byline',
    reason: 'the file has an account: the name is looked up in the users of the other system',
  },
  {
    file: 'email-wire/superdesk-core/json-email.txt',
    path: 'byline',
    reason: 'the file has an account: the name is looked up in the users of the other system',
  },
  {
    file: 'email-wire/superdesk-core/json-email.txt',
    path: 'original_source',
    reason: 'the address of whoever sent it, which is no credit',
  },
  {
    file: 'email-wire/superdesk-core/simple_email.txt',
    path: 'original_source',
    reason: 'the address of whoever sent it, which is no credit',
  },
];
