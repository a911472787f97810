import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@courant/base';
import { Face } from './face.ts';
import { FACE_MISSING, FACE_UNFIT, ISSUE_UNFIT, PICTURE_MISSING, PICTURE_UNFIT } from './faults.ts';
import {
  ARABIC,
  CHINESE,
  FACES,
  HEAD,
  HOSTILE,
  issueOf,
  LINKED,
  linesOf,
  MIXED,
  partsFor,
  region,
  SPLIT,
  TOOLS,
  textBlock,
} from './issue-testing.ts';
import type { IssueModel } from './page-model.ts';
import { writePdf } from './pdf.ts';
import { structureFaults } from './pdf-faults-testing.ts';
import type { ReadElement } from './pdf-reading-testing.ts';
import { everyElement, lacking, readPdf, said } from './pdf-reading-testing.ts';
import { placeLine } from './placed-line.ts';
import { smallIssue } from './small-issue-testing.ts';

const QPDF = { skip: lacking('qpdf') };
const POPPLER = { skip: lacking('qpdf', 'pdfinfo') };

const issue = smallIssue();
const parts = await partsFor(issue);
const pdf = writePdf(issue, parts);

const LINK_TEXT = LINKED.map(({ text }) => text).join('');

/** How the small issue is read, from beginning to end: what each element is, and what it says. */
const READ: readonly (readonly [string, string])[] = [
  ['H1', 'The Daily Courant'],
  ['P', 'Saturday, 23 April 2011'],
  ['P', 'Sea-bed cables'],
  ['H2', 'Forty-one countries sign the accord on cables'],
  ['P', 'Nine days on an island end with a signature and a ship'],
  ['Figure', 'A repair ship leaves harbour at dawn'],
  ['Caption', 'The repair ship Understanding leaves harbour'],
  ['P', 'By Anna Lindqvist'],
  ['P', SPLIT],
  ['P', 'Continued on page 2'],
  ['P', 'From page 1'],
  ['H3', 'What it costs'],
  ['P', LINK_TEXT],
  ['P', 'Inside'],
  ['Reference', 'World, page 2'],
  ['H2', 'World'],
  ['H3', 'What a hand may type'],
  ['P', HOSTILE],
  ['P', ARABIC],
  ['P', CHINESE],
  ['P', MIXED],
  ['Figure', 'Advertisement. Lamps for lighthouses'],
];

const READ_TYPES = /^(?:H\d|P|Figure|Caption|Reference)$/;

/** Elements that say something, and what: hyphens that are not in the copy fall away, as when a text is copied. */
function readAs(element: ReadElement): readonly (readonly [string, string])[] {
  return everyElement(element)
    .filter(({ type }) => READ_TYPES.test(type))
    .map(({ type, text, dictionary }) => {
      const alt = dictionary['/Alt'];
      return [type, (typeof alt === 'string' ? alt.slice(2) : text).replaceAll('\u00ad', '').trim()];
    });
}

test('an issue is read from its PDF as it was written, each story once and whole', QPDF, async () => {
  const read = await readPdf(pdf);
  assert.deepEqual(readAs(read.tree()), READ);
});

/** What `pdfinfo -struct-text` says, in the form of the list above. */
function toldByPoppler(told: string): readonly (readonly [string, string])[] {
  const found: { readonly indent: number; readonly type: string; text: string }[] = [];
  for (const line of told.split('\n')) {
    const own = /^( *)(?:"(.*)"$|(\w+))/.exec(line);
    const indent = own?.[1]?.length ?? 0;
    const open = found.findLast((one) => one.indent < indent);
    if (own?.[2] !== undefined && open) open.text += own[2];
    else if (own?.[3] !== undefined && READ_TYPES.test(own[3]))
      found.push({ indent, type: own[3], text: '' });
  }
  return found.map(({ type, text }) => [type, text.replaceAll('\u00ad', '').trim()]);
}

test('poppler reads the same', POPPLER, async () => {
  const read = toldByPoppler(await said('pdfinfo', ['-struct-text', 'PDF'], pdf));
  assert.deepEqual(
    read.map(([type]) => type),
    READ.map(([type]) => type),
  );
  // It reads glyphs, not what is said in their place: pictures, and lines that run both ways.
  const isPlain = (_: unknown, i: number) =>
    READ[i]?.[0] !== 'Figure' && ![HOSTILE, ARABIC, MIXED].includes(READ[i]?.[1] ?? '');
  assert.deepEqual(read.filter(isPlain), READ.filter(isPlain));
});

test('a PDF of one of everything has no fault of structure', QPDF, async () => {
  assert.deepEqual(structureFaults(await readPdf(pdf)), []);
});

