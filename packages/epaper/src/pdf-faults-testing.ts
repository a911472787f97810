import type { Dictionary, ReadElement, ReadPdf, Value } from './pdf-reading-testing.ts';
import { everyElement } from './pdf-reading-testing.ts';

/** What a PDF promises of its structure and does not keep (ISO 14289-1, 7; ISO 19005-2, 6), each a line. */
export function structureFaults(pdf: ReadPdf): readonly string[] {
  const elements = everyElement(pdf.tree());
  return [
    ...catalogueFaults(pdf),
    ...elements.flatMap((element) => elementFaults(element)),
    ...headingFaults(elements),
    ...markFaults(pdf, elements),
    ...annotationFaults(pdf, elements),
    ...fontFaults(pdf),
  ];
}

function catalogueFaults(pdf: ReadPdf): readonly string[] {
  const { catalogue } = pdf;
  const metadata = pdf.stream(catalogue['/Metadata']).toString('utf8');
  const intents = pdf.at(catalogue['/OutputIntents']) as readonly Value[];
  const profile = pdf.stream(pdf.dictionary(intents[0])['/DestOutputProfile']);
  const claims: readonly (readonly [string, boolean])[] = [
    ['marked', pdf.dictionary(catalogue['/MarkInfo'])['/Marked'] === true],
    ['a language', typeof catalogue['/Lang'] === 'string'],
    ['its title shown', pdf.dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] === true],
    ['an outline', pdf.dictionary(pdf.dictionary(catalogue['/Outlines'])['/First'])['/Title'] !== undefined],
    ['page labels', Array.isArray(pdf.dictionary(catalogue['/PageLabels'])['/Nums'])],
    ['PDF/UA-1', /<pdfuaid:part>1</.test(metadata)],
    ['PDF/A-2', /<pdfaid:part>2<.*<pdfaid:conformance>A</s.test(metadata)],
    ['a title', /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]/.test(metadata)],
    ['a profile of its own length', profile.length > 128 && profile.readUInt32BE(0) === profile.length],
    ['a profile of colours', profile.toString('latin1', 12, 24) === 'mntrRGB XYZ '],
    ['tabs by structure', pdf.pages.every((page) => pdf.dictionary(page)['/Tabs'] === '/S')],
  ];
  return claims.flatMap(([claim, isKept]) => (isKept ? [] : [`the file has not ${claim}`]));
}

function elementFaults({
  type,
  reference,
  dictionary,
  elements,
  marks,
  annotations,
}: ReadElement): readonly string[] {
  const faults: string[] = [];
  const boxes = JSON.stringify(dictionary['/A'] ?? null);
  if (type === 'Figure' && !/^u:./.test(String(dictionary['/Alt'])))
    faults.push(`${reference}: a figure without words`);
  if (type === 'Figure' && !boxes.includes('/BBox')) faults.push(`${reference}: a figure without a box`);
  if (type !== 'Document' && elements.length + marks.length + annotations.length === 0)
    faults.push(`${reference}: an empty ${type}`);
  if (type === 'Link' && annotations.length === 0) faults.push(`${reference}: a link that leads nowhere`);
  return faults;
}

function headingFaults(elements: readonly ReadElement[]): readonly string[] {
  let last = 0;
  return elements.flatMap(({ type, text }) => {
    const level = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (level === 0) return [];
    const isSkipped = level > last + 1;
    last = level;
    return isSkipped ? [`“${text}” skips a level`] : [];
  });
}

/** The elements of pages and annotations by their numbers, as the tree of parents has them. */
function parentsOf(pdf: ReadPdf): ReadonlyMap<number, Value> {
  const root = pdf.dictionary(pdf.catalogue['/StructTreeRoot']);
  const list = pdf.at(pdf.dictionary(root['/ParentTree'])['/Nums']) as readonly Value[];
  const parents = new Map<number, Value>();
  for (let i = 0; i < list.length; i += 2) parents.set(list[i] as number, list[i + 1] ?? null);
  return parents;
}

function markFaults(pdf: ReadPdf, elements: readonly ReadElement[]): readonly string[] {
  const faults: string[] = [];
  const owners = new Map<string, string>();
  for (const { marks, reference } of elements)
    for (const { page, mark } of marks) {
      if (owners.has(`${page} ${mark}`)) faults.push(`mark ${mark} of page ${page} is owned twice`);
      owners.set(`${page} ${mark}`, reference);
    }
  const parents = parentsOf(pdf);
  for (const page of pdf.pages) {
    const own = pdf.at(parents.get(pdf.dictionary(page)['/StructParents'] as number)) as readonly Value[];
    const seen = new Set<number>();
    for (const { operator, mark } of pdf.shown(page)) {
      if (mark === undefined) faults.push(`${operator} on page ${page} belongs to nobody`);
      if (typeof mark !== 'number' || seen.has(mark)) continue;
      seen.add(mark);
      const owner = owners.get(`${page} ${mark}`);
      if (owner === undefined) faults.push(`mark ${mark} of page ${page} has no element`);
      else if (own[mark] !== owner)
        faults.push(`mark ${mark} of page ${page}: the tree of parents says ${own[mark]}`);
    }
    if (own.length !== [...owners.keys()].filter((key) => key.startsWith(`${page} `)).length)
      faults.push(`page ${page}: the tree of parents has another number of marks`);
  }
  return faults;
}

function annotationFaults(pdf: ReadPdf, elements: readonly ReadElement[]): readonly string[] {
  const owners = new Map(
    elements.flatMap(({ annotations, reference }) => annotations.map((one) => [one, reference])),
  );
  const parents = parentsOf(pdf);
  return pdf.pages.flatMap((page) => {
    const own = (pdf.at(pdf.dictionary(page)['/Annots']) ?? []) as readonly string[];
    return own.flatMap((reference) => {
      const annotation: Dictionary = pdf.dictionary(reference);
      const parent = parents.get(annotation['/StructParent'] as number);
      const isOwned = owners.has(reference) && parent === owners.get(reference);
      const isSaid = /^u:./.test(String(annotation['/Contents'])) && annotation['/F'] === 4;
      return [
        ...(isOwned ? [] : [`annotation ${reference} has no element`]),
        ...(isSaid ? [] : [`annotation ${reference} has no words, or is not printed`]),
      ];
    });
  });
}

function fontFaults(pdf: ReadPdf): readonly string[] {
  const shown = pdf.pages.flatMap((page) => pdf.shown(page).flatMap(({ glyphs }) => glyphs));
  const lacks = shown.some(({ id }) => id === 0) ? ['a glyph of no sign is drawn'] : [];
  const faults = pdf.all().flatMap((object) => {
    if (object['/Type'] === '/FontDescriptor' && pdf.stream(object['/FontFile2']).length === 0)
      return [`${object['/FontName']} is not embedded`];
    if (object['/Subtype'] !== '/Type0') return [];
    const map = pdf.stream(object['/ToUnicode']).toString('latin1');
    const texts = [...map.matchAll(/^<....><(.*)>$/gm)].map(([, text]) => text ?? '');
    const isFit = texts.length > 0 && texts.every((text) => /^(?!0000|FEFF|FFFE)(?:....)+$/.test(text));
    return isFit ? [] : [`${object['/BaseFont']} does not say what it reads as`];
  });
  return [...lacks, ...faults];
}
