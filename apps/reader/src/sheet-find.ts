/** Results that are listed; who finds more has asked too little. */
const MOST = 40;
/** Letters shown around what was found. */
const AROUND = 30;

interface Hit {
  readonly number: string;
  readonly path: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** A line of a page, and where its letters stand in the text of its region. */
interface FoundLine {
  readonly line: SVGTextElement;
  readonly from: number;
  readonly text: string;
}

/** Finds words in all pages of an issue, lists where, and marks them on the page. */
export function searchIssue(replica: HTMLElement): void {
  const form = replica.querySelector<HTMLFormElement>('.sheet-find');
  const list = replica.querySelector<HTMLOListElement>('.sheet-found');
  if (!form || !list) return;
  let asked = '';
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const words = form.querySelector('input')?.value.trim() ?? '';
    asked = words;
    mark(replica, words);
    list.replaceChildren();
    list.hidden = words === '';
    if (words === '') return;
    const pages = [...document.querySelectorAll<HTMLAnchorElement>('.sheet-numbers a')];
    const hits = await Promise.all(pages.map((page) => hitsOn(page, words)));
    if (asked !== words) return;
    const all = hits.flat();
    list.replaceChildren(...all.slice(0, MOST).map((hit) => itemOf(hit, words)));
    if (all.length === 0)
      list.append(Object.assign(document.createElement('li'), { textContent: list.dataset.none }));
  });
  const words = new URLSearchParams(location.hash.slice(1)).get('find');
  const field = form.querySelector('input');
  if (!words || !field) return;
  field.value = words;
  mark(replica, words);
}

const drawings = new Map<string, Promise<Document | undefined>>();

async function hitsOn({ pathname, textContent }: HTMLAnchorElement, words: string): Promise<readonly Hit[]> {
  if (!drawings.has(pathname)) drawings.set(pathname, fetchPage(pathname));
  const page = await drawings.get(pathname);
  if (!page) return [];
  return regionsOf(page).flatMap((lines) => {
    const text = lines.map((line) => line.text).join('');
    return placesOf(text, words).map(([from, to]): Hit => {
      const before = text.slice(Math.max(0, from - AROUND), from);
      const after = text.slice(to, to + AROUND);
      return { number: textContent, path: pathname, before, found: text.slice(from, to), after };
    });
  });
}

async function fetchPage(path: string): Promise<Document | undefined> {
  try {
    const response = await fetch(path);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    // No network: this page is asked for again with the next words.
    drawings.delete(path);
    return undefined;
  }
}

/** The lines of every region of a page; a word that is broken at the end of one is whole in their text. */
function regionsOf(page: ParentNode): readonly (readonly FoundLine[])[] {
  return [...page.querySelectorAll('svg.epaper-page:not(.facing) > g')].map((region) => {
    let from = 0;
    return [...region.querySelectorAll('text')].map((line): FoundLine => {
      const own = line.textContent ?? '';
      const text = /\p{L}-$/u.test(own) ? own.slice(0, -1) : `${own} `;
      from += text.length;
      return { line, from: from - text.length, text };
    });
  });
}

/** Where words stand in a text, as pairs of offsets; accents and capitals are the same letters. */
function placesOf(text: string, words: string): readonly (readonly [number, number])[] {
  const folded = fold(text);
  const wanted = fold(words).replace(/\s+/g, ' ');
  const places: (readonly [number, number])[] = [];
  if (wanted === '') return places;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    if (isBeginning(folded, at)) places.push([at, at + wanted.length]);
  return places;
}

/** Whether a word begins at a place of a text; scripts that part no words have one at every sign. */
function isBeginning(text: string, at: number): boolean {
  const before = text.slice(0, at).match(/.$/u)?.[0] ?? '';
  return !/[\p{L}\p{N}]/u.test(before) || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(before);
}

/** A text as it is compared, sign for sign as long as it was. */
function fold(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = sign
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
      return plain.length === sign.length ? plain : sign;
    })
    .join('');
}

function itemOf({ number, path, before, found, after }: Hit, words: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${path}#find=${encodeURIComponent(words)}`;
  const place = Object.assign(document.createElement('b'), { textContent: number });
  const hit = Object.assign(document.createElement('mark'), { textContent: found });
  link.append(place, ` …${before}`, hit, `${after}…`);
  item.append(link);
  return item;
}

function mark(replica: HTMLElement, words: string): void {
  for (const old of replica.querySelectorAll('.epaper-hit')) old.remove();
  if (words === '') return;
  for (const lines of regionsOf(replica)) {
    const text = lines.map((line) => line.text).join('');
    for (const place of placesOf(text, words)) for (const line of lines) markLine(line, place);
  }
  replica.querySelector('.epaper-hit')?.scrollIntoView({ block: 'center' });
}

function markLine({ line, from, text }: FoundLine, [first, end]: readonly [number, number]): void {
  const a = Math.max(first - from, 0);
  const b = Math.min(end - from, text.length, line.getNumberOfChars());
  if (a >= b) return;
  const [left, right] = [line.getExtentOfChar(a), line.getExtentOfChar(b - 1)];
  const x = Math.min(left.x, right.x);
  const hit = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  hit.classList.add('epaper-hit');
  const width = Math.max(left.x + left.width, right.x + right.width) - x;
  const box = { x, y: left.y, width, height: left.height };
  for (const [name, value] of Object.entries(box)) hit.setAttribute(name, String(value));
  line.before(hit);
}
