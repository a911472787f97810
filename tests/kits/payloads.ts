import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const XSS = fileURLToPath(new URL('../../../shared/data/security-xss/', import.meta.url));

/** What a test says that skips for want of hostile text; false where it is there. */
export const NO_PAYLOADS = existsSync(XSS)
  ? false
  : 'security-xss is not beside the project (../shared/data)';

/** A hostile text, by the file it comes from and its place in it. */
export interface Payload {
  readonly name: string;
  readonly text: string;
}

/** Hostile markup: one payload a file in two selections, one a line in the word lists. */
export async function markupPayloads(): Promise<readonly Payload[]> {
  const files = await Promise.all(['dompurify-selection', 'html5sec-selection'].map(filesOf));
  const lists = await Promise.all(['XSS.a', 'XML.a', 'XML.b', 'All_attack.a'].map(linesOf));
  return together([...files.flat(), ...lists.flat()]);
}

/** What no text without can become markup by. */
const SHARP = /[<>"'&`]|\bscript\b|:/i;

/** Each text once; those without a letter that HTML heeds go together, for alone they take the same time. */
function together(payloads: readonly Payload[]): readonly Payload[] {
  const once = [...new Map(payloads.map((payload) => [payload.text, payload])).values()];
  const blunt = once.filter((payload) => !SHARP.test(payload.text));
  const joined = { name: 'blunt lines', text: blunt.map((payload) => payload.text).join(' ') };
  return [...once.filter((payload) => SHARP.test(payload.text)), joined];
}

/** Hostile queries and paths, one a line. */
export async function queryPayloads(): Promise<readonly Payload[]> {
  const lists = await Promise.all(['SQL.b', 'Traversal.a', 'Traversal.b', 'All_attack.a'].map(linesOf));
  return lists.flat();
}

async function filesOf(folder: string): Promise<readonly Payload[]> {
  const names = (await readdir(XSS + folder)).filter((name) => name.endsWith('.html')).toSorted();
  return Promise.all(
    names.map(async (name) => ({
      name: `${folder}/${name}`,
      text: await readFile(`${XSS}${folder}/${name}`, 'utf8'),
    })),
  );
}

async function linesOf(list: string): Promise<readonly Payload[]> {
  // The lists hold bytes of no encoding: each byte is taken for a letter.
  const text = await readFile(`${XSS}wfuzz-wordlists/${list}.txt`, 'latin1');
  return text
    .split('\n')
    .map((line, i) => ({ name: `${list}:${i + 1}`, text: line.replace(/\r$/, '') }))
    .filter((payload) => payload.text.trim() !== '');
}
