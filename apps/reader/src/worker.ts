/**
 * The service worker: pages come from the network, and without one from what the reader keeps; what they do not keep
 * is told by the page that says so. Files whose address changes with their bytes come from what is kept first.
 */
import { keepPage, keptName } from './kept.ts';

/** Set before this script where it is sent: pages for readers without network, and all scripts there are. */
declare const SHELL: {
  readonly version: string;
  readonly pages: readonly string[];
  readonly files: readonly string[];
};

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetch extends Extendable {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

/** What of the worker's scope is used here (Service Workers §4); the library of types has it only without a page. */
interface Scope {
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetch) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: ServiceWorkerRegistration;
}

const scope = globalThis as unknown as Scope;
const shell = `shell ${SHELL.version}`;

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(SHELL.pages.map((path) => keepPage(shell, path, SHELL.files))));
  void scope.skipWaiting();
});

scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('shell ') && name !== shell) await caches.delete(name);
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === 'navigate') event.respondWith(page(event, pathname));
  else if (origin === location.origin && /^\/(assets|pictures)\//.test(pathname))
    event.respondWith(file(request, pathname));
});

async function page(event: Fetch, pathname: string): Promise<Response> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    // What was withdrawn leaves this device too.
    if (response.status === 404 || response.status === 410) await caches.delete(keptName(pathname));
    return response;
  } catch {
    return (await caches.match(pathname)) ?? (await offline(pathname)) ?? Response.error();
  }
}

/** The page of the edition that was asked, else of the default one. */
async function offline(pathname: string): Promise<Response | undefined> {
  const pages = SHELL.pages.filter((path) => path.endsWith('/offline'));
  const own = pages.find(
    (path) => `${pathname}/`.startsWith(path.replace('offline', '')) && path !== '/offline',
  );
  return caches.match(own ?? '/offline');
}

async function file(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (thrown) {
    const other = pathname.startsWith('/pictures/') ? await samePicture(pathname) : undefined;
    if (other) return other;
    throw thrown;
  }
}

/** Another rendition of a picture: the screen was turned since the story was kept. */
async function samePicture(pathname: string): Promise<Response | undefined> {
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const like = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(folder));
    if (like) return cache.match(like);
  }
  return undefined;
}
