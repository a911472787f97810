/**
 * What improves a page that stands. Every part asks whether it is wanted; what is wanted later is fetched later.
 */
import { watchDisplay } from './display.ts';
import { keptName } from './kept.ts';
import { copy, share } from './share.ts';
import { keepTelling, tellTimes } from './times.ts';
import { voiceFor } from './voices.ts';

const root = document.documentElement;

/** What the buttons of a page do, by their `data-do`. */
const ACTS: Readonly<Record<string, (button: HTMLElement) => unknown>> = {
  share,
  copy,
  print: () => print(),
  keep: async (button) => (await import('./reading-list.ts')).keepOrDrop(button),
  speak: async (button) => {
    // Beside a printed page one story after another stands.
    const told = button.closest<HTMLElement>('article[lang]');
    if (told) (await import('./speech.ts')).speakOrPause(told, button);
  },
  hush: async () => (await import('./speech.ts')).hush(),
};

const PICTURES = ':is(.main, .prose .pic) img';

function pressed({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('[data-do]');
  if (button) ACTS[button.dataset.do ?? '']?.(button);
  else if (target instanceof HTMLImageElement && target.role === 'button') void enlarge(target);
}

async function enlarge(image: HTMLImageElement): Promise<void> {
  const { openViewer } = await import('./gallery.ts');
  openViewer([...document.querySelectorAll<HTMLImageElement>(PICTURES)], image);
}

/** Pictures that can be enlarged can be reached and pressed by keyboard, and say what pressing does. */
function markPictures(): void {
  const words = document.getElementById('viewer')?.dataset.open;
  if (!words) return;
  for (const image of document.querySelectorAll<HTMLImageElement>(PICTURES)) {
    image.role = 'button';
    image.tabIndex = 0;
    image.ariaLabel = `${words}: ${image.alt}`;
  }
}

function offerVoice(): void {
  if (!('speechSynthesis' in window)) return;
  const story = document.querySelector<HTMLElement>('main :is(.story, .live-story)[lang]');
  if (story && voiceFor(story.lang)) root.dataset.can += ' speak';
}

/** A story that is kept is kept as it is now. */
async function markKept(): Promise<void> {
  const button = document.querySelector('[data-do=keep]');
  if (!button || !(await caches.has(keptName(location.pathname)))) return;
  button.ariaPressed = 'true';
  const { keepStory } = await import('./reading-list.ts');
  await keepStory(location.pathname).catch(() => undefined);
}

/** Tells the paper, which counts what is read and not by whom, that its story was opened. */
function countRead(): void {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const isStory = document.querySelector('meta[property="article:published_time"]') !== null;
  if (isStory && canonical) navigator.sendBeacon('/read', new URL(canonical.href).pathname);
}

document.addEventListener('click', pressed);
document.addEventListener('keydown', (event) => {
  const isPicture = event.target instanceof HTMLImageElement && event.target.role === 'button';
  if (!isPicture || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  pressed(event);
});
document.addEventListener('brought', () => {
  markPictures();
  tellTimes();
  offerVoice();
});

watchDisplay();
keepTelling();
markPictures();
countRead();

const arrivals = document.getElementById('arrivals');
if (arrivals) void import('./arrivals.ts').then(({ follow }) => follow(arrivals));

offerVoice();
if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', offerVoice);

if ('caches' in window && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'));
  void markKept();
  const list = document.getElementById('saved');
  if (list) void import('./reading-list.ts').then(({ showKept }) => showKept(list));
}
