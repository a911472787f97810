import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { IIM_LINES, IIM_LISTS } from './iim-fields.data.ts';
import { md5 } from './md5.ts';
import type { PhotoMetadata } from './photo-metadata.ts';
import { readPhoto } from './photo-metadata.ts';
import type { PhotoBlocks } from './photo-testing.ts';
import {
  asciiEntry,
  CONTAINERS,
  dataset,
  iimBlock,
  MADE,
  packet,
  rationalEntry,
  shortEntry,
  tiffBlock,
} from './photo-testing.ts';
import { VOCABULARIES, XMP_LINES, XMP_LISTS } from './xmp-fields.data.ts';

type Container = keyof typeof CONTAINERS;
const kinds = Object.keys(CONTAINERS) as Container[];

function read(blocks: PhotoBlocks, kind: Container = 'jpeg'): PhotoMetadata {
  const reading = readPhoto(CONTAINERS[kind](blocks));
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.value;
}

/** A line that says something: a placeholder is none, and ends are cut. */
const aLine = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => {
  const plain = text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
  return `w${plain}`.trim();
});
const someLines = fc.uniqueArray(aLine, { minLength: 1, maxLength: 5 });

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

interface Told {
  readonly lines: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const anyTold = fc.record({
  lines: fc.dictionary(fc.constantFrom(...Object.keys(XMP_LINES)), aLine),
  lists: fc.dictionary(fc.constantFrom(...Object.keys(XMP_LISTS)), someLines),
});

/** Properties as attributes, or as elements with the lists that a line may stand in; both say the same. */
function description({ lines, lists }: Told, form: 'attributes' | 'elements' | 'alternatives'): string {
  const names = Object.entries({ ...lines, ...lists }).map(([name, value], i) => {
    const [uri, local] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)];
    return { tag: `v${i}:${local}`, xmlns: ` xmlns:v${i}="${uri}"`, value };
  });
  const attributes = names.map(({ tag, value }) =>
    form === 'attributes' && typeof value === 'string' ? ` ${tag}="${escaped(value)}"` : '',
  );
  const elements = names.map(({ tag, value }) => {
    if (typeof value !== 'string') {
      const items = value.map((one) => `<rdf:li>${escaped(one)}</rdf:li>`).join('\n ');
      return `<${tag}><rdf:Bag>${items}</rdf:Bag></${tag}>`;
    }
    if (form === 'attributes') return '';
    if (form === 'elements') return `<${tag}>${escaped(value)}</${tag}>`;
    const other = '<rdf:li xml:lang="fr">autre</rdf:li>';
    return `<${tag}><rdf:Alt>${other}<rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${tag}>`;
  });
  const head = names.map(({ xmlns }) => xmlns).join('');
  return `<rdf:Description rdf:about=""${head}${attributes.join('')}>${elements.join('')}</rdf:Description>`;
}

function expected({ lines, lists }: Told): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(Object.entries(lines).map(([name, value]) => [XMP_LINES[name] ?? '', value])),
    ...Object.fromEntries(Object.entries(lists).map(([name, value]) => [XMP_LISTS[name] ?? '', value])),
  };
}

test('whatever XMP says is read, in every form it may be written in and every kind of file', () => {
  const forms = fc.constantFrom('attributes' as const, 'elements' as const, 'alternatives' as const);
  fc.assert(
    fc.property(anyTold, forms, fc.constantFrom(...kinds), (told, form, kind) => {
      // Of PLUS only the last step of an address is kept.
      const plain = {
        ...told,
        lines: { ...told.lines, [`${VOCABULARIES.plus}DataMining`]: 'DMI-PROHIBITED' },
      };
      const { words, width, height } = read({ xmp: packet(description(plain, form)) }, kind);
      assert.deepEqual({ ...words }, expected(plain));
      assert.deepEqual({ width, height }, MADE);
    }),
    { numRuns: 300 },
  );
});

const iimTold = fc.record({
  lines: fc.dictionary(fc.constantFrom(...Object.keys(IIM_LINES)), aLine),
  lists: fc.dictionary(fc.constantFrom('2:20', '2:25', '2:80'), someLines),
});

