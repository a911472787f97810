import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { feedFaults } from './feed-rules-testing.ts';
import { anyFeed, SAMPLE_FEED } from './feed-sample-testing.ts';
import { atomFeed, FEED_MEDIA_TYPES, jsonFeed, rssFeed } from './syndication.ts';

const WRITERS = { rss: rssFeed, atom: atomFeed, json: jsonFeed } as const;
const FORMATS = ['rss', 'atom', 'json'] as const;

const CASES = fileURLToPath(
  new URL('../../../../shared/data/feeds/w3c-feedvalidator-testcases/', import.meta.url),
);

/** The validator's words that its own cases hold our rules to. */
const COVERED = new Set(
  (
    'AttrNotBlank BadCharacters CharacterData ContainsEmail ContainsHTML ContainsUndeclaredHTML DuplicateAtomLink ' +
    'DuplicateElement DuplicateEntries DuplicateItemSemantics DuplicateSemantics DuplicateValue EmailFormat ' +
    'FeedHistoryRelInEntry ImageUrlFormat ImplausibleDate InvalidAddrSpec InvalidBooleanAttribute InvalidContact ' +
    'InvalidCreditRole InvalidFullLink InvalidHeight InvalidHttpGUID InvalidIRI InvalidIntegerAttribute InvalidLanguage ' +
    'InvalidLink InvalidMIMEAttribute InvalidMIMEType InvalidMediaMedium InvalidMediaTextType InvalidNamespace ' +
    'InvalidNonNegativeInteger InvalidPermalink InvalidPositiveInteger InvalidRFC2822Date InvalidRFC3339Date ' +
    'InvalidRSSVersion InvalidTAG InvalidTextType InvalidURIAttribute InvalidURLAttribute InvalidURN InvalidUUID ' +
    'InvalidUriChar InvalidWidth ItemMustContainTitleOrDescription ArchiveIncomplete MissingAttribute ' +
    'MissingContentOrAlternate MissingCurrentInArchive MissingDescription MissingElement MissingGuid MissingHref ' +
    'MissingLink MissingNamespace MissingRealName MissingSelf MissingSummary MissingTextualContent MissingTitle ' +
    'MissingTypeAttr MissingXhtmlDiv MisplacedItem MisplacedMetadata NeedDescriptionBeforeContent NonCanonicalURI NotBlank ' +
    'NotHtml NotSufficientlyUnique ProblematicalRFC822Date RelativeSelf SAXError SecurityRisk SecurityRiskAttr ' +
    'SelfDoesntMatchLocation SelfNotAtom UndefinedElement UnexpectedAttribute UnexpectedText UnexpectedWhitespace ' +
    'UnknownNamespace UnregisteredAtomLinkRel'
  ).split(' '),
);

/** Words that name the same fault by its kind; the validator picks one by the class that found it. */
const FAMILIES: readonly (readonly string[])[] = [
  ['InvalidLink', 'InvalidFullLink', 'InvalidUriChar', 'InvalidURIAttribute', 'InvalidIRI', 'InvalidUUID'],
  ['InvalidRFC2822Date', 'IncorrectDOW'],
  ['InvalidContact', 'InvalidAddrSpec'],
  ['SecurityRisk', 'SecurityRiskAttr'],
];

/** Cases about what we never write, by their path, and why no rule of ours is there. */
const OUT_OF_SCOPE: readonly (readonly [RegExp, string])[] = [
  [/skip(?:days|hours)|textinput|cloud|ttl/i, 'elements of RSS that schedule or ask'],
  [/thumbnail|restriction|invalid_category|copyright_url/, 'elements of Media RSS'],
  [/admin_|_sy_|_geo_|geo_|blogChannel|dctermsmodified|license|cc_/, 'modules'],
  [
    /xhtml|mathml|svg|content-application|content-text-html|misplaced_element/i,
    'content other than HTML as text',
  ],
  [/3\/ws-xml-base|ambiguous/, 'xml:base'],
  [/double_encoded/, 'text garbled before it came'],
  [/pubDate_future/, 'needs the clock'],
  [/email-simple-domain|invalid-namespace/, 'needs the network, or a parser that lets it pass'],
  [/4\.2\.11\/missing/, 'atom:source'],
  [
    /self-match|html_in_item_description/,
    'names relative to where the case stands; an element that stands twice',
  ],
  [/dcdate|dcrights|duplicate_copyright/, 'the other core of a pair we never write'],
];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly isBarred: boolean;
  readonly word: string;
  readonly element: string | undefined;
}

function cases(): readonly Case[] {
  return ['rss', 'rss20', 'atom', 'ext/media', 'ext/fh'].flatMap((folder) =>
    readdirSync(CASES + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .flatMap((name) => readCase(`${folder}/${name}`)),
  );
}

function readCase(name: string): readonly Case[] {
  const text = readFileSync(CASES + name, 'utf8');
  const head = /Expect:\s*(!?)(\w+)(?:\{(.*?)\})?\s*-->/s.exec(text);
  // RSS 0.90, 1.0 and 1.1, Atom 0.3 and single entries are other formats.
  const isOurs = /<rss[\s>]/.test(text) || /<feed[^>]*"http:\/\/www\.w3\.org\/2005\/Atom"/.test(text);
  if (!head || !isOurs || OUT_OF_SCOPE.some(([path]) => path.test(name))) return [];
  const [, bar = '', word = '', details = ''] = head;
  const element = /(?:^|,)element:([^,}]+)/.exec(details)?.[1];
  return COVERED.has(word) ? [{ name, text, isBarred: bar === '!', word, element }] : [];
}

