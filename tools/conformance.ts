import type { Conformance } from '@courant/wire/conformance';
import { BARS, conformance, shares } from '@courant/wire/conformance';

/**
 * `npm run conformance`: how real copy beside the project is read, folder by folder: files that give an item, fields
 * that agree with what another newsroom's parsers assert, and a line for each that does not. The same that the tests
 * hold to.
 */
const rows = await conformance();
if (rows.length === 0) {
  process.stdout.write('There are no real files beside the project (../shared/data).\n');
  process.exitCode = 1;
} else {
  process.stdout.write(
    `${[head(), ...rows.map(lineOf)].join('\n')}\n\n${rows.flatMap(failuresOf).join('\n')}\n`,
  );
  const { read, agreed } = shares(rows);
  process.stdout.write(
    `\nRead: ${percent(read)} (${percent(BARS.read)} are promised). Agreed: ${percent(agreed)} (${percent(BARS.agreed)}).\n`,
  );
  process.exitCode = read >= BARS.read && agreed >= BARS.agreed ? 0 : 1;
}

function head(): string {
  return row('folder', 'files', 'read', '%', 'fields', 'agreed', '%', 'left out');
}

function lineOf({ corpus, files, read, agreement }: Conformance): string {
  const { counted, misses, leftOut } = agreement;
  const agreed = counted - misses.length;
  return row(
    corpus.isExport ? `${corpus.folder} (exports)` : corpus.folder,
    ...[files, read, share(read, files), counted, agreed, share(agreed, counted), leftOut].map(String),
  );
}

function row(folder: string, ...cells: readonly string[]): string {
  return folder.padEnd(24) + cells.map((cell) => cell.padStart(9)).join('');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : ((part / whole) * 100).toFixed(1);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function failuresOf({ corpus, unread, agreement }: Conformance): readonly string[] {
  const named = Object.entries(corpus.without ?? {}).map(([name, what]) => `${name}: holds no news: ${what}`);
  return [...unread, ...named].map((line) => `${corpus.folder}/${line}`).concat(agreement.misses);
}
