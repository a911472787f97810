/** What stands between two lines `---` before a text, and the text. */
export interface FrontMatter {
  /** Texts by key in lower case; a key that has a list has all of it. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly rest: string;
}

/** Lines of a head at the most. */
const MOST_LINES = 500;

/**
 * Reads the head of a text of a site generator: the part of YAML that people write there, which is keys with texts,
 * lists in brackets or of lines, and texts that go on over lines. Undefined where no second line `---` stands.
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const [first, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.slice(0, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  if (first?.trim() !== '---' || end < 0) return undefined;
  const fields = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of lines.slice(0, end)) {
    const [, key, value = ''] = /^([\w-]{1,60})\s*:(?:\s+(.*))?$/.exec(line) ?? [];
    if (key !== undefined) {
      open = valuesOf(value);
      fields.set(key.toLowerCase(), open);
    } else goOn(open, line);
  }
  return { fields, rest: lines.slice(end + 1).join('\n') };
}

/** A line below a key: an entry of its list, a member of which the name counts, or more of its text. */
function goOn(open: string[], line: string): void {
  const plain = line.trim();
  if (plain === '' || plain.startsWith('#')) return;
  const entry = /^-\s+(.*)$/.exec(plain)?.[1];
  const member = /^(\w{1,40})\s*:\s+(.*)$/.exec(entry ?? plain);
  if (member) {
    if (/^(?:name|path|url|src)$/i.test(member[1] ?? '')) open.push(...valuesOf(member[2] ?? ''));
  } else if (entry !== undefined) open.push(...valuesOf(entry));
  else if (open.length === 0) open.push(plain);
  else open.push(`${open.pop()} ${plain}`);
}

function valuesOf(value: string): string[] {
  const plain = value.trim();
  const inBrackets = /^\[(.*)\]\s*(?:#.*)?$/s.exec(plain)?.[1];
  if (inBrackets !== undefined) {
    const parts = inBrackets.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? [];
    return parts.map((part) => unquoted(part.trim())).filter(Boolean);
  }
  // A text that stands on the lines below begins with one of these.
  if (/^[|>][+-]?\d?$/.test(plain)) return [];
  const text = unquoted(plain);
  return text === '' || /^(?:null|~)$/.test(text) ? [] : [text];
}

function unquoted(text: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (double !== undefined) return double.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
  const single = /^'((?:[^']|'')*)'/.exec(text)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  return text.replace(/\s+#.*$/, '');
}
