import { keepPage, keptName, keptPaths } from './kept.ts';
import { tell } from './status.ts';

/** Keeps the story of this page on the device, or keeps it no longer, and says so. */
export async function keepOrDrop(button: HTMLElement): Promise<void> {
  const path = location.pathname;
  if (button.ariaPressed === 'true') {
    await caches.delete(keptName(path));
    button.ariaPressed = 'false';
    tell(button, 'undone');
    return;
  }
  try {
    await keepStory(path);
    button.ariaPressed = 'true';
    tell(button, 'done');
  } catch {
    // No room, or the network went: half a story is none.
    await caches.delete(keptName(path));
    tell(button, 'failed');
  }
}

/** Keeps the story of this page with the pictures this screen shows, and whatever else the page has loaded of ours. */
export async function keepStory(path: string): Promise<void> {
  const images = [...document.querySelectorAll<HTMLImageElement>('main img:not(.qr *)')];
  for (const image of images) image.loading = 'eager';
  await Promise.allSettled(images.map((image) => image.decode()));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const dress = loaded.filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'));
  const pictures = images.map(({ currentSrc }) => currentSrc).filter((source) => source !== '');
  await keepPage(keptName(path), path, [...dress.map(({ pathname }) => pathname), ...pictures]);
}

/** Fills the list of what is kept, the newest first; asks once whether each story still stands. */
export async function showKept(list: HTMLElement): Promise<void> {
  const sentence = list.querySelector<HTMLElement>('[data-none]');
  const paths = (await keptPaths()).toReversed();
  if (sentence) {
    sentence.textContent = sentence.dataset.none ?? '';
    sentence.hidden = paths.length > 0;
  }
  for (const path of paths) await showStory(list, path);
}

async function showStory(list: HTMLElement, path: string): Promise<void> {
  const template = list.querySelector('template');
  const page = await caches.match(path);
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement) || !page) return;
  const story = new DOMParser()
    .parseFromString(await page.text(), 'text/html')
    .querySelector<HTMLElement>('main article');
  const link = item.querySelector('a');
  const stand = item.querySelector('.stand');
  if (!story || !link || !stand) return;
  link.textContent = story.querySelector('h1')?.textContent ?? path;
  link.href = path;
  stand.textContent = story.querySelector('.intro')?.textContent ?? '';
  item.lang = story.lang;
  item.dir = story.dir;
  item.querySelector('button')?.addEventListener('click', () => drop(item, path));
  list.append(item);
  // What was withdrawn leaves this device too.
  const now = await fetch(path, { method: 'HEAD', cache: 'no-cache' }).catch(() => undefined);
  if (now?.status === 404 || now?.status === 410) await drop(item, path);
}

async function drop(item: HTMLElement, path: string): Promise<void> {
  const list = item.parentElement;
  await caches.delete(keptName(path));
  item.remove();
  const sentence = list?.querySelector<HTMLElement>('[data-none]');
  if (sentence) sentence.hidden = list?.querySelector('article') !== null;
}
