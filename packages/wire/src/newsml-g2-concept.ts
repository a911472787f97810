import { present, said, unique } from './fields.ts';
import { eventOf } from './newsml-g2-event.ts';
import { readNewsItem } from './newsml-g2-item.ts';
import { nameOf } from './newsml-g2-management.ts';
import { planBody } from './plan-body.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireMember } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, rawText, textOf } from './xml.ts';

/** Reads a conceptItem: an event, or any other concept that a sender tells something of. */
export function readConceptItem(element: XmlElement, options: ReadOptions): WireItem {
  const item = readNewsItem(element, options);
  const concept = at(element, 'concept');
  return concept === undefined ? { ...item, kind: 'concept' } : ofConcept(item, concept, options);
}

/** An item with what its concept says, which stands beside the item's own words where those are silent. */
function ofConcept(item: WireItem, concept: XmlElement, options: ReadOptions): WireItem {
  const details = at(concept, 'eventDetails');
  const event = details && eventOf(details, options);
  const { summary, ...texts } = textsOf(concept);
  const body = planBody(
    { copy: texts.copy, notes: [...texts.notes, ...(event?.notes ?? [])] },
    { item: item.id, version: item.version ?? '' },
  );
  const { subjects = [], places = [], people = [], organisations = [] } = item;
  return {
    ...item,
    ...present({
      headline: item.headline ?? nameOf(concept),
      standfirst: item.standfirst ?? summary,
      body: item.body ?? body,
    }),
    kind: event || /event$/.test(typeOf(concept)) ? 'event' : 'concept',
    ...present({
      subjects: unique([...subjects, ...(event?.subjects ?? [])], ({ code, name }) => `${code} ${name}`),
      places: unique([...places, ...(event?.places ?? [])], ({ name }) => name),
      people: unique([...people, ...(event?.people ?? [])], ({ name }) => name),
      organisations: unique([...organisations, ...(event?.organisations ?? [])], ({ name }) => name),
    }),
    ...(event && Object.keys(event.event).length > 0 ? { event: event.event } : {}),
    warnings: [...item.warnings, ...(event?.warnings ?? [])],
    unmapped: {
      ...item.unmapped,
      ...present({
        conceptId: codeOf(concept),
        type: said(typeOf(concept)),
        contacts: event?.contacts,
        locations: event?.locations,
        related: elementsOf(concept, 'related', 'broader', 'sameAs').flatMap((one) => nameOf(one) ?? []),
      }),
    },
  };
}

function typeOf(concept: XmlElement): string {
  const { qcode, uri } = at(concept, 'type')?.attrs ?? {};
  return qcode ?? uri ?? '';
}

function codeOf(concept: XmlElement): string | undefined {
  const { qcode, uri } = at(concept, 'conceptId')?.attrs ?? {};
  return said(qcode) ?? said(uri);
}

/** One definition sums up, others tell more. Notes are the sender's to newsrooms. */
function textsOf(concept: XmlElement) {
  const own = languageOf(concept);
  const definitions = elementsOf(concept, 'definition').filter((one) => languageIn(one) === own);
  const summary = definitions.find(({ attrs }) => /summary|short/i.test(attrs.role ?? '')) ?? definitions[0];
  return {
    summary: said(textOf(summary)),
    copy: definitions.filter((one) => one !== summary).flatMap((one) => said(rawText(one)) ?? []),
    notes: elementsOf(concept, 'note').flatMap((one) => said(rawText(one)) ?? []),
  };
}

/** A vocabulary says everything in many languages: the one of the first name is kept to. */
function languageOf(concept: XmlElement): string | undefined {
  const [name] = elementsOf(concept, 'name');
  return name && languageIn(name);
}

function languageIn({ attrs }: XmlElement): string | undefined {
  return said(attrs['xml:lang']);
}

/** Events of one vocabulary that become items of their own at the most. */
const MOST_EVENTS = 999;

/**
 * Reads a knowledgeItem: itself with the concepts it holds as members, and every event among them as an item of its
 * own, because somebody may go there.
 */
export function readKnowledgeItem(element: XmlElement, options: ReadOptions): readonly WireItem[] {
  const item = readNewsItem(element, options);
  const concepts = elementsOf(element, 'conceptSet').flatMap((set) => elementsOf(set, 'concept'));
  const { subjects: _, standfirst: __, ...shared } = item;
  const events = concepts
    .filter((concept) => at(concept, 'eventDetails') !== undefined)
    .slice(0, MOST_EVENTS)
    .map((concept) => ofConcept({ ...shared, id: codeOf(concept) ?? item.id }, concept, options));
  const headline = nameOf(at(element, 'schemeMeta')) ?? said(textOf(at(element, 'itemMeta', 'title')));
  const whole: WireItem = {
    ...item,
    kind: 'concept',
    ...present({ headline: item.headline ?? headline, members: concepts.flatMap(memberOf) }),
    unmapped: { ...item.unmapped, ...present({ scheme: said(at(element, 'schemeMeta')?.attrs.uri) }) },
  };
  return [whole, ...events];
}

function memberOf(concept: XmlElement): readonly WireMember[] {
  const id = codeOf(concept);
  return id === undefined ? [] : [{ id, ...present({ headline: nameOf(concept) }) }];
}

/** Reads a catalogue of vocabularies, bare or as a catalogItem: its schemes are the members of one item. */
export function readCatalog(element: XmlElement, options: ReadOptions): readonly WireItem[] {
  const item = readNewsItem(element, options);
  const schemes = below(element, 'scheme').flatMap((scheme): readonly WireMember[] => {
    const id = said(scheme.attrs.uri);
    return id === undefined
      ? []
      : [{ id, ...present({ role: said(scheme.attrs.alias), headline: nameOf(scheme) }) }];
  });
  // A bare catalogue names itself by its address, if at all.
  const id = said(element.attrs.guid) === undefined ? (said(element.attrs.url) ?? schemes[0]?.id) : undefined;
  // Catalogues of shops have the same root.
  if (schemes.length === 0 && element.name === 'catalog') return [];
  return [{ ...item, ...present({ id }), kind: 'concept', ...present({ members: schemes }) }];
}
