import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { readWire } from './read.ts';
import type { Reading } from './wire-item.ts';

/** Where real files stand, beside the project; nothing of them is copied into it. */
export const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

/** A folder of real files of the wire. */
export interface Corpus {
  readonly folder: string;
  /** Names of files that are wire copy, valid by their makers' word or sent by an agency. */
  readonly isWire: (name: string) => boolean;
  /** Files of it that hold no news, and what they hold. */
  readonly without?: Readonly<Record<string, string>>;
  /** Exports of other systems: told, and no part of the promise for agencies' copy. */
  readonly isExport?: boolean;
}

const ANSWER = /\.expected\.json$|SOURCE\.txt$|README/;

function withEnd(...ends: readonly string[]) {
  return (name: string) => ends.some((end) => name.endsWith(end));
}

const G2 = 'a piece of a document, printed as an example';

/** Every folder that holds copy of the wire. */
export const CORPORA: readonly Corpus[] = [
  { folder: 'nitf', isWire: withEnd('.xml') },
  {
    folder: 'newsml-g2',
    isWire: (name) => name.endsWith('.xml') && !name.includes('should_fail'),
    without: {
      'iptc-examples/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml': G2,
      'iptc-examples/LISTING_8_Group_Set_example_showing_an_ALT_Package_Mode.xml': G2,
      'iptc-examples/LISTING_9_Group_Set_example_showing_a_SEQ_Package_Mode.xml': G2,
    },
  },
  {
    folder: 'ninjs',
    isWire: (name) => name.endsWith('.json') && !/should_fail|not-valid|-schema\.json$/.test(name),
  },
  { folder: 'newsml-1', isWire: withEnd('.xml') },
  { folder: 'text-wire', isWire: withEnd('.txt', '.tst') },
  { folder: 'email-wire', isWire: () => true },
  {
    folder: 'agency-proprietary',
    isWire: withEnd('.json', '.xml'),
    without: { 'superdesk-core/channel1.xml': 'a list of what a channel has' },
  },
  {
    folder: 'events-planning-g2',
    isWire: withEnd('.json', '.xml'),
    without: { 'superdesk-prod-api-json/contacts.json': 'people to be called' },
  },
  { folder: 'images-press', isWire: (name) => /\.(?:jpe?g|png|tiff?)$/i.test(name) },
  {
    folder: 'feeds',
    // Cases of the W3C and of gofeed are made to be odd: a test of their own reads them.
    isWire: (name) => /^(superdesk-core|trafilatura-resources|odd-encodings-derived)\//.test(name),
  },
  { folder: 'cms-exports', isWire: () => true, isExport: true },
];

/** Files of a folder of the shared data that are copy of the wire, by their paths in it; none where it is absent. */
export function wireFiles({ folder, isWire, without = {} }: Corpus): readonly string[] {
  return namesIn(folder).filter(
    (name) =>
      !ANSWER.test(name) && !name.includes('schemas/') && isWire(name) && !Object.hasOwn(without, name),
  );
}

/** Files with what another newsroom's parsers assert of the file beside them. */
export function expectations(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => `${DATA}/${folder}/${name}`);
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(`${DATA}/${folder}`)) return [];
  const entries = readdirSync(`${DATA}/${folder}`, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`);
  return paths.map((path) => path.slice(DATA.length + folder.length + 2)).toSorted();
}

/** Reads a file as if it had come this moment. */
export function readFile(path: string): Promise<Reading> {
  return readWire(readFileSync(path), OPTIONS);
}
