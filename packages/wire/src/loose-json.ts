/** How reading JSON came out: its value and whether it had to be mended, or why there is none. */
export type LooseJson =
  | { readonly ok: true; readonly value: unknown; readonly isMended: boolean }
  | { readonly ok: false; readonly why: 'broken' | 'too-deep'; readonly say: string };

/** Deepest nesting read; the deepest ninjs we met has 11. What is kept of an item is written out again, recursively. */
const MOST_DEPTH = 64;

/** Characters mended at the most: what is broken and longer is no item. */
const MOST_MENDED = 2_000_000;

/** Reads JSON leniently: what agencies are known to break is mended. Text in the value has no NUL and no half of a pair. */
export function readJson(text: string): LooseJson {
  const plain = text.replace(/^\uFEFF/, '');
  if (isDeep(plain)) {
    return { ok: false, why: 'too-deep', say: `JSON not read: more than ${MOST_DEPTH} levels deep` };
  }
  const asItIs = parsed(plain);
  if (asItIs.ok) return { ...asItIs, isMended: false };
  const mended = plain.length > MOST_MENDED ? asItIs : parsed(mend(plain));
  return mended.ok
    ? { ...mended, isMended: true }
    : { ok: false, why: 'broken', say: `broken JSON: ${asItIs.say}` };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly say: string };

/** Escapes that stand for what no database keeps as text: control characters and halves of a surrogate pair. */
const UNKEPT = /\\u(?:00[01]|007f|d[89a-f])/i;

function parsed(text: string): Parsed {
  try {
    const value: unknown = UNKEPT.test(text)
      ? JSON.parse(text, (_name, member: unknown) => (typeof member === 'string' ? kept(member) : member))
      : JSON.parse(text);
    return { ok: true, value };
  } catch (thrown) {
    // Not JSON as it stands: the caller mends it, or passes on where it breaks.
    return { ok: false, say: placeOf(thrown, text) };
  }
}

function kept(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

function placeOf(thrown: unknown, text: string): string {
  const said = thrown instanceof Error ? thrown.message : '';
  const at = /position (\d+)/.exec(said)?.[1];
  if (at === undefined)
    return /end of JSON/.test(said) ? 'it ends too early' : 'a value in it cannot be read';
  return `line ${text.slice(0, Number(at)).split('\n').length} cannot be read`;
}

/** Whether brackets stand deeper than we read; counted, because no text may make us recurse. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charCodeAt(at);
    if (mark === QUOTE) at = closingQuote(text, at + 1);
    else if (mark === BRACE || mark === BRACKET) depth++;
    else if (mark === BRACE_END || mark === BRACKET_END) depth--;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** Where the string that begins at a place ends: its closing quote, or the end of the text. */
function closingQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    if (text.charCodeAt(at) !== BACKSLASH) at++;
    else at += isTwiceEscaped(text, at) ? 3 : 2;
  }
  return Math.min(at, text.length);
}

/** `\\"` where a string goes on is a quote escaped twice; before what follows strings, a backslash and the end. */
function isTwiceEscaped(text: string, at: number): boolean {
  return text.startsWith('\\\\"', at) && !/^\s*(?:[,:}\]]|$)/.test(text.slice(at + 3, at + 40));
}

/**
 * Mends what agencies really send: tabs, line ends and control characters bare inside strings, quotes escaped twice
 * over, escapes JSON does not know, and commas before a closing bracket.
 */
function mend(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    pieces.push(text.slice(at, start).replace(/,(?=\s{0,200}[}\]])/g, ''));
    if (quote < 0) break;
    const end = closingQuote(text, start + 1);
    pieces.push('"', mendString(text.slice(start + 1, end)), text.charAt(end));
    at = end + 1;
  }
  return pieces.join('');
}

const BARE: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function mendString(inside: string): string {
  return (
    inside
      .replace(/\\\\"|\\./gs, (found) => {
        // The string was found to go on behind `\\"`, so it is a quote.
        if (found === '\\\\"') return '\\"';
        return /^\\["\\/bfnrtu]/.test(found) ? found : `\\\\${found.slice(1)}`;
      })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: bare control characters are what is mended
      .replace(/[\u0000-\u001f]/g, (control) => BARE[control] ?? ' ')
  );
}
