import type { Dateline } from '@courant/story';
import { datelineOf } from './dateline.ts';

/** A dateline as agencies set it, `GORKI, Russia, April 22 (Agencies)`; the dash is left to whoever sets a text behind. */
export function datelineLine({ place, date, agencies = [] }: Dateline): string {
  const when = date === undefined ? '' : `, ${date}`;
  return `${place}${when}${agencies.length === 0 ? '' : ` (${agencies.join(', ')})`}`;
}

/** The same where it can be read again; else only the place, which is never mistaken for more than it is. */
export function readableDateline(dateline: Dateline): string {
  const line = datelineLine(dateline);
  const read = datelineOf(`${line} - `)?.dateline;
  const isSame = read !== undefined && datelineLine(read) === line && read.place === dateline.place;
  return isSame ? line : dateline.place;
}
