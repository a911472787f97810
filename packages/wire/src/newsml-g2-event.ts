import type { Subject } from '@courant/story';
import { dayOrMoment, endAfter } from './event-time.ts';
import { present, said, unique } from './fields.ts';
import { nameOf } from './newsml-g2-management.ts';
import { subjectsOf } from './newsml-g2-subject.ts';
import type { ReadOptions } from './read-options.ts';
import type { Entity, WireEvent, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, rawText, textOf } from './xml.ts';

/** What the details of an event say, apart from its name and description (NewsML-G2, eventDetails). */
export interface G2Event {
  readonly event: WireEvent;
  readonly places: readonly Entity[];
  readonly people: readonly Entity[];
  readonly organisations: readonly Entity[];
  readonly subjects: readonly Subject[];
  /** How to register: for newsrooms. */
  readonly notes: readonly string[];
  readonly contacts: readonly (readonly string[])[];
  /** Everything that is said of a place: its address, and what it lies in. */
  readonly locations: readonly (readonly string[])[];
  readonly warnings: readonly WireWarning[];
}

/** Reads when and where an event is, who holds it and who takes part. */
export function eventOf(details: XmlElement, options: ReadOptions): G2Event {
  const dates = at(details, 'dates');
  const start = textOf(at(dates, 'start'));
  const end = textOf(at(dates, 'end'));
  const starts = dayOrMoment(start, options);
  const ends = dayOrMoment(end, options) ?? (starts && endAfter(starts, textOf(at(dates, 'duration'))));
  const locations = elementsOf(details, 'location');
  const named = (name: string) => elementsOf(details, name).flatMap(entityOf);
  return {
    event: present({ starts, ends, place: placeOf(locations[0]), status: statusIn(details) }),
    places: unique(locations.flatMap(entityOf), ({ name }) => name),
    people: named('participant'),
    organisations: named('organiser'),
    subjects: elementsOf(details, 'subject').flatMap(subjectsOf),
    notes: elementsOf(details, 'registration').flatMap((one) => said(rawText(one)) ?? []),
    contacts: elementsOf(details, 'contactInfo').map(linesIn),
    locations: locations.map((one) => unique(linesIn(one))),
    warnings: [...unread('start', start, starts), ...unread('end', end, dayOrMoment(end, options))],
  };
}

function unread(name: string, text: string | undefined, read: string | undefined): readonly WireWarning[] {
  if (text === undefined || read !== undefined) return [];
  return [{ code: 'bad-date', say: `“${name}” is no date we can read: ${text.slice(0, 60)}` }];
}

/** Of its own status, whether it takes place at all, and whether it is covered, the first that is told. */
export function statusIn(element: XmlElement): string | undefined {
  const names = ['eventStatus', 'occurStatus', 'newsCoverageStatus'];
  const codes = names
    .flatMap((name) => below(element, name))
    .flatMap(({ attrs }) => {
      const code = said(attrs.qcode) ?? said(attrs.uri);
      return said(code?.replace(/^.*[:/]/, '')) ?? [];
    });
  return codes[0];
}

/** The place and the town it is in, where its name does not say that. */
function placeOf(location: XmlElement | undefined): string | undefined {
  const name = nameOf(location);
  const address = at(location, 'POIDetails', 'address');
  const town = nameOf(at(address, 'locality')) ?? nameOf(elementsOf(location, 'broader')[0]);
  const isTold = town === undefined || name === undefined || name.toLowerCase().includes(town.toLowerCase());
  return isTold ? (name ?? town) : `${name}, ${town}`;
}

function entityOf(element: XmlElement): readonly Entity[] {
  const name = nameOf(element);
  if (name === undefined || !/\p{L}/u.test(name)) return [];
  return [{ name, ...present({ code: said(element.attrs.qcode) ?? said(element.attrs.uri) }) }];
}

/** What stands in an element, line by line, whatever the sender added to the standard's words. */
export function linesIn(element: XmlElement): readonly string[] {
  const inner = elementsOf(element);
  if (inner.length > 0) return inner.flatMap(linesIn);
  const line = said(textOf(element));
  return line === undefined ? [] : [line];
}
