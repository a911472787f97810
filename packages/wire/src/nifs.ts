import { objectsIn, readingOf, readTold } from './agency-object.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Reads matches of NIFS, the statistics of Norwegian football: each an event. Undefined where there is none. */
export function readNifs(value: unknown, options: ReadOptions): Reading | undefined {
  const matches = objectsIn(value).filter(({ type }) => /^nifs:match/.test(text(type) ?? ''));
  return matches.length === 0 ? undefined : readingOf(matches, (match) => readMatch(match, options));
}

const USED = ['uid', 'id', 'name', 'timestamp', 'comment', 'homeTeam', 'awayTeam', 'stadium'];

function readMatch(match: NinjsObject, options: ReadOptions): WireItem {
  const { uid, id, name, timestamp, comment, stadium } = match;
  const teams = [match.homeTeam, match.awayTeam].flatMap((team) =>
    isObject(team) && text(team.name) !== undefined
      ? [{ name: team.name, code: text(team.uid) ?? text(team.id) }]
      : [],
  );
  const ninjs = {
    uri: text(uid) ?? `nifs:${text(id)}`,
    type: 'event',
    title: text(name) ?? teams.map((team) => team.name).join(' - '),
    eventDetails: { dates: { startDate: timestamp } },
    places: isObject(stadium) ? [{ name: stadium.name, rel: 'event' }] : [],
    organisations: teams,
    body_text: comment,
  };
  const item = readTold(match, { format: 'nifs', used: USED, ninjs }, options);
  return { ...item, supplier: options.supplier ?? 'NIFS' };
}
