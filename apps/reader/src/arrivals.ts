const POLL = 30_000;
const FRONT_POLL = 120_000;
/** A change is told to all readers in one moment; they come for it one after another, within so many ms. */
const SPREAD = 1_500;

/** Puts what was found into the page, or shows that there is something. */
type Take = (fresh: Document) => void;

/**
 * Keeps a page that changes while it is read up to date: the server says that it changed, and where it cannot say so
 * (events are cut off, too many listen) the page asks by its validator.
 */
export function follow(box: HTMLElement): void {
  const entries = document.getElementById('entries');
  const take = entries ? entriesTaker(box, entries) : frontTaker(box);
  listen(take, { every: entries ? POLL : FRONT_POLL, isEager: entries !== null });
}

interface Listening {
  /** How often the page is asked for where nobody says that it changed, in ms. */
  readonly every: number;
  /** Whether it matters what may have come between the page and its first event. */
  readonly isEager: boolean;
}

function listen(take: Take, { every, isEager }: Listening): void {
  let source: EventSource | undefined;
  const check = (): void => void fetchPage().then((fresh) => fresh && take(fresh));
  const open = (): void => {
    source?.close();
    // Only what is looked at listens: a browser has few connections to one host.
    if (document.hidden) return;
    source = new EventSource(`/events?page=${encodeURIComponent(location.pathname)}`);
    if (isEager) source.addEventListener('open', check, { once: true });
    source.addEventListener('changed', () => setTimeout(check, Math.random() * SPREAD));
  };
  open();
  document.addEventListener('visibilitychange', () => {
    open();
    if (!document.hidden) check();
  });
  addEventListener('pagehide', () => source?.close());
  setInterval(() => {
    if (!document.hidden && source?.readyState !== EventSource.OPEN) check();
  }, every);
}

async function fetchPage(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-cache' });
    // Withdrawn while it was being read: what stands there instead is to be seen.
    if (response.status === 410) location.reload();
    if (!response.ok) return undefined;
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    // No network just now: the next time may have it.
    return undefined;
  }
}

function frontTaker(box: HTMLElement): Take {
  const leads = (page: Document) =>
    [...page.querySelectorAll<HTMLAnchorElement>('main :is(h2, h3) a')].map(
      (link) => link.pathname + link.text,
    );
  const shown = new Set(leads(document));
  return (fresh) => {
    const link = box.querySelector('a');
    if (link) link.hidden = leads(fresh).every((lead) => shown.has(lead));
  };
}

function entriesTaker(box: HTMLElement, entries: HTMLElement): Take {
  let waiting: Document | undefined;
  const button = box.querySelector('button');
  button?.addEventListener('click', () => {
    if (waiting) bringIn(waiting, entries);
    button.hidden = true;
  });
  return (fresh) => {
    const theirs = fresh.getElementById('entries');
    if (!theirs || !button) return;
    const known = new Set([...entries.children].map(({ id }) => id));
    const count = [...theirs.children].filter(({ id }) => !known.has(id)).length;
    correct(entries, theirs);
    button.hidden = count === 0;
    if (count === 0) return bringIn(fresh, entries);
    waiting = fresh;
    button.textContent = counted(box, count);
  };
}

/** What was changed or withdrawn in entries that stand here already is so at once. */
function correct(entries: HTMLElement, theirs: HTMLElement): void {
  for (const entry of [...entries.children]) {
    const fresh = theirs.querySelector(`#${CSS.escape(entry.id)}`);
    if (!fresh) entry.remove();
    else if (bare(entry) !== bare(fresh)) entry.replaceWith(document.importNode(fresh, true));
  }
}

/** What a part of the page says and shows, whenever it is read. */
function bare(part: Element): string {
  const copy = part.cloneNode(true) as Element;
  for (const time of copy.querySelectorAll('time')) time.textContent = time.dateTime;
  const pictures = [...copy.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  return `${copy.textContent} ${pictures}`;
}

const AROUND = ['.live-band', '.key-points', '.pinned'];

function bringIn(fresh: Document, entries: HTMLElement): void {
  const known = new Set([...entries.children].map(({ id }) => id));
  const theirs = [...(fresh.getElementById('entries')?.children ?? [])];
  const news = theirs.filter(({ id }) => !known.has(id)).map((entry) => document.importNode(entry, true));
  entries.prepend(...news);
  for (const place of AROUND) {
    const here = document.querySelector(place);
    const there = fresh.querySelector(place);
    if (here && there && bare(here) !== bare(there)) here.replaceWith(document.importNode(there, true));
  }
  document.dispatchEvent(new Event('brought'));
  const [first] = news;
  if (!(first instanceof HTMLElement)) return;
  first.tabIndex = -1;
  first.focus();
}

function counted(box: HTMLElement, count: number): string {
  const language = document.documentElement.lang;
  const forms = JSON.parse(box.dataset.forms ?? '{}') as Readonly<Record<string, string>>;
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '#';
  return form.replace('#', count.toLocaleString(language));
}