test('whatever datasets say is read, in every kind of file that has a place for them', () => {
  fc.assert(
    fc.property(iimTold, fc.constantFrom('jpeg', 'tiff', 'png'), ({ lines, lists }, kind) => {
      const single = Object.fromEntries(Object.entries(lines).map(([key, line]) => [key, [line]]));
      const { words } = read({ iim: iimBlock({ ...single, ...lists }) }, kind);
      assert.deepEqual(
        { ...words },
        {
          ...Object.fromEntries(Object.entries(lines).map(([key, line]) => [IIM_LINES[key] ?? '', line])),
          ...Object.fromEntries(Object.entries(lists).map(([key, all]) => [IIM_LISTS[key] ?? '', all])),
        },
      );
    }),
    { numRuns: 300 },
  );
});

test('Exif gives words, moment and turn to everyone, position and numbers to the desk alone', () => {
  const exif = tiffBlock(
    [
      asciiEntry(0x010e, 'A quay'),
      shortEntry(0x0112, 6),
      asciiEntry(0x013b, 'Ada Quill; B. Ink'),
      asciiEntry(0x8298, 'A\0B'),
    ],
    {
      34665: [
        asciiEntry(0x9003, '2026:10:31 18:05:09'),
        asciiEntry(0x9011, '+02:00'),
        asciiEntry(0x9291, '25'),
        asciiEntry(0xa430, 'Ada'),
        asciiEntry(0xa431, 'B-17'),
        asciiEntry(0xa435, 'L-4'),
      ],
      34853: [
        asciiEntry(1, 'S'),
        rationalEntry(2, [
          [33, 1],
          [30, 1],
          [0, 1],
        ]),
        asciiEntry(3, 'W'),
        rationalEntry(4, [
          [70, 1],
          [15, 1],
          [36, 1],
        ]),
        rationalEntry(6, [[1234, 2]]),
      ],
    },
  );
  for (const kind of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const photo = read({ exif }, kind);
    assert.deepEqual(
      { ...photo.words },
      {
        caption: 'A quay',
        creators: ['Ada Quill', 'B. Ink'],
        copyright: 'A; B',
        dateCreated: '2026-10-31T18:05:09.25+02:00',
      },
    );
    // In an AVIF the container's own word holds, and here it says nothing of a turn.
    assert.equal(photo.orientation, kind === 'avif' ? 1 : 6);
    assert.deepEqual(
      { ...photo.private },
      {
        gps: { latitude: -33.5, longitude: -70.26, altitude: 617 },
        serials: { body: 'B-17', lens: 'L-4' },
        cameraOwner: 'Ada',
      },
    );
  }
});

const HEADLINE = `${VOCABULARIES.photoshop}Headline`;
const CAPTION = `${VOCABULARIES.dc}description`;
const newer = packet(
  description(
    { lines: { [HEADLINE]: 'By XMP', [CAPTION]: 'A caption at its full length' }, lists: {} },
    'elements',
  ),
);

test('XMP is believed before datasets, and those before Exif', () => {
  const iim = iimBlock({ '2:105': ['By datasets'], '2:90': ['Oslo'] });
  const exif = tiffBlock([asciiEntry(0x010e, 'By Exif'), asciiEntry(0x8298, 'E')]);
  const { words } = read({ xmp: newer, iim, exif });
  assert.deepEqual(
    { ...words },
    { headline: 'By XMP', caption: 'A caption at its full length', city: 'Oslo', copyright: 'E' },
  );
});

test('datasets that were changed after XMP are believed before it, but not where they only cut its line', () => {
  const before = iimBlock({ '2:105': ['As it was'] });
  const iim = iimBlock({ '2:105': ['Corrected'], '2:120': ['A caption at its full'] });
  const changed = read({ xmp: newer, iim, digest: md5(before) });
  assert.equal(changed.words.headline, 'Corrected');
  assert.equal(changed.words.caption, 'A caption at its full length');
  assert.deepEqual(
    changed.warnings.map(({ code }) => code),
    ['iim-newer'],
  );
  const same = read({ xmp: newer, iim, digest: md5(iim) });
  assert.equal(same.words.headline, 'By XMP');
  const zeros = read({ xmp: newer, iim, digest: '0'.repeat(32) });
  assert.equal(zeros.words.headline, 'By XMP');
});

