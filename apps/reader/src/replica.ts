/** A printed page as it is read on a screen: turned, enlarged, searched, and its stories opened beside it. */
import { ArticleBeside } from './sheet-article.ts';
import { searchIssue } from './sheet-find.ts';
import { SheetZoom } from './sheet-zoom.ts';

const SPREAD = 'epaper-spread';
/** From here on two pages have room side by side. */
const WIDE = matchMedia('(min-width: 64em)');
const isMirrored = document.documentElement.dir === 'rtl';

/** Brings a replica to life. */
function openReplica(replica: HTMLElement): void {
  const view = replica.querySelector<HTMLElement>('.sheet-view');
  if (!view) return;
  const zoom = new SheetZoom(view, (pages) => turn(isMirrored ? -pages : pages));
  const article = new ArticleBeside(replica, (step) => turn(step, step > 0 ? 'first' : 'last'));
  const acts: Readonly<Record<string, () => unknown>> = {
    smaller: () => zoom.by(1 / 1.5),
    larger: () => zoom.by(1.5),
    whole: () => zoom.whole(),
    spread: () => spread(replica, !isPressed(replica)),
  };
  replica.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-sheet]') : null;
    if (button) acts[button.dataset.sheet ?? '']?.();
  });
  addEventListener('keydown', (event) => pressed(event, { acts, zoom, article }));
  searchIssue(replica);
  if (isSpread()) void spread(replica, true);
  WIDE.addEventListener('change', () => void spread(replica, isSpread()));
}

interface Parts {
  readonly acts: Readonly<Record<string, () => unknown>>;
  readonly zoom: SheetZoom;
  readonly article: ArticleBeside;
}

function pressed(event: KeyboardEvent, { acts, zoom, article }: Parts): void {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
  if (isTyping || altKey || ctrlKey || metaKey) return;
  const onward = isMirrored ? -1 : 1;
  const isReading = target instanceof Element && target.closest('dialog') !== null;
  const steps: Readonly<Record<string, () => unknown>> = {
    ArrowRight: () => zoom.pan(-1) || turn(onward),
    ArrowLeft: () => zoom.pan(1) || turn(-onward),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    Home: () => turn(Number.NEGATIVE_INFINITY),
    End: () => turn(Number.POSITIVE_INFINITY),
    n: () => article.step(1),
    p: () => article.step(-1),
    Escape: () => article.close(),
    '+': () => acts.larger?.(),
    '-': () => acts.smaller?.(),
    '0': () => acts.whole?.(),
  };
  // Where a story is read, keys that scroll scroll it.
  if (isReading && /^(?:Page|Home|End|Arrow)/.test(key)) return;
  const step = steps[key];
  if (!step) return;
  event.preventDefault();
  step();
}

/** Links to all pages, and which of them this one is. */
function pages(): { readonly links: readonly HTMLAnchorElement[]; readonly here: number } {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.sheet-numbers a')];
  return { links, here: links.findIndex((link) => link.ariaCurrent === 'page') };
}

/** Goes to another page: so many on, or to the first or last; `story` opens its first or last story there. */
function turn(by: number, story?: 'first' | 'last'): void {
  const { links, here } = pages();
  const wanted = Math.max(0, Math.min(links.length - 1, here + by * stride(here, by)));
  const link = links[wanted];
  if (link && wanted !== here) location.href = story ? `${link.pathname}#${story}` : link.pathname;
}

/** Two pages lie open as 2 and 3: from there the next is 4, and the one before 1. */
function stride(here: number, by: number): number {
  if (!isSpread() || !WIDE.matches || !Number.isFinite(by)) return 1;
  const isFirstOfTwo = here % 2 === 1;
  return by > 0 === isFirstOfTwo ? 2 : 1;
}

function isSpread(): boolean {
  try {
    return localStorage.getItem(SPREAD) === 'on';
  } catch {
    // Nothing is kept here: pages come one at a time.
    return false;
  }
}

/** Whether two pages are asked for on this page, be it kept or not. */
function isPressed(replica: HTMLElement): boolean {
  return replica.querySelector('[data-sheet=spread]')?.ariaPressed === 'true';
}

/** Lays the page beside this one open too, or away. */
async function spread(replica: HTMLElement, isOn: boolean): Promise<void> {
  try {
    localStorage.setItem(SPREAD, isOn ? 'on' : '');
  } catch {
    // The choice holds for this page.
  }
  const button = replica.querySelector<HTMLElement>('[data-sheet=spread]');
  if (button) button.ariaPressed = String(isOn);
  const { links, here } = pages();
  const isFirstOfTwo = here % 2 === 1;
  const facing = links[isFirstOfTwo ? here + 1 : here - 1];
  if (!facing) return;
  const other = replica.querySelector('svg.facing');
  replica.toggleAttribute('data-open', isOn && WIDE.matches);
  if (!isOn || !WIDE.matches) return other?.remove();
  if (other) return;
  const svg = await drawingAt(facing.pathname).catch(() => undefined);
  if (!svg || !replica.hasAttribute('data-open') || replica.querySelector('svg.facing')) return;
  svg.classList.add('facing');
  const own = replica.querySelector('svg.epaper-page');
  if (isFirstOfTwo) own?.after(svg);
  else own?.before(svg);
}

async function drawingAt(path: string): Promise<Element | undefined> {
  const response = await fetch(path);
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const svg = page.querySelector('svg.epaper-page');
  return svg ? document.importNode(svg, true) : undefined;
}

const shown = document.getElementById('replica');
if (shown) openReplica(shown);
