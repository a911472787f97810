import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facesIn } from './design.ts';
import { makeIssue } from './issue.ts';
import { inventedIssue } from './issue-generator-testing.ts';
import { PAPERS } from './issue-papers-testing.ts';
import { partsFor } from './issue-testing.ts';
import { joinLines } from './line-text.ts';
import type { IssueModel, Line } from './page-model.ts';
import { writePdf } from './pdf.ts';
import { structureFaults } from './pdf-faults-testing.ts';
import { everyElement, lacking, readPdf } from './pdf-reading-testing.ts';

const squeezed = (text: string) => text.replaceAll('\u00ad', '').trim();

/** The paragraphs of an issue's stories as its lines say them, those that go on elsewhere joined. */
function paragraphsOf({ pages }: IssueModel): readonly string[] {
  const paragraphs = new Map<string, Line[]>();
  for (const { kind, story, blocks } of pages.flatMap((page) => page.regions)) {
    if (kind !== 'story' && kind !== 'turn') continue;
    const lines = blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []));
    for (const line of lines) {
      if (!line.source) continue;
      const key = `${story} ${line.source.block}`;
      paragraphs.set(key, [...(paragraphs.get(key) ?? []), line]);
    }
  }
  return [...paragraphs.values()].map(joinLines);
}

for (const paper of Object.values(PAPERS))
  test(`the PDF of a ${paper.design.name} is tagged without a fault, and read aloud it says what its stories say`, {
    skip: lacking('qpdf'),
  }, async () => {
    const { model } = makeIssue(await inventedIssue(2, 4, paper));
    const read = await readPdf(writePdf(model, await partsFor(model, { faces: facesIn(paper.design) })));
    assert.deepEqual(structureFaults(read), []);
    const said = new Set(everyElement(read.tree()).map(({ text }) => squeezed(text)));
    const paragraphs = paragraphsOf(model);
    assert.ok(paragraphs.length > 30);
    assert.deepEqual(
      paragraphs.filter((paragraph) => !said.has(squeezed(paragraph))),
      [],
    );
  });