test('the charset of datasets is the one they name; where they name none that is one, it is found out', () => {
  const western = Buffer.from('Malm\xf6, \x8054', 'latin1');
  const caption = (mark: string, bytes: Buffer) =>
    read({
      iim: Buffer.concat([...(mark ? [dataset('1:90', Buffer.from(mark))] : []), dataset('2:120', bytes)]),
    });
  for (const mark of ['', '\x1b%5', '\x1b%G']) {
    assert.equal(caption(mark, Buffer.from('Malmö, €54')).words.caption, 'Malmö, €54');
    assert.equal(caption(mark, western).words.caption, 'Malmö, €54');
    assert.deepEqual(
      caption(mark, western).warnings.map(({ code }) => code),
      ['charset-guessed'],
    );
  }
  assert.equal(caption('\x1b-L', Buffer.from([0xbc, 0xd8, 0xe0])).words.caption, 'Мир');
  assert.equal(caption('\x1b-A', western).words.caption, 'Malmö, €54');
});

test('what only fills a place is absent', () => {
  const iim = iimBlock({
    '2:105': ['No-Data-Available'],
    '2:40': ['NONE'],
    '2:25': ['-', 'Ferry', ' ', 'Ferry'],
    '2:10': ['0'],
  });
  const exif = tiffBlock([
    asciiEntry(0x010e, 'OLYMPUS DIGITAL CAMERA'),
    asciiEntry(0x0132, '0000:00:00 00:00:00'),
  ]);
  assert.deepEqual({ ...read({ iim, exif }).words }, { keywords: ['Ferry'] });
});

test('XMP too long for a segment is put together from its parts, whatever their order', () => {
  const keywords = Array.from({ length: 400 }, (_, i) => `${'word '.repeat(60)}${i}`);
  const told = { lines: { [HEADLINE]: 'Long' }, lists: { [`${VOCABULARIES.dc}subject`]: keywords } };
  const { words } = read({ xmp: packet(description(told, 'elements')) });
  assert.equal(words.headline, 'Long');
  assert.deepEqual(words.keywords, keywords);
});

test('structures of the standard are read in each way RDF sets them', () => {
  const { ext, plus } = VOCABULARIES;
  const place = `<e:City>Oslo</e:City><e:CountryCode>NO</e:CountryCode>`;
  const { words } = read({
    xmp: packet(`<rdf:Description xmlns:e="${ext}" xmlns:p="${plus}" rdf:about="">
      <e:LocationShown><rdf:Bag>
        <rdf:li rdf:parseType="Resource">${place}</rdf:li>
        <rdf:li><rdf:Description e:City="Bergen" e:CountryName="Norway"/></rdf:li>
      </rdf:Bag></e:LocationShown>
      <e:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource">${place}</rdf:li></rdf:Bag></e:LocationCreated>
      <e:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType="Resource"><e:PersonName><rdf:Alt>
        <rdf:li xml:lang="x-default">Ada Quill</rdf:li></rdf:Alt></e:PersonName></rdf:li></rdf:Bag></e:PersonInImageWDetails>
      <e:AboutCvTerm><rdf:Bag><rdf:li e:CvTermId="http://cv.iptc.org/newscodes/mediatopic/20000064" e:CvTermName="ferry"/></rdf:Bag></e:AboutCvTerm>
      <p:DataMining rdf:resource="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>
      <p:ImageSupplier><rdf:Seq><rdf:li p:ImageSupplierName="Quay Pictures"/></rdf:Seq></p:ImageSupplier>
    </rdf:Description>`),
  });
  assert.deepEqual(
    { ...words },
    {
      city: 'Oslo',
      countryCode: 'NO',
      placesShown: [
        { city: 'Oslo', countryCode: 'NO' },
        { city: 'Bergen', country: 'Norway' },
      ],
      personsShown: ['Ada Quill'],
      aboutTerms: [{ code: 'http://cv.iptc.org/newscodes/mediatopic/20000064', name: 'ferry' }],
      dataMining: 'DMI-PROHIBITED',
      imageSupplier: 'Quay Pictures',
    },
  );
});

test('a packet with a document type is not read, so that no entity of its own is ever replaced', () => {
  const xmp = `<!DOCTYPE x [<!ENTITY a "b">]>${newer}`;
  const photo = read({ xmp });
  assert.deepEqual({ ...photo.words }, {});
  assert.deepEqual(
    photo.warnings.map(({ code }) => code),
    ['xmp-damaged'],
  );
});

test('two files of one picture with other words have the same mark', () => {
  const [one, other] = [read({ xmp: newer }), read({ iim: iimBlock({ '2:105': ['Another'] }) })];
  assert.equal(one.pixelMark, other.pixelMark);
});

test('the mark of bytes is that of RFC 1321', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(md5(bytes), createHash('md5').update(bytes).digest('hex'));
    }),
  );
});
