import { dayOrMoment, spanOf } from './event-time.ts';
import { present, said, unique } from './fields.ts';
import { statusIn } from './newsml-g2-event.ts';
import { readNewsItem } from './newsml-g2-item.ts';
import { withoutVersion } from './newsml-g2-management.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireMember } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/**
 * Reads a planningItem: what an agency is going to send, and what of it has come. A plan that was given up still calls
 * itself usable: that nothing is intended any more, the status of its coverage says.
 */
export function readPlanningItem(element: XmlElement, options: ReadOptions): WireItem {
  const item = readNewsItem(element, options);
  const coverages = elementsOf(element, 'newsCoverageSet').flatMap((set) => elementsOf(set, 'newsCoverage'));
  const event = present({ ...timesOf(element, options), status: statusIn(element) });
  const members = unique(coverages.flatMap(deliveredOf), ({ id, version }) => `${id} ${version}`);
  return {
    ...item,
    kind: 'planning',
    ...present({ members }),
    ...(Object.keys(event).length > 0 ? { event } : {}),
    unmapped: { ...item.unmapped, ...present({ coverages: coverages.flatMap(coverageOf) }) },
  };
}

/** When something is to come; where nothing says that, the day that the plan is for (STT). */
function timesOf(element: XmlElement, options: ReadOptions) {
  const plans = below(element, 'planning');
  const times = plans.flatMap((plan) => [
    textOf(at(plan, 'scheduled')),
    plan.attrs.coversfrom,
    plan.attrs.coversto,
  ]);
  const told = spanOf(times.map((time) => dayOrMoment(time, options)));
  if (told.starts !== undefined) return told;
  const days = below(at(element, 'contentMeta'), 'related').filter(({ attrs }) =>
    /assigneddate$/.test(attrs.rel ?? ''),
  );
  return spanOf(days.map(({ attrs }) => dayOrMoment(attrs.value, options)));
}

/** What has come of a coverage. */
function deliveredOf(coverage: XmlElement): readonly WireMember[] {
  const role = said(at(coverage, 'planning', 'itemClass')?.attrs.qcode);
  return elementsOf(at(coverage, 'delivery'), 'deliveredItemRef').flatMap((ref): readonly WireMember[] => {
    const version = said(ref.attrs.version) ?? said(textOf(at(ref, 'version')));
    const id = said(ref.attrs.guidref) ?? said(ref.attrs.residref) ?? said(ref.attrs.href);
    if (id === undefined) return [];
    return [
      { id: withoutVersion(id, version), ...present({ version, role, headline: textOf(at(ref, 'title')) }) },
    ];
  });
}

/** Everything that the plan of a coverage says in words or codes, by the names of its elements. */
function coverageOf(coverage: XmlElement): readonly Readonly<Record<string, unknown>>[] {
  const told = elementsOf(coverage, 'planning').flatMap((plan) => elementsOf(plan));
  const fields = told.flatMap((one) => {
    const words = elementsOf(one).length === 0 ? one : at(one, 'name');
    const value =
      [said(one.attrs.qcode), said(textOf(words))].filter(Boolean).join(' ') || said(one.attrs.value);
    return value === undefined ? [] : [[one.name, value] as const];
  });
  const byName = Map.groupBy(fields, ([name]) => name);
  const entries = [...byName].map(
    ([name, found]) => [name, found.map(([, value]) => value).join(', ')] as const,
  );
  const id = said(coverage.attrs.id);
  const isSilent = id === undefined && entries.length === 0;
  return isSilent ? [] : [{ ...present({ id }), ...Object.fromEntries(entries) }];
}
