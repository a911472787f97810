const MINUTE = 60_000;

/** Whole minutes since a moment, both in ms; undefined for what is an hour old or older, and for what is to come. */
export function minutesSince(moment: number, now: number): number | undefined {
  const minutes = Math.floor((now - moment) / MINUTE);
  return minutes >= 0 && minutes < 60 ? minutes : undefined;
}

interface Telling {
  readonly time: HTMLTimeElement;
  readonly told: string;
  readonly before: string;
  readonly places: string;
}

/** Says how long ago what is younger than an hour happened; the moment itself stays in `datetime` and `title`. */
export function tellTimes(): void {
  const now = Date.now();
  const times = [...document.querySelectorAll<HTMLTimeElement>('main time')];
  // All is measured, then all written, then all measured: the page is laid out twice, however many times it has.
  const tellings = times.flatMap((time) => tellingOf(time, now) ?? []);
  for (const { time, told, before } of tellings) {
    time.textContent = told;
    time.title = before;
  }
  // Nothing on the page may move for the sake of other words: where it would, the hour stays.
  const moving = tellings.filter(({ time, places }) => placesAround(time) !== places);
  for (const { time, before } of moving) {
    time.textContent = before;
    time.removeAttribute('title');
  }
}

function tellingOf(time: HTMLTimeElement, now: number): Telling | undefined {
  const minutes = minutesSince(Date.parse(time.dateTime), now);
  // A day without an hour is nobody's moment, and says so by having no T.
  const isRecent = minutes !== undefined && time.dateTime.includes('T');
  if (!isRecent) {
    if (time.title) time.textContent = time.title;
    time.removeAttribute('title');
    return undefined;
  }
  const before = time.title || (time.textContent ?? '');
  const language = time.closest<HTMLElement>('[lang]')?.lang;
  const told = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-minutes, 'minute');
  if (time.textContent === told) return undefined;
  return { time, told, before, places: placesAround(time) };
}

/** Where all stands that shares a block with a time, and how high the block is. */
function placesAround(time: HTMLTimeElement): string {
  const block = time.closest('p, li, div, header');
  if (!block) return '';
  const [before, after] = [new Range(), new Range()];
  before.setStart(block, 0);
  before.setEndBefore(time);
  after.setStartAfter(time);
  after.setEnd(block, block.childNodes.length);
  const places = [before, after].flatMap((range) =>
    [...range.getClientRects()].map(({ x, y }) => `${x} ${y}`),
  );
  return `${block.clientHeight} ${places}`;
}

/** Tells times now and every minute, as long as the page is looked at. */
export function keepTelling(): void {
  tellTimes();
  setInterval(() => {
    if (!document.hidden) tellTimes();
  }, MINUTE);
}
