import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { isFault } from '@courant/base';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { writeEpub } from './epub.ts';
import { fitText } from './epub-document.ts';
import {
  ANY_STORY,
  ENGLISH,
  epubParts,
  epubSample,
  lineFrom,
  pagesOf,
  storyOf,
  told,
} from './epub-testing.ts';
import { ISSUE_UNFIT, PICTURE_MISSING, PICTURE_UNFIT, STORY_MISSING } from './faults.ts';
import type { IssueStory } from './issue-story.ts';
import { ANY_SIGN, issueOf, region } from './issue-testing.ts';

const english = await epubSample('english');

type Files = ReadonlyMap<string, string>;

function filesOf(epub: Uint8Array): Files {
  return new Map(Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document as a strict parser reads them, in the order in which they begin. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = { name, attributes: own, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return elements;
}

function documentOf(files: Files, name: string): readonly Element[] {
  return elementsOf(files.get(`EPUB/${name}`) ?? '');
}

function textsOf(elements: readonly Element[], ...names: readonly string[]): readonly string[] {
  return elements.filter(({ name }) => names.includes(name)).map(({ text }) => text);
}

/** What a story's blocks say, as XML can say it; blocks that say nothing are not drawn. */
function copyOf({ body }: IssueStory): readonly string[] {
  const texts = body.map(({ runs }) => fitText(runs.map(({ text }) => text).join('')));
  return texts.filter((text) => text.trim() !== '');
}

/** What the document of a story says behind its head. */
function saidOf(elements: readonly Element[]): readonly string[] {
  const roles = new Set(['section', 'kicker', 'standfirst', 'byline']);
  const blocks = elements.filter(({ attributes }) => !roles.has(attributes.class ?? ''));
  return textsOf(blocks, 'p', 'h2');
}

test('every story stands in a document of its own, whole, in the order of the pages', () => {
  const files = filesOf(writeEpub(english.issue, english.parts));
  ['lead', 'second', 'inside'].forEach((id, i) => {
    const story = english.parts.stories.get(id);
    assert.ok(story);
    const elements = documentOf(files, `story-${i + 1}.xhtml`);
    assert.deepEqual(textsOf(elements, 'title'), [story.headlines[0]]);
    assert.deepEqual(textsOf(elements, 'h1'), [story.headlines[0]]);
    assert.deepEqual(saidOf(elements), copyOf(story));
  });
  assert.ok(!files.has('EPUB/story-4.xhtml'));
  const spine = documentOf(files, 'package.opf').filter(({ name }) => name === 'itemref');
  assert.deepEqual(
    spine.map(({ attributes }) => attributes.idref),
    ['cover', 'contents', 'story-1', 'story-2', 'story-3'],
  );
});

test('the head of a story, its styles, links and pictures are told as what they are', () => {
  const elements = documentOf(filesOf(writeEpub(english.issue, english.parts)), 'story-1.xhtml');
  const classes = elements.flatMap(({ attributes }) => attributes.class ?? []);
  assert.deepEqual(classes, ['section', 'kicker', 'standfirst', 'byline', 'credit']);
  assert.deepEqual(textsOf(elements, 'em', 'strong'), ['accord was published in full on Friday', 'nobody']);
  const link = elements.find(({ name }) => name === 'a');
  assert.equal(link?.attributes.href, 'https://example.org/accord?a=(1)&b=%C3%A9');
  const image = elements.find(({ name }) => name === 'img')?.attributes;
  assert.deepEqual(image, { src: 'picture-1.jpg', alt: 'Lamps & lights', width: '60', height: '40' });
  assert.deepEqual(textsOf(elements, 'figcaption'), [
    'Forty-one countries sign the accord on cables Courant',
  ]);
});

test('a link that leads nowhere in the file is text', () => {
  const elements = documentOf(filesOf(writeEpub(english.issue, english.parts)), 'story-3.xhtml');
  assert.deepEqual(textsOf(elements, 'a'), []);
  assert.deepEqual(textsOf(elements, 'h2'), ['<b> & ]]> "']);
});

/** Elements within the navigation of a kind. */
function navigation(contents: string, kind: string): readonly Element[] {
  const [nav = ''] = new RegExp(`<nav epub:type="${kind}"[^]*?</nav>`).exec(contents) ?? [];
  return elementsOf(nav.replace('<nav', '<nav xmlns:epub="http://www.idpf.org/2007/ops"'));
}

test('the contents name sections and their stories, the pages as printed, and landmarks', () => {
  const contents = filesOf(writeEpub(english.issue, english.parts)).get('EPUB/contents.xhtml') ?? '';
  assert.deepEqual(textsOf(navigation(contents, 'toc'), 'span', 'a'), [
    ...['Front page', 'Forty-one countries sign the accord on cables', 'A night on the last ferry'],
    ...['World', 'Lamps & lights'],
  ]);
  const pages = navigation(contents, 'page-list').filter(({ name }) => name === 'a');
  assert.deepEqual(
    pages.map(({ text, attributes }) => [text, attributes.href]),
    [
      ['1', 'story-1.xhtml#page-1'],
      ['2', 'story-3.xhtml#page-2'],
      ['3', 'story-3.xhtml#page-3'],
      ['4', 'story-3.xhtml#page-4'],
    ],
  );
  const landmarks = navigation(contents, 'landmarks').filter(({ name }) => name === 'a');
  assert.deepEqual(
    landmarks.map(({ attributes }) => [attributes['epub:type'], attributes.href]),
    [
      ['cover', 'cover.xhtml'],
      ['toc', 'contents.xhtml#toc'],
      ['bodymatter', 'story-1.xhtml'],
    ],
  );
});

test('a page on which a story goes on begins within its text, one without stories behind it', () => {
  const last = filesOf(writeEpub(english.issue, english.parts)).get('EPUB/story-3.xhtml') ?? '';
  const mark = (page: number) =>
    `<span epub:type="pagebreak" role="doc-pagebreak" id="page-${page}" aria-label="Page ${page}"></span>`;
  assert.ok(last.includes(`<p>Ministe${mark(3)}rs from`), last);
  assert.ok(last.includes(`${mark(2)}<article`));
  assert.ok(last.includes(`</article>\n${mark(4)}</main>`));
});

test('pages that break one paragraph break it each at its place, and runs stay as they were', async () => {
  const runs = [
    { text: 'one two ', style: 'italic' as const },
    { text: 'three four', style: 'bold' as const },
  ];
  const story = storyOf('a', [runs]);
  const pages = pagesOf(
    ['A', told('a', 'story', { order: 1 })],
    ['A', told('a', 'turn', { order: 1, block: 'a-b1', from: 4 })],
    ['A', told('a', 'turn', { order: 1, block: 'a-b1', from: 14 })],
  );
  const text = filesOf(writeEpub(issueOf(pages), await epubParts([story]))).get('EPUB/story-1.xhtml') ?? '';
  assert.deepEqual(
    text.match(/<p>.*<\/p>/)?.[0].replace(/<span [^>]*id="page-(\d)"[^>]*><\/span>/g, '[$1]'),
    '<p><em>one </em>[2]<em>two </em><strong>three </strong>[3]<strong>four</strong></p>',
  );
});

test('briefs that share a region are found by their lines', async () => {
  const briefs = ['x', 'y'].map((id) => storyOf(id, [`Brief ${id}`], { kind: 'brief' }));
  const lines = ['y-b1', 'x-b1'].map((block) => lineFrom(block, 0));
  const shared = region('n', 'briefs', { blocks: [{ kind: 'text', role: 'text', lines }] });
  const files = filesOf(writeEpub(issueOf(pagesOf(['News', shared])), await epubParts(briefs)));
  assert.deepEqual(
    [1, 2].map((n) => saidOf(documentOf(files, `story-${n}.xhtml`))),
    [['Brief y'], ['Brief x']],
  );
});

function metadataOf(files: Files): readonly (readonly [string, string])[] {
  return documentOf(files, 'package.opf').flatMap(({ name, attributes, text }) =>
    name === 'meta' ? [[attributes.property ?? '', text] as const] : [],
  );
}

test('the package says what readers with other senses find, and claims no more', async () => {
  const said = metadataOf(filesOf(writeEpub(english.issue, english.parts)));
  const values = (name: string) => said.filter(([key]) => key === name).map(([, value]) => value);
  assert.deepEqual(values('schema:accessModeSufficient'), ['textual', 'textual,visual']);
  assert.ok(values('schema:accessibilityFeature').includes('alternativeText'));
  assert.deepEqual(values('schema:accessibilityHazard'), ['none']);
  assert.deepEqual(values('dcterms:modified'), ['2011-04-23T04:30:00Z']);
  assert.deepEqual(values('dcterms:conformsTo'), []);

  const stories = [...english.parts.stories.values()].map((story) => ({
    ...story,
    pictures: story.pictures.map((picture) => ({ ...picture, alt: ' ' })),
  }));
  const silent = metadataOf(filesOf(writeEpub(english.issue, await epubParts(stories))));
  assert.ok(!silent.some(([, value]) => value === 'alternativeText' || value === 'textual,visual,textual'));
  assert.deepEqual(
    silent.filter(([key]) => key === 'schema:accessModeSufficient'),
    [['schema:accessModeSufficient', 'textual,visual']],
  );
});

test('language and direction stand in every document', async () => {
  const { issue, parts } = await epubSample('arabic');
  const files = filesOf(writeEpub(issue, parts));
  for (const [name, text] of files) {
    if (!name.endsWith('.xhtml')) continue;
    const { lang, dir, 'xml:lang': xml } = elementsOf(text)[0]?.attributes ?? {};
    assert.deepEqual([lang, xml, dir], ['ar', 'ar', 'rtl'], name);
  }
  const spine = documentOf(files, 'package.opf').find(({ name }) => name === 'spine');
  assert.equal(spine?.attributes['page-progression-direction'], 'rtl');
});

test('the type comes first and unpacked, pictures are packed once, and the same issue gives the same bytes', async () => {
  const epub = writeEpub(english.issue, english.parts);
  assert.equal(strFromU8(epub.subarray(30, 58)), 'mimetypeapplication/epub+zip');
  assert.deepEqual([...epub.subarray(8, 10)], [0, 0]);
  assert.deepEqual(
    Object.keys(unzipSync(epub)).filter((name) => name.endsWith('.jpg')),
    ['EPUB/front.jpg', 'EPUB/picture-1.jpg'],
  );
  const again = await epubSample('english');
  assert.ok(Buffer.from(epub).equals(writeEpub(again.issue, again.parts)));
});

test('the clock on the wall makes no difference', () => {
  const program = `
    const { packContainer } = await import(${JSON.stringify(new URL('./epub-container.ts', import.meta.url).href)});
    process.stdout.write(Buffer.from(packContainer(new Map([['a', 'b']]))).toString('hex'));`;
  const packed = ['Asia/Kathmandu', 'America/St_Johns'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  assert.ok((packed[0]?.length ?? 0) > 100);
  assert.equal(packed[0], packed[1]);
});

test('any text is well-formed, and says what the copy says', async () => {
  const pages = pagesOf(['<A> & \u0000', told('any', 'story', { order: 1 })]);
  const parts = await epubParts([]);
  fc.assert(
    fc.property(ANY_STORY, fc.string({ unit: ANY_SIGN, minLength: 1 }), (story, publication) => {
      const issue = issueOf(pages, { publication: `P${publication}` });
      const files = filesOf(writeEpub(issue, { ...parts, stories: new Map([['any', story]]) }));
      for (const [name, text] of files) if (/\.(?:xhtml|opf|xml)$/.test(name)) elementsOf(text);
      const elements = documentOf(files, 'story-1.xhtml');
      assert.deepEqual(saidOf(elements), copyOf(story));
      assert.notEqual(textsOf(elements, 'title')[0]?.trim(), '');
      for (const { attributes } of elements)
        assert.match(attributes.href ?? 'tel:', /^(?:issue\.css$|https?:|mailto:|tel:)/);
    }),
    { numRuns: 150 },
  );
});

test('what cannot be written is refused in a line that says what to do', () => {
  const { issue, parts } = english;
  const refused = (code: string, hint: RegExp, write: () => unknown) =>
    assert.throws(write, (error) => isFault(error, code) && hint.test(error.hint ?? ''), code);
  const withParts = (change: Partial<typeof parts>) => () => writeEpub(issue, { ...parts, ...change });
  refused(STORY_MISSING, /every story/, withParts({ stories: new Map() }));
  refused(PICTURE_MISSING, /every picture/, withParts({ pictures: new Map() }));
  refused(PICTURE_UNFIT, /JPEG/, withParts({ cover: new Uint8Array(9) }));
  refused(ISSUE_UNFIT, /Hand them in/, withParts({ words: { ...ENGLISH, contents: ' \u0000' } }));
  refused(ISSUE_UNFIT, /Hand them in/, withParts({ identifier: '' }));
  refused(ISSUE_UNFIT, /en-GB/, () => writeEpub({ ...issue, language: 'english!' }, parts));
  refused(ISSUE_UNFIT, /2011-04-23/, () => writeEpub({ ...issue, date: 'today' }, parts));
  refused(ISSUE_UNFIT, /hold stories/, () => writeEpub({ ...issue, pages: [] }, parts));
  const other = issueOf(pagesOf(['A', { ...told('lead', 'story', { order: 1 }), revision: 'lead-r0' }]));
  refused(ISSUE_UNFIT, /revision lead-r0/, () => writeEpub(other, parts));
});
