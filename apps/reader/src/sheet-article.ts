/** From here on a story has room beside the page; below it takes the whole screen. */
const BESIDE = matchMedia('(min-width: 64em)');

/** Where stories of a page are shown. */
interface Places {
  readonly replica: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly told: HTMLElement;
}

/**
 * Opens the stories of a page beside it, one at a time, whole and as they stand now, at the address of the page with the
 * id of the story.
 */
export class ArticleBeside {
  readonly #places: Places;
  readonly #leave: (step: number) => void;
  #opened: string | undefined;

  /** `leave` goes on where the page has no more stories that way. */
  constructor(replica: HTMLElement, leave: (step: number) => void) {
    const dialog =
      replica.querySelector<HTMLDialogElement>('#sheet-article') ?? document.createElement('dialog');
    const told = dialog.querySelector<HTMLElement>('.told') ?? dialog;
    this.#places = { replica, dialog, told };
    this.#leave = leave;
    dialog.addEventListener('close', () => this.#closed());
    dialog.addEventListener('click', ({ target }) => {
      const by = target instanceof HTMLElement ? target.dataset.storyStep : undefined;
      if (by === '0') this.close();
      else if (by !== undefined) this.step(Number(by));
    });
    replica.addEventListener('click', (event) => this.#pressed(event));
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  /** Opens the next story of the page or the one before. */
  step(by: number): void {
    const all = this.#ids();
    const first = by > 0 ? 0 : all.length - 1;
    const story = all[this.#opened === undefined ? first : all.indexOf(this.#opened) + by];
    if (story !== undefined) void this.#open(story);
    else this.#leave(by);
  }

  close(): void {
    if (this.#places.dialog.open) this.#places.dialog.close();
  }

  /** Opens what the address asks for. */
  #follow(): void {
    const asked = location.hash.slice(1);
    if (asked === 'first') this.step(1);
    else if (asked === 'last') this.step(-1);
    else if (this.#ids().includes(asked) && asked !== this.#opened) void this.#open(asked);
  }

  async #open(story: string): Promise<void> {
    const path = this.#pathOf(story);
    if (path === undefined) return;
    this.#mark(story);
    const told = await storyAt(path);
    // No network, or withdrawn this moment: its own page says so.
    if (!told) return location.assign(path);
    if (this.#opened !== story) return;
    this.#show(told);
    navigator.sendBeacon('/read', path);
  }

  #show(story: HTMLElement): void {
    const { replica, dialog, told } = this.#places;
    this.#hush();
    told.replaceChildren(story);
    told.scrollTop = 0;
    dialog.ariaLabel = story.querySelector('h1')?.textContent ?? dialog.ariaLabel;
    // Its place beside the page is there before it is: what opens takes the focus, and what has it is scrolled to.
    replica.toggleAttribute('data-reading', true);
    if (!dialog.open && BESIDE.matches) dialog.show();
    else if (!dialog.open) dialog.showModal();
    told.focus({ preventScroll: true });
    document.dispatchEvent(new Event('brought'));
  }

  #closed(): void {
    this.#hush();
    this.#places.replica.toggleAttribute('data-reading', false);
    this.#mark(undefined);
  }

  /** What is read aloud goes with its story. */
  #hush(): void {
    this.#places.told.querySelector<HTMLElement>('[data-do=hush]:not([hidden])')?.click();
  }

  #mark(story: string | undefined): void {
    this.#opened = story;
    for (const region of this.#regions()) region.classList.toggle('open', region.dataset.story === story);
    history.replaceState(null, '', story === undefined ? location.pathname : `${location.pathname}#${story}`);
  }

  #pressed(event: MouseEvent): void {
    const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isPlain = button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
    if (event.defaultPrevented || !isPlain || !(target instanceof Element)) return;
    const link = target.closest('a');
    const story = target.closest<SVGElement>('g[data-story]')?.dataset.story;
    // A line that leads to another page stands among them.
    if (!link || story === undefined || link.getAttribute('href') !== this.#pathOf(story)) return;
    event.preventDefault();
    void this.#open(story);
  }

  #ids(): readonly string[] {
    return [...new Set([...this.#regions()].map(({ dataset }) => dataset.story ?? ''))];
  }

  #pathOf(story: string): string | undefined {
    const region = [...this.#regions()].find(({ dataset }) => dataset.story === story);
    return region?.querySelector('a:has(> .epaper-region)')?.getAttribute('href') ?? undefined;
  }

  #regions(): NodeListOf<SVGElement> {
    return this.#places.replica.querySelectorAll<SVGElement>('g[data-story]');
  }
}

/** A story as its own page tells it, without what belongs to that page alone. */
async function storyAt(path: string): Promise<HTMLElement | undefined> {
  try {
    const response = await fetch(path);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const story = page.querySelector<HTMLElement>('main article[lang]');
    if (!story) return undefined;
    for (const part of story.querySelectorAll('.share, [data-do=keep], script')) part.remove();
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