function agrees({ name, text, isBarred, word, element }: Case): boolean {
  const type = /<feed[\s>]/.test(text) ? FEED_MEDIA_TYPES.atom : FEED_MEDIA_TYPES.rss;
  const words = FAMILIES.find((family) => family.includes(word)) ?? [word];
  const location = `http://www.feedvalidator.org/testcases/${name}`;
  const found = feedFaults(text, type, location).filter((fault) =>
    words.includes(fault.split(':', 1)[0] ?? ''),
  );
  if (!isBarred) return found.length > 0;
  return !found.some((fault) => element === undefined || fault.includes(element));
}

test('a feed with everything has no fault in any format', () => {
  for (const format of FORMATS) {
    const text = WRITERS[format](SAMPLE_FEED);
    assert.deepEqual(feedFaults(text, FEED_MEDIA_TYPES[format], SAMPLE_FEED.self[format]), []);
  }
});

test('feeds of any text, at equal moments, have no fault in any format', () => {
  fc.assert(
    fc.property(anyFeed, (feed) => {
      for (const format of FORMATS) {
        const faults = feedFaults(WRITERS[format](feed), FEED_MEDIA_TYPES[format], feed.self[format]);
        assert.deepEqual(faults, [], format);
      }
    }),
    { numRuns: 300 },
  );
});

test('a story withdrawn costs one warning, of a namespace that the validator does not know', () => {
  const tombstones = [{ id: 'urn:uuid:0191f2a0-7b3c-7d11-8a55-3f6f0c9d2e09', at: SAMPLE_FEED.updated }];
  assert.deepEqual(feedFaults(atomFeed({ ...SAMPLE_FEED, tombstones }), FEED_MEDIA_TYPES.atom), [
    'UnknownNamespace: http://purl.org/atompub/tombstones/1.0',
  ]);
});

const SPOILT: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ['a lost end tag', (text) => text.replace('</channel>', ''), /^SAXError/],
  ['a date in words', (text) => text.replace(/<pubDate>[^<]*/, '<pubDate>yesterday'), /^InvalidRFC2822Date/],
  ['a wrong day of the week', (text) => text.replace('<pubDate>Thu', '<pubDate>Fri'), /^IncorrectDOW/],
  ['a guid twice', (text) => text.replaceAll('0c9d2e02<', '0c9d2e01<'), /^DuplicateValue/],
  [
    'a relative link',
    (text) => text.replace('href="https://courant.example/world"', 'href="/world"'),
    /^ContainsRelRef/,
  ],
  ['a script', (text) => text.replace('<p>Del', '<script>x</script><p>Del'), /^SecurityRisk/],
  ['a tag without its end', (text) => text.replace('</figure>', ''), /^NotHtml/],
  ['an event attribute', (text) => text.replace('<p>Del', '<p onclick="x">Del'), /^SecurityRiskAttr/],
  ['a style attribute', (text) => text.replace('<p>Del', '<p style="x">Del'), /^StyleAttr/],
  [
    'an author without mail',
    (text) => text.replace('<guid', '<author>Quist</author><guid'),
    /^InvalidContact/,
  ],
  ['an end tag in a title', (text) => text.replace('R&#x26;D', '&#x3C;/b&#x3E;'), /^ContainsHTML/],
  ['another self', (text) => text.replace('world.rss', 'other.rss'), /^SelfDoesntMatchLocation/],
  ['two titles', (text) => text.replace('<guid', '<title>More</title><guid'), /^DuplicateElement/],
  [
    'an unknown element',
    (text) => text.replace('<guid', '<headline>More</headline><guid'),
    /^UndefinedElement/,
  ],
  ['a picture without size', (text) => text.replace('width="1200"', 'width="0"'), /^InvalidPositiveInteger/],
];

for (const [what, spoil, word] of SPOILT) {
  test(`${what} in RSS is found`, () => {
    const whole = rssFeed(SAMPLE_FEED);
    const text = spoil(whole);
    assert.notEqual(text, whole);
    assert.match(
      feedFaults(text, FEED_MEDIA_TYPES.rss, SAMPLE_FEED.self.rss).join('\n'),
      new RegExp(word, 'm'),
    );
  });
}

test('the rules agree with the validator on its own cases of what we write', {
  skip: existsSync(CASES) ? false : 'w3c-feedvalidator-testcases is not beside the project (../shared/data)',
}, (t) => {
  const all = cases();
  const other = all.filter((one) => !agrees(one)).map(({ name, word }) => `${name}: ${word}`);
  t.diagnostic(`${all.length - other.length} of ${all.length} cases agree`);
  assert.deepEqual(other, []);
  assert.ok(all.length > 250);
});
