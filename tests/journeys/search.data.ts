/** A question to the demo paper's search, the story that must come first, and why that one is right. */
export interface AskedFor {
  /** Key of the edition. */
  readonly edition: 'international' | 'european' | 'arabic' | 'chinese';
  readonly query: string;
  /** The slug of the story, or any of several that are as good. */
  readonly first: string | readonly string[];
  readonly why: string;
}

function of(
  edition: AskedFor['edition'],
  rows: readonly (readonly [string, string | readonly string[], string])[],
) {
  return rows.map(([query, first, why]): AskedFor => ({ edition, query, first, why }));
}

/** Sixty questions, written down before any ranking was tuned. */
export const ASKED: readonly AskedFor[] = [
  ...of('international', [
    ['foghorn', 'halden-foghorn', 'the only story about it'],
    ['halden bay foghorn vote', 'halden-foghorn', 'all words, in its headline'],
    ['benches', 'halden-benches', 'plural in the headline'],
    ['bench weekend', 'halden-benches', 'the singular of a word of the headline'],
    ['limpet', 'limpets', 'the singular of its headline'],
    ['comet', 'comet', 'the news story, whose headline begins with it'],
    ['where to see the comet', 'comet-places', 'places to meet a comet: stop words are no matter'],
    ['comet timetable', 'comet', 'both in one headline'],
    ['whales', 'whale-ear', 'in its headline'],
    ['counting whales patagonia', 'whale-ear', 'stems: counts, Patagonian'],
    ['interpreters strike', 'interpreters-strike', 'its subject, though the headline says walk out'],
    ['tea auction', 'tea-auction', 'in its headline'],
    ['"tea auction"', 'tea-auction', 'the same as a phrase'],
    ['curling', 'curling-ice', 'the stem of curlers'],
    ['staircase', 'stair-architect', 'in its headline'],
    ['Ottilie Brandt', 'stair-architect', 'the person it is about'],
    ['radio telescope', 'radio-whisper', 'keyword of the only story on one'],
    ['Karoo', 'radio-whisper', 'a place in its headline'],
    ['containers', 'empty-boxes', 'its keyword; the headline says boxes'],
    ['Antwerp', 'empty-boxes', 'a place in its headline'],
    ['night trains', ['sleeper-guards', 'sleeper-sums'], 'the kicker of both'],
    ['border guards train', 'sleeper-guards', 'all in its headline'],
    ['subsidy sleeper', 'sleeper-sums', 'the sums of sleeping cars'],
    ['mule', 'ballot-mule', 'in its headline'],
    ['Lesotho election', 'ballot-mule', 'the vote in Lesotho'],
    ['dhow', 'dhow-sail', 'the story of the boats'],
    ['swahili coast', 'dhow-sail', 'in its headline'],
    ['mangroves', 'mangrove-nursery', 'its subject'],
    ['salt delta farmers', 'salt-rice', 'all in its headline'],
    ['"salt road"', 'salt-road', 'a phrase of its headline'],
    ['ghost forest', 'ghost-forest', 'what it is about'],
    ['paper mill', 'paper-mill', 'newsprint mill in its headline'],
    ['Storalv', 'paper-mill', 'a name without its accent'],
    ['Tiszavar', 'stork-signal', 'a name without its accent'],
    ['Inês Quaresma', 'cable-accord', 'one of its two authors'],
    ['Ines Quaresma', 'cable-accord', 'the same without the accent'],
    [
      'cable accord',
      ['cable-accord', 'saint-aubin-ratifies'],
      'its kicker; the other has it in the headline',
    ],
    ['saint aubin', 'saint-aubin-ratifies', 'in its headline'],
    ['sea bed -accord', 'cable-analysis', 'the sea bed without those that speak of the accord in weight'],
    ['goalkeeper penalties', 'reserve-keeper', 'both in its headline'],
    ['football final Varde', 'varde-final', 'the match report'],
    ['chess', 'postal-chess', 'in its headline'],
    ['opera', 'opera-for-one', 'in its headline'],
    ['rating surgeon type:opinion', 'opinion-ratings', 'a filter that fits'],
    ['floods type:live', 'delta-floods-live', 'the one live blog'],
    ['author:farhana-kabir', 'salt-rice', 'the only story of its author'],
    ['wrong maps', 'wrong-maps', 'in its headline'],
  ]),
  ...of('european', [
    ['bakery', 'bakery-week', 'a story of this edition alone'],
    [
      'Sommen lorries',
      ['sommen-pass-vote', 'hauliers-cost'],
      'the vote on lorries, or what it costs hauliers',
    ],
  ]),
  ...of('arabic', [
    ['الكابلات', 'ar-cable-accord', 'in its headline'],
    ['كابل', 'ar-cable-accord', 'the singular'],
    ['المذنب', 'ar-comet', 'with the article and without the vowel mark'],
    ['سفينة', 'ar-dhow-drawing', 'in its headline'],
    ['الهمزة', 'ar-hamza-chair', 'in its headline'],
    ['نخله', 'ar-palm-heirs', 'ends in ه where the headline has ة'],
  ]),
  ...of('chinese', [
    ['彗星', 'zh-comet', 'in its headline'],
    ['海底电缆', 'zh-cable-accord', 'in its headline'],
    ['茶馆', 'zh-lake-teahouse', 'in its headline'],
    ['书信', 'zh-letter-stall', 'in its headline'],
    ['三角洲', 'zh-salt-rice', 'in its headline'],
  ]),
];