/** What a file might lack, and what is to be said of it. */
const DAMAGES: readonly (readonly [RegExp, string, RegExp])[] = [
  [/"\/Alt"/g, '"/Other"', /a figure without words/],
  [/"\/BBox"/g, '"/Other"', /a figure without a box/],
  [/"\/H2"/g, '"/H3"', /skips a level/],
  [/"\/StructParents": 0/, '"/StructParents": 1', /the tree of parents says/],
  [/"\/K": \[\s*0\s*\]/, '"/K": [7777]', /has no element/],
  [/"\/StructParent": \d+/, '"/StructParent": 0', /annotation .* has no element/],
  [/"\/Contents": "u:/, '"/Contents": "', /has no words/],
  [/"\/FontFile2"/, '"/Other"', /is not embedded/],
  [/"\/ToUnicode"/, '"/Other"', /does not say what it reads as/],
  [/"\/Tabs": "\/S"/, '"/Tabs": "/R"', /has not tabs by structure/],
];

test('each fault of structure would be found', QPDF, async () => {
  for (const [what, by, fault] of DAMAGES) {
    const read = await readPdf(pdf, (json) => json.replace(what, by));
    assert.match(structureFaults(read).join('\n'), fault);
  }
});

test('qpdf and poppler find nothing wrong, and a tagged file of embedded fonts', POPPLER, async () => {
  assert.match(await said('qpdf', ['--check', 'PDF'], pdf), /No syntax or stream encoding errors found/);
  const about = await said('pdfinfo', ['PDF'], pdf);
  assert.match(about, /^Title: +The Daily Courant, International, 2011-04-23$/m);
  assert.match(about, /^Tagged: +yes$/m);
  assert.match(about, /^PDF version: +1\.7$/m);
  assert.match(about, /^CreationDate: +Sat Apr 23 00:00:00 2011 UTC$/m);
  const fonts = (await said('pdffonts', ['PDF'], pdf)).trim().split('\n').slice(2);
  assert.ok(fonts.length >= 7);
  for (const font of fonts) assert.match(font, /^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
});

test('a word parted at the end of a line is whole again when it is copied', POPPLER, async () => {
  const text = await said('pdftotext', ['-raw', 'PDF', '-'], pdf);
  assert.match(text, /light\u00ad\nhouses/);
  assert.match(text, /forty-one/);
  assert.doesNotMatch(text, /light-\n/);
});

test(
  'a story that goes on elsewhere is one article, and its split paragraph one of both pages',
  QPDF,
  async () => {
    const read = await readPdf(pdf);
    const articles = everyElement(read.tree()).filter(({ type }) => type === 'Art');
    assert.equal(articles.length, 2);
    const split = everyElement(read.tree()).find(({ text }) => text.startsWith('Ministers from'));
    assert.deepEqual(new Set(split?.marks.map(({ page }) => page)), new Set(read.pages));
  },
);

test('what is only seen, and what a page repeats, is read by nobody', QPDF, async () => {
  const read = await readPdf(pdf);
  const artifacts = read.pages.flatMap((page) => read.shown(page).filter(({ mark }) => mark === 'artifact'));
  const text = artifacts.map((one) => one.text).join('');
  assert.match(text, /“Under nobody’s command”/);
  assert.match(text, /Cables /);
  assert.match(text, /2 /);
});

test('links lead to pages and to addresses, and their words are theirs', QPDF, async () => {
  const read = await readPdf(pdf);
  const links = everyElement(read.tree()).filter(({ type }) => type === 'Link');
  const led = links.map(({ text, annotations }) => {
    const targets = annotations.map((one) => {
      const { '/A': action, '/Dest': place, '/Contents': contents } = read.dictionary(one);
      assert.equal(typeof contents, 'string');
      const page = Array.isArray(read.at(place)) ? (read.at(place) as readonly string[])[0] : undefined;
      return page === undefined ? read.dictionary(action)['/URI'] : read.pages.indexOf(page) + 1;
    });
    return [text.replaceAll('\u00ad', '').trim(), targets];
  });
  const address = 'u:https://example.org/accord?a=(1)&b=%C3%A9';
  assert.deepEqual(led, [
    ['Continued on page 2', [2]],
    ['From page 1', [1]],
    ['accord was published in full on Friday', [address, address]],
    ['World, page 2', [2]],
  ]);
});

test('every word stands where it was placed', QPDF, async () => {
  const read = await readPdf(pdf);
  let words = 0;
  issue.pages.forEach(({ regions }, i) => {
    const drawn = read.shown(read.pages[i] ?? '').flatMap(({ glyphs }) => glyphs);
    for (const line of regions.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.kind === 'text' ? one.lines : [])),
    ))
      for (const { shaped, x, span } of placeLine(line, FACES).words) {
        const [first] = shaped.glyphs;
        if (!first || first.id === 0) continue;
        const left = x + (first.x * span.size * line.scale) / (FACES.get(span.face)?.unitsPerEm ?? 1);
        const nearest = Math.min(
          ...drawn.filter(({ id }) => id === first.id).map((one) => Math.abs(one.x - left)),
        );
        assert.ok(nearest < 0.02, `${span.text} is ${nearest} points away`);
        words++;
      }
  });
  assert.ok(words > 100);
});

