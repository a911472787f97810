const viewer = document.getElementById('viewer') as HTMLDialogElement | null;
const slides = viewer?.querySelector<HTMLElement>('.slides');
let images: readonly HTMLImageElement[] = [];
let at = 0;
let isFurnished = false;

/** Opens the viewer of a story's pictures at one of them. */
export function openViewer(all: readonly HTMLImageElement[], first: HTMLImageElement): void {
  if (!viewer || !slides) return;
  images = all;
  if (!isFurnished) furnish(viewer, slides);
  slides.replaceChildren(...images.map(slideOf));
  viewer.showModal();
  show(all.indexOf(first), 'instant');
}

function furnish(viewer: HTMLDialogElement, slides: HTMLElement): void {
  isFurnished = true;
  // What scrolls must be reached by keyboard, and have a name there.
  Object.assign(slides, { tabIndex: 0, role: 'region', ariaLabel: viewer.ariaLabel });
  // Swiping is scrolling, which every system does in its own good way: what comes to stand in the middle is shown.
  slides.addEventListener('scroll', () => {
    // Where people read from the right, scrolling counts down from nought.
    if (viewer.open) count(Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth));
  });
  viewer.addEventListener('keydown', turn);
  viewer.addEventListener('click', ({ target }) => {
    const step = target instanceof HTMLElement ? Number(target.dataset.go ?? 0) : 0;
    if (step) show(at + step);
  });
  viewer.addEventListener('close', () => images[at]?.focus());
}

function slideOf(image: HTMLImageElement): Node {
  const slide = (image.closest('figure') ?? image).cloneNode(true) as HTMLElement;
  slide.removeAttribute('id');
  slide.lang = image.closest<HTMLElement>('[lang]')?.lang ?? '';
  for (const source of slide.querySelectorAll<HTMLImageElement | HTMLSourceElement>('img, source'))
    source.sizes = '100vw';
  const large = slide.querySelector('img');
  for (const name of ['role', 'tabindex', 'aria-label']) large?.removeAttribute(name);
  return slide;
}

function count(index: number): void {
  at = index;
  const place = viewer?.querySelector<HTMLElement>('.count');
  const language = viewer?.closest<HTMLElement>('[lang]')?.lang;
  const numbers: Readonly<Record<string, number>> = { number: index + 1, count: images.length };
  const text = place?.dataset.of?.replace(/\{(\w+)\}/g, (_, name: string) =>
    (numbers[name] ?? 0).toLocaleString(language),
  );
  if (place && text !== place.textContent) place.textContent = text ?? '';
}

function show(index: number, behavior?: ScrollBehavior): void {
  const next = Math.max(0, Math.min(images.length - 1, index));
  count(next);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  slides?.children[next]?.scrollIntoView({
    behavior: behavior ?? (isCalm ? 'instant' : 'smooth'),
    inline: 'center',
  });
}

function turn(event: KeyboardEvent): void {
  const isLeftward = slides !== undefined && slides !== null && getComputedStyle(slides).direction === 'rtl';
  const places: Readonly<Record<string, number>> = {
    ArrowRight: at + (isLeftward ? -1 : 1),
    ArrowLeft: at + (isLeftward ? 1 : -1),
    Home: 0,
    End: images.length - 1,
  };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  show(place);
}
