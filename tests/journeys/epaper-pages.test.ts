import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { IssueModel, PdfParts } from '@courant/epaper';
import { faceStyles, facesIn, makeIssue, pageSvg, pictureCut, writePdf } from '@courant/epaper';
import { inventedIssue, PAPERS } from '@courant/epaper/generator/testing';
import { PALETTE, partsFor, smallIssue } from '@courant/epaper/testing';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { BROWSER, browser, NO_BROWSER, program } from '../kits/browser.ts';

const CAIRO = program(['pdftocairo']);
const NO_CAIRO = 'no pdftocairo: sudo apt-get install -y poppler-utils';
/** Pixels to a point: fine enough that half a point of error moves a stem of the text by its own width. */
const SCALE = 2;
/** How far the two may differ, in parts of what half a point to one side makes: two programs draw edges differently. */
const BOUND = 0.75;
const ORIGIN = 'http://paper.test';

const run = promisify(execFile);

/** The pages of an issue as its PDF shows them, as PNGs. */
async function printed(issue: IssueModel, parts: PdfParts): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'epaper-'));
  try {
    await writeFile(join(folder, 'issue.pdf'), writePdf(issue, parts));
    await run(CAIRO ?? '', ['-png', '-r', String(72 * SCALE), 'issue.pdf', 'page'], { cwd: folder });
    return await Promise.all(issue.pages.map((_, i) => readFile(join(folder, `page-${i + 1}.png`))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The pages of an issue as a browser shows them, as PNGs. */
async function shown(issue: IssueModel, parts: PdfParts, open: Browser): Promise<readonly Buffer[]> {
  const { width, height } = issue.page;
  const viewport = { width: Math.ceil(width), height: Math.ceil(height) };
  const page = await open.newPage({ viewport, deviceScaleFactor: SCALE });
  const faces = new Map([...parts.faces.keys()].map((id, i) => [id, `${ORIGIN}/type/${i}.ttf`]));
  const bodies = new Map([...faces].map(([id, address]) => [address, parts.faces.get(id)?.bytes]));
  for (const [i, bytes] of [...parts.pictures.values()].entries()) bodies.set(`${ORIGIN}/${i}.jpg`, bytes);
  const keys = [...parts.pictures.keys()];
  const pictureAddress: Parameters<typeof pageSvg>[1]['pictureAddress'] = (block) =>
    `${ORIGIN}/${keys.indexOf(pictureCut(block, parts.pixelsPerInch).key)}.jpg`;
  const pages: Buffer[] = [];
  for (const one of issue.pages) {
    const { markup } = pageSvg(one, {
      sheet: issue.page,
      faces: parts.faces,
      palette: PALETTE,
      pictureAddress,
    });
    const styles = `${faceStyles(faces)} body{margin:0} svg{display:block;width:${width}px;height:${height}px}`;
    bodies.set(
      `${ORIGIN}/`,
      Buffer.from(`<!doctype html><meta charset="utf-8"><style>${styles}</style>${markup}`),
    );
    await page.route('**/*', (route) => {
      const body = bodies.get(route.request().url());
      const contentType =
        route.request().resourceType() === 'document' ? 'text/html' : 'application/octet-stream';
      return body ? route.fulfill({ body: Buffer.from(body), contentType }) : route.abort();
    });
    await page.goto(`${ORIGIN}/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    pages.push(await page.screenshot());
    await page.unroute('**/*');
  }
  await page.close();
  return pages;
}

/** A page moved to the right by a pixel, which is half a point. */
async function movedByAPixel(png: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(png).metadata();
  const cut = sharp(png).extract({ left: 0, top: 0, width: width - 1, height });
  return cut.extend({ left: 1, background: '#fff' }).toBuffer();
}

/** By how much two pictures differ where either is not empty, in parts of black to white, edges softened. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const sizes = await Promise.all([one, other].map((png) => sharp(png).metadata()));
  // A sheet is no whole number of pixels: one program rounds up, the other down.
  const [width, height] = [
    Math.min(...sizes.map((size) => size.width)),
    Math.min(...sizes.map((size) => size.height)),
  ];
  assert.ok(sizes.every((size) => size.width - width <= SCALE && size.height - height <= SCALE));
  const [a, b] = await Promise.all(
    [one, other].map((png) =>
      sharp(png)
        .flatten({ background: '#fff' })
        .extract({ left: 0, top: 0, width, height })
        .greyscale()
        .blur(1)
        .raw()
        .toBuffer(),
    ),
  );
  assert.equal(a?.length, b?.length);
  let [inked, apart] = [0, 0];
  a?.forEach((value, i) => {
    const against = b?.[i] ?? 255;
    if (value > 250 && against > 250) return;
    inked++;
    apart += Math.abs(value - against) / 255;
  });
  return apart / Math.max(inked, 1);
}

/** Issues that are compared: one of everything a page can show, and one made in each design. */
const ISSUES: Readonly<Record<string, () => Promise<readonly [IssueModel, PdfParts]>>> = {
  'of everything': async () => {
    const issue = smallIssue();
    return [issue, await partsFor(issue)];
  },
  ...Object.fromEntries(
    Object.values(PAPERS).map((paper) => [
      `as a ${paper.design.name}`,
      async () => {
        const { model } = makeIssue(await inventedIssue(1, 2, paper));
        return [model, await partsFor(model, { faces: facesIn(paper.design), pixelsPerInch: 144 })] as const;
      },
    ]),
  ),
};

for (const [name, made] of Object.entries(ISSUES))
  test(`the pages of an issue ${name} are the same in the replica and in the PDF`, {
    skip: BROWSER === undefined ? NO_BROWSER : CAIRO === undefined ? NO_CAIRO : false,
  }, async (t) => {
    const [issue, parts] = await made();
    const [paper, screen] = await Promise.all([printed(issue, parts), shown(issue, parts, await browser(t))]);
    for (const [i, page] of paper.entries()) {
      const apart = await difference(page, screen[i] ?? page);
      const moved = await difference(page, await movedByAPixel(page));
      t.diagnostic(`page ${i + 1}: ${apart.toFixed(4)} apart; moved by half a point ${moved.toFixed(4)}`);
      const back = await difference(page, await movedByAPixel(screen[i] ?? page));
      assert.ok(apart < moved * BOUND, `page ${i + 1} is ${apart} apart, half a point ${moved}`);
      assert.ok(apart < back, `page ${i + 1} stands half a point nearer to the left in the replica`);
    }
  });
