import { lineOf, linesOfHtml, markupIn, readToldElement } from './agency-element.ts';
import { present } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, textOf } from './xml.ts';

/** Reads a text of Ritzau, the Danish agency, in its own XML (RBNews). */
export function readRitzau(root: XmlElement, options: ReadOptions): Reading {
  const item = itemOf(root, options);
  const isSilent = item.headline === undefined && item.body === undefined && item.signal !== 'kill';
  const say = 'broken RBNews: it has neither a headline nor a text';
  return isSilent ? { ok: false, why: 'broken', say } : { ok: true, items: [item] };
}

const USED = [
  ...['NewsID', 'version', 'PublishDate', 'headline', 'subtitle', 'strapline', 'content', 'byLine', 'town'],
  ...[
    'origin',
    'Priority',
    'IPTCList',
    'section',
    'SubjectKeyword',
    'TilRedaktionen',
    'Annuleret',
    'NyVersion',
  ],
  ...['Korrektion', 'replacedID', 'Replaces', 'ContentShort', 'Topstory', 'TopWeb', 'InfoFlash'],
];

function itemOf(root: XmlElement, options: ReadOptions): WireItem {
  const isTrue = (name: string) => /^(true|1)$/i.test(lineOf(root, name) ?? '');
  const update = isTrue('Korrektion') ? 'correction' : isTrue('NyVersion') ? 'update' : undefined;
  const ninjs = {
    uri: lineOf(root, 'NewsID'),
    version: lineOf(root, 'version'),
    versioncreated: lineOf(root, 'PublishDate'),
    pubstatus: isTrue('Annuleret') ? 'canceled' : undefined,
    updateType: update,
    headline: linesOfHtml(markupIn(root, 'headline')),
    slugline: lineOf(root, 'strapline'),
    description_text: linesOfHtml(markupIn(root, 'subtitle')),
    body_html: markupIn(root, 'content'),
    byline: lineOf(root, 'byLine'),
    located: lineOf(root, 'town'),
    source: lineOf(root, 'origin')?.replace(/^\/|\/$/g, ''),
    urgency: lineOf(root, 'Priority'),
    // Numbers lose the noughts in front of them.
    subject: wordsIn(root, 'IPTCList').map((code) => ({ code: code.padStart(8, '0') })),
    keywords: wordsIn(root, 'SubjectKeyword'),
    ednote: linesOfHtml(markupIn(root, 'TilRedaktionen')),
    language: 'da',
  };
  const told = { format: 'ritzau', used: USED, ninjs, timeZone: 'Europe/Copenhagen' };
  const item = readToldElement(root, told, options);
  const section = lineOf(root, 'section');
  const replaced = lineOf(root, 'replacedID') ?? lineOf(root, 'Replaces');
  return {
    ...item,
    supplier: options.supplier ?? 'Ritzau',
    ...present({
      sectionPath: section === undefined ? [] : [section],
      replaces: replaced === undefined ? [] : [replaced],
    }),
  };
}

/** The lists of a serializer: an element of its own for each word or number. */
function wordsIn(root: XmlElement, name: string): readonly string[] {
  return below(at(root, name), 'int', 'string').flatMap((one) => textOf(one) ?? []);
}
