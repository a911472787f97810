/** Words by which agencies bind the use of a picture, and what they say to a desk. */
export interface BindingWords {
  readonly words: RegExp;
  /** A sentence without its full stop. */
  readonly say: string;
}

const NOT = '(?:no|not for|not available for|not to be used (?:in|on|by|for))';

/**
 * Words that forbid something a paper might do with a picture: a person must look before it is used. They are asked of
 * instructions and terms, where agencies write them in capitals and without.
 */
export const RESTRICTING: readonly BindingWords[] = [
  {
    words: new RegExp(String.raw`\b${NOT}(?: \w+){0,2} (?:re-?)?sales?\b`, 'i'),
    say: 'It may not be sold on',
  },
  {
    // "UK OUT.", "MAGS OUT, NO SALES", "Austria OUT"; no picture "HANDED OUT BY" somebody.
    words:
      /\b(?!(?:HANDED|CARRIED|CUT|SOLD|RUN|BROUGHT|SET|HAND|FLAT)\b)[A-Z][A-Za-z.]+ OUT(?=\s*(?:[.,;:!)\]/–—-]|$|AND\b|NO\b))/,
    say: 'There are places or papers that may not use it',
  },
  {
    words: new RegExp(
      String.raw`\b${NOT} (?:use )?(?:in|by|to)? ?(?:[a-z]+ )?(?:internet|online|web|digital|mobile|social media|tv|television|broadcast|magazines?|mags|tabloids?|books?|archives?|archiving|archival|print|commercial|advertising|third[ -]part(?:y|ies))\b`,
      'i',
    ),
    say: 'It may not be used for everything',
  },
  { words: /\b(?:one|single)[- ]time (?:use|reproduction)\b/i, say: 'It may be used once' },
  {
    words:
      /\b(?:for use|to be used|must be used|use only|may be used|available|usage) (?:\w+ )?(?:within|until|before|through|for) (?:\w+ )?(?:\d+ (?:hours|days|weeks|months)|\d{1,2}[ ./-]\w+)/i,
    say: 'It may be used for a time',
  },
  {
    words: /\b(?:restricted|restrictions? (?:apply|may apply)|embargoed for use)\b/i,
    say: 'Its use is restricted',
  },
  {
    words:
      /\b(?:nicht|keine?) (?:\p{L}+ ){0,2}(?:weiterverkauf|verkauf|online|internet|archiv\p{L}*)\b|\bhonorarpflichtig\b/iu,
    say: 'Its use is restricted',
  },
  {
    words:
      /\b(?:interdit[es]?|vente interdite|pas de vente|sauf|hors) (?:\p{L}+ ){0,3}(?:vente|internet|archives?|france|belgique|suisse)\b/iu,
    say: 'Its use is restricted',
  },
];

/** Words that a desk must see and that forbid nothing. */
export const TELLING: readonly BindingWords[] = [
  {
    words: /\bFILE (?:PHOTO|PICTURE|IMAGE)\b|\barchivbild\b|\bphoto d'archives?\b/i,
    say: 'It is from the archive, and no picture of the day',
  },
  {
    words: /\bMANDATORY (?:CREDIT|BYLINE)\b|\bcredit (?:is )?mandatory\b/i,
    say: 'Its credit must be printed',
  },
  {
    words: /\b(?:EDITORIAL USE ONLY|for editorial use only|nur redaktionelle? (?:nutzung|verwendung))\b/i,
    say: 'It may be used editorially alone',
  },
  {
    words: /\b(?:HANDOUT|HO\/|handed out|hand ?out (?:photo|picture|image))/i,
    say: 'It was handed out by somebody with an interest in it',
  },
];

/** Sources of pixels in the vocabulary `digitalsourcetype` that are no camera's: the end of the code's address. */
export const MADE_BY_MACHINES: ReadonlySet<string> = new Set([
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'algorithmicMedia',
  'algorithmicallyEnhanced',
  'virtualRecording',
  'dataDrivenMedia',
]);

/** A withdrawal in the instructions of a picture; in a note to a text the same words would speak of its pictures. */
export const WITHDRAWN =
  /\b(?:picture|photo|photograph|image) (?:is|has been) (?:killed|withdrawn)\b|^\W*(?:MANDATORY )?(?:PHOTO|PICTURE|IMAGE) (?:KILL|WITHDRAWAL)\b/i;
