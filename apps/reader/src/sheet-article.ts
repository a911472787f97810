/** From here on a story has room beside the page; below it takes the whole screen. */
const BESIDE = matchMedia('(min-width: 64em)');

/** The stories of a page, opened one at a time. */
export interface ArticleBeside {
  /** Opens the next story of the page or the one before. */
  step(by: number): void;
  close(): void;
}

/**
 * Opens the stories of a page beside it, whole and as they stand now, at the address of the page with the id of the
 * story. `leave` goes on where a page has no more stories that way.
 */
export function articleBeside(replica: HTMLElement, leave: (step: number) => void): ArticleBeside {
  const dialog = replica.querySelector<HTMLDialogElement>('#sheet-article');
  const body = dialog?.querySelector<HTMLElement>('.told');
  if (!dialog || !body) return { step: () => undefined, close: () => undefined };
  let opened: string | undefined;

  const ids = (): readonly string[] => {
    const regions = [...replica.querySelectorAll<SVGElement>('g[data-story]')];
    return [...new Set(regions.map(({ dataset }) => dataset.story ?? ''))];
  };
  const mark = (story: string | undefined): void => {
    opened = story;
    for (const region of replica.querySelectorAll<SVGElement>('g[data-story]'))
      region.classList.toggle('open', region.dataset.story === story);
    const path = location.pathname + location.search;
    history.replaceState(null, '', story === undefined ? path : `${path}#${story}`);
  };
  const close = (): void => {
    if (dialog.open) dialog.close();
  };
  const open = async (story: string): Promise<void> => {
    const path = pathOf(replica, story);
    if (path === undefined) return;
    mark(story);
    const told = await storyAt(path);
    // No network, or withdrawn this moment: its own page says so.
    if (!told) return void location.assign(path);
    if (opened !== story) return;
    // What is read aloud goes with its story.
    body.querySelector<HTMLElement>('[data-do=hush]:not([hidden])')?.click();
    body.replaceChildren(told);
    navigator.sendBeacon('/read', path);
    body.scrollTop = 0;
    // Its place beside the page is there before it is: what opens takes the focus, and what has it is scrolled to.
    replica.toggleAttribute('data-reading', true);
    if (!dialog.open && BESIDE.matches) dialog.show();
    else if (!dialog.open) dialog.showModal();
    dialog.ariaLabel = told.querySelector('h1')?.textContent ?? dialog.ariaLabel;
    body.focus({ preventScroll: true });
    document.dispatchEvent(new Event('brought'));
  };
  const step = (by: number): void => {
    const all = ids();
    const next = opened === undefined ? (by > 0 ? 0 : all.length - 1) : all.indexOf(opened) + by;
    const story = all[next];
    if (story !== undefined) void open(story);
    else leave(by);
  };

  dialog.addEventListener('close', () => {
    body.querySelector<HTMLElement>('[data-do=hush]:not([hidden])')?.click();
    replica.toggleAttribute('data-reading', false);
    mark(undefined);
  });
  dialog.addEventListener('click', ({ target }) => {
    const by = target instanceof HTMLElement ? target.dataset.storyStep : undefined;
    if (by === '0') close();
    else if (by !== undefined) step(Number(by));
  });
  replica.addEventListener('click', (event) => {
    const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isPlain = button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
    if (event.defaultPrevented || !isPlain || !(target instanceof Element)) return;
    const link = target.closest('a');
    const story = target.closest<SVGElement>('g[data-story]')?.dataset.story;
    if (!link || story === undefined || link.getAttribute('href') !== pathOf(replica, story)) return;
    event.preventDefault();
    void open(story);
  });
  const asked = (): void => {
    const place = location.hash.slice(1);
    if (place === 'first') step(1);
    else if (place === 'last') step(-1);
    else if (ids().includes(place) && place !== opened) void open(place);
  };
  addEventListener('hashchange', asked);
  asked();
  return { step, close };
}

function pathOf(replica: HTMLElement, story: string): string | undefined {
  // A line that leads to another page stands among them.
  const links = replica.querySelectorAll(`g[data-story="${CSS.escape(story)}"] > a:has(.epaper-region)`);
  return links[0]?.getAttribute('href') ?? undefined;
}

/** A story as its own page tells it, without what belongs to that page alone. */
async function storyAt(path: string): Promise<HTMLElement | undefined> {
  try {
    const response = await fetch(path);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const story = page.querySelector<HTMLElement>('main article[lang]');
    if (!story) return undefined;
    for (const part of story.querySelectorAll('.share, .keep, [data-do=keep], script')) part.remove();
    const told = document.importNode(story, true);
    const link = document.createElement('a');
    link.href = path;
    link.textContent = told.querySelector('h1')?.textContent ?? path;
    told.querySelector('h1')?.replaceChildren(link);
    return told;
  } catch {
    // No network just now.
    return undefined;
  }
}
