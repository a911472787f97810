const MINUTE = 60_000;

/** Whole minutes since a moment, both in ms; undefined for what is an hour old or older, and for what is to come. */
export function minutesSince(moment: number, now: number): number | undefined {
  const minutes = Math.floor((now - moment) / MINUTE);
  return minutes >= 0 && minutes < 60 ? minutes : undefined;
}

/** Says how long ago what is younger than an hour happened; the moment itself stays in `datetime` and `title`. */
export function tellTimes(): void {
  const now = Date.now();
  for (const time of document.querySelectorAll<HTMLTimeElement>('main time')) tellTime(time, now);
}

function tellTime(time: HTMLTimeElement, now: number): void {
  const minutes = minutesSince(Date.parse(time.dateTime), now);
  // A day without an hour is nobody's moment, and says so by having no T.
  const isRecent = minutes !== undefined && time.dateTime.includes('T');
  if (!isRecent) {
    if (time.title) time.textContent = time.title;
    time.removeAttribute('title');
    return;
  }
  const before = time.title || (time.textContent ?? '');
  const line = time.parentElement;
  const height = line?.offsetHeight;
  const language = time.closest<HTMLElement>('[lang]')?.lang;
  const told = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-minutes, 'minute');
  if (time.textContent === told) return;
  time.textContent = told;
  time.title = before;
  // Nothing on the page may move for the sake of a shorter word.
  if (line?.offsetHeight === height) return;
  time.textContent = before;
}

/** Tells times now and every minute, as long as the page is looked at. */
export function keepTelling(): void {
  tellTimes();
  setInterval(() => {
    if (!document.hidden) tellTimes();
  }, MINUTE);
}
