import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '@courant/base';
import { html } from '@courant/base';
import { correct, kill, publish, publishIssue, unpublish } from '@courant/desk';
import type { SheetDrawing } from '@courant/press';
import { pageAt, touched } from '@courant/press';
import { entriesAfter, verifyLog } from '@courant/store';
import { DAY, laidOut } from '../kits/issues.ts';
import type { Newsroom } from '../kits/newsroom.ts';
import { did, newsroom, PLACES, why } from '../kits/newsroom.ts';

async function withTwoStories(room: Newsroom): Promise<readonly [Id, Id]> {
  const [one, other] = [await room.file(), await room.file({ headline: 'The mill is let' })];
  for (const story of [one, other])
    did(await publish(room.desk, { actor: room.editor, story, places: PLACES }));
  return [one, other];
}

test('an issue is published in versions; readers have the last, and the log says so and verifies', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, shelf, editions, database } = room;
  const stories = await withTwoStories(room);
  const issue = await laidOut(room, stories);
  const first = did(await publishIssue(desk, { actor: editor, issue }));
  const second = did(await publishIssue(desk, { actor: editor, issue }));
  assert.deepEqual([first.version, second.version], [1, 2]);
  const [read, newest, none, model, files] = await shelf.read(async (snapshot) => [
    await snapshot.issue(editions.home, DAY),
    await snapshot.issue(editions.home),
    await snapshot.issue(editions.home, '2026-03-15'),
    await snapshot.sheetModel(second.id, 2),
    await snapshot.issueFiles(second.id),
  ]);
  assert.deepEqual(newest, read);
  assert.equal(none, undefined);
  assert.deepEqual([read?.id, read?.version, read?.pdfBytes], [second.id, 2, 4_096]);
  assert.deepEqual(
    read?.sheets.map(({ number, section, stories: own, isWhole, width }) => [
      number,
      section,
      own,
      isWhole,
      width,
    ]),
    [
      [1, 'Front page', stories, true, 992],
      [2, 'World', [stories[1]], true, 992],
    ],
  );
  assert.deepEqual(model, { issue: issue.model, regions: [{ id: 'turn' }, { id: 'index' }] });
  assert.equal(files, issue.pdf.hash);
  const entries = await database.transaction((tx) => entriesAfter(tx, 0, 10));
  const last = entries.at(-1);
  assert.deepEqual(
    [last?.kind, last?.editions, last?.payload.issue],
    ['issue-published', ['home'], { day: DAY, version: 2, pdf: issue.pdf.hash }],
  );
  assert.ok(last && touched(last).has(`issue:home/${DAY}`));
  assert.deepEqual((await verifyLog(database)).broken, []);
});

test('a story that is withdrawn takes its pages’ pictures and the PDF with it, until the next version', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, shelf, editions } = room;
  const [one, other] = await withTwoStories(room);
  const issue = await laidOut(room, [one, other]);
  const printed = did(await publishIssue(desk, { actor: editor, issue }));
  did(await kill(desk, { actor: editor, story: one, notice: 'It was not so.' }));
  const after = await shelf.read((snapshot) => snapshot.issue(editions.home, DAY));
  assert.deepEqual(
    after?.sheets.map(({ isWhole }) => isWhole),
    [false, false],
  );
  assert.equal(after?.pdfBytes, undefined);
  const drawn = await shelf.read(async (snapshot) => [
    (await snapshot.sheetModel(printed.id, 1))?.regions,
    (await snapshot.sheetModel(printed.id, 2))?.regions,
  ]);
  assert.deepEqual(drawn, [[{ id: 'masthead' }, { id: 'second' }], [{ id: 'turn' }]]);
  const again = await publishIssue(desk, { actor: editor, issue });
  assert.equal(why(again), 'story-withdrawn');
  const turn = issue.sheets.slice(1).map((sheet) => ({ ...sheet, regions: sheet.regions.slice(0, 1) }));
  const without = { ...issue, sheets: turn };
  assert.equal(did(await publishIssue(desk, { actor: editor, issue: without })).version, 2);
  did(await unpublish(desk, { actor: editor, story: other }));
  assert.equal(why(await publishIssue(desk, { actor: editor, issue: without })), 'story-withdrawn');
});

test('nobody prints a paper without the right, and no edition that is not there has one', async (t) => {
  const room = await newsroom(t);
  const issue = await laidOut(room, await withTwoStories(room));
  const reader = { name: 'reader', may: ['view', 'write'] } as const;
  assert.equal(why(await publishIssue(room.desk, { actor: reader, issue })), 'not-allowed');
  const elsewhere = { ...issue, edition: 'moon' };
  assert.equal(
    why(await publishIssue(room.desk, { actor: room.editor, issue: elsewhere })),
    'unknown-edition',
  );
});

test('a story says where it stands in print, and a page what was corrected since it was printed', async (t) => {
  const room = await newsroom(t);
  const { desk, editor, shelf, editions } = room;
  const [one, other] = await withTwoStories(room);
  const marked: string[] = [];
  const site = {
    ...{ origin: 'http://localhost', stylesheet: '/assets/x.css', sheetType: '/assets/y.css' },
    drawSheet: async ({ marks }: SheetDrawing) => {
      marked.push(...marks.keys());
      return html`<svg></svg>`;
    },
  };
  const textAt = async (path: string) => new TextDecoder().decode((await pageAt(shelf, path, site)).body);
  assert.doesNotMatch(await textAt('/2026/03/14/the-weir-holds'), /printPage|in-print/);
  did(await publishIssue(desk, { actor: editor, issue: await laidOut(room, [one, other]) }));
  assert.deepEqual(await shelf.read((snapshot) => snapshot.printedStory(editions.home, other)), {
    ...{ day: DAY, page: 1, section: 'Front page' },
  });
  const story = await textAt('/2026/03/14/the-weir-holds');
  assert.match(story, /"printEdition":"[^"]+","printSection":"Front page","printPage":"1"/);
  assert.match(story, new RegExp(`<p class="versions-link in-print"><a href="/epaper/${DAY}/1#${one}">`));

  assert.doesNotMatch(await textAt(`/epaper/${DAY}/1`), /Corrected since/);
  assert.deepEqual(marked, []);
  room.clock.forward(60_000);
  did(await correct(desk, { actor: editor, story: one, note: 'The weir was built in 1911, not 1910.' }));
  assert.match(await textAt(`/epaper/${DAY}/1`), /Corrected since<\/strong>.*built in 1911, not 1910\./s);
  assert.deepEqual(marked, [one]);
  assert.doesNotMatch(
    await textAt(`/epaper/${DAY}/2`),
    /Corrected since/,
    'the other page has not that story',
  );

  did(await kill(desk, { actor: editor, story: one, notice: 'It was not so.' }));
  assert.equal(await shelf.read((snapshot) => snapshot.printedStory(editions.home, one)), undefined);
});
