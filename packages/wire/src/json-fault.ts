/** Where a text stops being JSON (RFC 8259) and what is wrong there, in one line with line and column; undefined where it is JSON. */
export function jsonFault(text: string): string | undefined {
  const open: string[] = [];
  let at = blank(text, 0);
  let wants: Wants = 'value';
  while (wants !== 'end') {
    const step = taken(text, at, wants);
    if (step.wrong !== undefined) return placed(text, step.end, step.wrong);
    if (step.opens !== undefined) open.push(step.opens);
    if (step.closes === true) open.pop();
    wants = step.next ?? after(open.at(-1));
    at = blank(text, step.end);
  }
  return at < text.length ? placed(text, at, 'something stands behind the value') : undefined;
}

/** What may stand next: a first member may be missing, a later one may not. */
type Wants =
  | 'value'
  | 'first value'
  | 'name'
  | 'first name'
  | 'colon'
  | 'more of a list'
  | 'more members'
  | 'end';

/** One token: where it ends, and what it does, or what is wrong with it. */
interface Step {
  readonly end: number;
  readonly wrong?: string;
  readonly opens?: string;
  readonly closes?: true;
  /** Absent: the value is whole, and what holds it goes on. */
  readonly next?: Wants;
}

const SAY: Readonly<Record<Exclude<Wants, 'end'>, string>> = {
  value: 'a value is missing',
  'first value': 'a value or ] is missing',
  name: 'a name in quotes is missing',
  'first name': 'a name in quotes or } is missing',
  colon: 'a colon is missing',
  'more of a list': 'a comma or ] is missing',
  'more members': 'a comma or } is missing',
};

function after(holder: string | undefined): Wants {
  if (holder === undefined) return 'end';
  return holder === '{' ? 'more members' : 'more of a list';
}

function taken(text: string, at: number, wants: Exclude<Wants, 'end'>): Step {
  const sign = text.charAt(at);
  const wrong = { end: at, wrong: at >= text.length ? 'it ends too early' : SAY[wants] };
  const closing = wants === 'first name' || wants === 'more members' ? '}' : ']';
  const mayClose = wants.startsWith('first') || wants.startsWith('more');
  if (mayClose && sign === closing) return { end: at + 1, closes: true };
  if (wants === 'colon') return sign === ':' ? { end: at + 1, next: 'value' } : wrong;
  if (wants === 'more of a list') return sign === ',' ? { end: at + 1, next: 'value' } : wrong;
  if (wants === 'more members') return sign === ',' ? { end: at + 1, next: 'name' } : wrong;
  if (wants === 'name' || wants === 'first name') {
    return sign === '"' ? { next: 'colon', ...string(text, at) } : wrong;
  }
  return value(text, at) ?? wrong;
}

const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function value(text: string, at: number): Step | undefined {
  const sign = text.charAt(at);
  if (sign === '{') return { end: at + 1, opens: '{', next: 'first name' };
  if (sign === '[') return { end: at + 1, opens: '[', next: 'first value' };
  if (sign === '"') return string(text, at);
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)?.[0];
  return plain === undefined ? undefined : { end: at + plain.length };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function string(text: string, from: number): Step {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== '"') {
    if (text.charCodeAt(at) < 0x20) return { end: at, wrong: 'a control character stands bare in a text' };
    ESCAPE.lastIndex = at;
    if (text.charAt(at) !== '\\') at++;
    else if (ESCAPE.test(text)) at = ESCAPE.lastIndex;
    else return { end: at, wrong: 'a text has an escape that JSON does not know' };
  }
  return at < text.length ? { end: at + 1 } : { end: from, wrong: 'a text that begins here has no end' };
}

function blank(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}

function placed(text: string, at: number, say: string): string {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}: ${say} (RFC 8259)`;
}