test('the outline leads to sections and stories, and pages have their numbers', QPDF, async () => {
  const read = await readPdf(pdf);
  const titles: string[] = [];
  const visit = (reference: string | undefined): void => {
    const item = read.dictionary(reference);
    if (item['/Title'] === undefined) return;
    titles.push(String(item['/Title']).slice(2));
    visit(item['/First'] as string | undefined);
    visit(item['/Next'] as string | undefined);
  };
  visit(read.dictionary(read.catalogue['/Outlines'])['/First'] as string);
  assert.deepEqual(titles, [
    ...['Front page', 'Forty-one countries sign the accord on cables', 'World', 'What a hand may type'],
  ]);
  const later = issueOf(issue.pages.map((page) => ({ ...page, number: page.number + 11 })));
  const labels = read.dictionary((await readPdf(writePdf(later, parts))).catalogue['/PageLabels'])['/Nums'];
  assert.deepEqual(labels, [0, { '/S': '/D', '/St': 12 }]);
});

test('the same issue is the same bytes, and another issue is other bytes', () => {
  const again = JSON.parse(JSON.stringify(issue)) as IssueModel;
  assert.deepEqual(Buffer.from(writePdf(again, parts)), Buffer.from(pdf));
  const other = writePdf({ ...issue, date: '2011-04-24' }, parts);
  const identifier = (bytes: Uint8Array) =>
    /\/ID\[<(\w{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  assert.notEqual(identifier(other), identifier(pdf));
});

test('two cuts of one face have names of their own', QPDF, async () => {
  const one = issueOf([
    {
      number: 1,
      section: 'A',
      regions: [region('r', 'house', { blocks: [textBlock('text', 'abc', { x: 0, y: 9, width: 90 })] })],
    },
  ]);
  const two = issueOf([
    {
      number: 1,
      section: 'A',
      regions: [region('r', 'house', { blocks: [textBlock('text', 'abd', { x: 0, y: 9, width: 90 })] })],
    },
  ]);
  const names = await Promise.all(
    [one, two].map(async (own) =>
      (await readPdf(writePdf(own, parts))).all().flatMap((object) => object['/FontName'] ?? []),
    ),
  );
  assert.equal(new Set(names.flat()).size, 2);
});

test('pages have one title and sections one head, however often they are shown', QPDF, async () => {
  const head = (id: string, kind: 'masthead' | 'section-head', text: string) =>
    region(id, kind, {
      blocks: [0, 20].map((y) => textBlock('headline', text, { x: 0, y: 20 + y, width: 400, size: 20 })),
    });
  const pages = [1, 2, 3].map((number) => ({
    ...{ number, section: number < 3 ? 'World' : 'Sport' },
    regions: [head(`m${number}`, 'masthead', 'Courant'), head(`h${number}`, 'section-head', 'Head')],
  }));
  const read = await readPdf(writePdf(issueOf(pages), parts));
  assert.deepEqual(structureFaults(read), []);
  assert.deepEqual(
    everyElement(read.tree()).flatMap(({ type }) => (/^(?:H|P)/.test(type) ? [type] : [])),
    ['H1', 'P', 'H2', 'P', 'H2', 'P'],
  );
});

test('an issue that reads from the right says so', QPDF, async () => {
  const read = await readPdf(writePdf({ ...issue, direction: 'rtl', language: 'ar' }, parts));
  assert.equal(read.catalogue['/Lang'], 'u:ar');
  assert.equal(read.dictionary(read.catalogue['/ViewerPreferences'])['/Direction'], '/R2L');
});

test('what cannot be printed says in one line what to do', async () => {
  const lines = linesOf('Copy', { x: 0, y: 10, width: 100, face: HEAD });
  const page = {
    number: 1,
    section: 'A',
    regions: [region('r', 'story', { blocks: [{ kind: 'text', role: 'text', lines }] })],
  };
  const refused = (change: Partial<typeof parts>, own: IssueModel = issueOf([page])) => {
    try {
      writePdf(own, { ...parts, ...change });
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown;
      assert.ok(thrown.hint);
      return thrown.code;
    }
    return undefined;
  };
  const unfit = new Face(HEAD.id, new Uint8Array(60));
  const key = [...parts.pictures.keys()][0] ?? '';
  assert.equal(refused({ faces: new Map() }), FACE_MISSING);
  assert.equal(refused({ faces: new Map([[HEAD.id, unfit]]) }), FACE_UNFIT);
  assert.equal(refused({}, issueOf([])), ISSUE_UNFIT);
  assert.equal(refused({ pictures: new Map() }, issue), PICTURE_MISSING);
  assert.equal(
    refused({ pictures: new Map([[key, new Uint8Array([0xff, 0xd8, 0xff])]]) }, issue),
    PICTURE_UNFIT,
  );
  assert.throws(
    () => TOOLS.subset(new Uint8Array(200), [1]),
    (thrown) => isFault(thrown, FACE_UNFIT),
  );
});
