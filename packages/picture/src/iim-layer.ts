import { datasetsIn } from './iim.ts';
import { charsetOf } from './iim-charset.ts';
import { IIM_LINES, IIM_LISTS } from './iim-fields.data.ts';
import { iimDate } from './photo-date.ts';
import { fieldsBy, said, saidAll, saidFields, urgencyIn } from './photo-said.ts';
import type { PhotoLayer, PhotoWords } from './photo-words.ts';

/** Reads the datasets of a picture (IPTC IIM 4.2); of two that may stand there once, the first counts. */
export function iimLayer(blocks: readonly Uint8Array[]): PhotoLayer {
  const datasets = blocks.flatMap(datasetsIn);
  const { read, warnings } = charsetOf(datasets);
  const lines = new Map<string, string[]>();
  for (const { record, number, bytes } of datasets) {
    const key = `${record}:${number}`;
    const list = lines.get(key) ?? [];
    if (list.length === 0) lines.set(key, list);
    list.push(read(bytes));
  }
  const line = (key: string) => said(lines.get(key)?.[0]);
  const list = (key: string) => saidAll(lines.get(key) ?? []);
  const words: PhotoWords = {
    ...fieldsBy(IIM_LINES, line),
    ...fieldsBy(IIM_LISTS, list),
    ...saidFields({
      urgency: urgencyIn(line('2:10')),
      genres: list('2:4').map(withoutNumber),
      subjectCodes: list('2:12').map(subjectCode),
      dateCreated: iimDate(line('2:55'), line('2:60')),
      sent: iimDate(line('1:70'), line('1:80')),
      released: iimDate(line('2:30'), line('2:35')),
      expires: iimDate(line('2:37'), line('2:38')),
    }),
  };
  return { words, personal: {}, warnings };
}

/** `013:Current`: a number of three digits, and its name (IIM 4.2, 2:04). */
function withoutNumber(genre: string): string {
  return genre.replace(/^\d{3}:(?=.)/, '');
}

/** `IPTC:15054000:Sport:Soccer:`: who keeps the list, the code, its names (IIM 4.2, 2:12). */
function subjectCode(subject: string): string {
  const [, code] = subject.split(':');
  return code?.trim() || subject;
}
