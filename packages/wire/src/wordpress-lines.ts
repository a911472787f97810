/**
 * The words of a post as WordPress keeps them before it shows them: blank lines part paragraphs and line ends break
 * lines, though no tag says so, and an address alone on a line is what it leads to. Posts made of blocks, and those
 * that set their paragraphs themselves, have only the last.
 */
export function htmlOfLines(content: string): string {
  const isLined = !content.includes('<!-- wp:');
  const hasParagraphs = /<p[\s>]/i.test(content);
  const html: string[] = [];
  let isLink = false;
  for (const { text, tag } of pieces(content)) {
    const linked = isLink ? text : text.replace(ADDRESS, '$1<a href="$2">$2</a>');
    html.push(isLined ? broken(linked, hasParagraphs) : linked, tag);
    if (tag !== '') isLink = /^<a[\s>]/i.test(tag) || (isLink && !/^<\/a[\s>]/i.test(tag));
  }
  return html.join('');
}

const ADDRESS = /(^|\n)[ \t]{0,40}(https?:\/\/[^\s<>"'[\]]{4,2000})[ \t]{0,40}(?=\r?\n|$)/g;

function broken(text: string, hasParagraphs: boolean): string {
  const parted = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]*\n\s*/g, '<br><br>');
  return hasParagraphs ? parted : parted.replace(/\n/g, '<br>');
}

interface Piece {
  readonly text: string;
  /** What ends the text: a tag, a comment, or an element whose lines are to stay as they are. */
  readonly tag: string;
}

/** What begins something whose line ends mean nothing, or mean themselves, and what ends it. */
const KEPT: readonly (readonly [begins: RegExp, ends: string])[] = [
  [/^<!--/, '-->'],
  [/^<pre[\s>]/i, '</pre>'],
  [/^<script[\s>]/i, '</script>'],
  [/^<style[\s>]/i, '</style>'],
  [/^<textarea[\s>]/i, '</textarea>'],
  [/^<[a-z/]/i, '>'],
];

/** The pieces of a text; each end is looked for once at the most where it is not there, so that none costs twice. */
function* pieces(content: string): Generator<Piece> {
  // ASCII alone: what other letters become in lower case may be longer.
  const lower = content.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const absent = new Set<string>();
  let at = 0;
  for (let next = content.indexOf('<'); next >= 0; ) {
    const begin = lower.slice(next, next + 10);
    const ends = KEPT.find(([begins, end]) => begins.test(begin) && !absent.has(end))?.[1];
    const end = ends === undefined ? -1 : lower.indexOf(ends, next);
    if (ends !== undefined && end < 0) absent.add(ends);
    if (ends !== undefined && end >= 0) {
      const after = end + ends.length;
      yield { text: content.slice(at, next), tag: content.slice(next, after) };
      at = after;
      next = content.indexOf('<', after);
    } else if (ends === undefined) next = content.indexOf('<', next + 1);
  }
  yield { text: content.slice(at), tag: '' };
}
