import { pathToFileURL } from 'node:url';
import type { IssueInput, IssueStory } from '@courant/epaper';
import { chromium } from 'playwright-core';
import { BROWSER } from '../tests/kits/browser.ts';

/** What an engine took for the stories of an issue, in words. */
export interface EngineTime {
  readonly engine: string;
  readonly says: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const textOf = ({ body }: IssueStory) => body.map(({ runs }) => runs.map(({ text }) => text).join(''));

/** Chromium prints the stories one below the other in six columns: it knows no page by its rows, so it lays none out. */
export async function chromiumOn({ design, stories }: IssueInput): Promise<EngineTime> {
  const engine = 'Chromium: same stories, columns only, no layout';
  if (BROWSER === undefined) return { engine, says: 'not here' };
  const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
  const { width, height, columns, gutter, row } = design.sheet;
  const articles = stories.map(
    (story) =>
      `<article><h2>${escaped(story.headlines[0] ?? '')}</h2>${textOf(story)
        .map((text) => `<p>${escaped(text)}</p>`)
        .join('')}</article>`,
  );
  const page =
    `<!doctype html><html lang="en"><style>@page{size:${width}pt ${height}pt;margin:36pt}body{columns:${columns};` +
    `column-gap:${gutter}pt;font:${design.textSize}pt/${row}pt "PT Serif",serif;text-align:justify;hyphens:auto}` +
    `p{margin:0;text-indent:9pt}h2{font-size:16pt;line-height:1.1}</style>${articles.join('')}`;
  const begun = performance.now();
  const browser = await chromium.launch({ executablePath: BROWSER });
  const opened = performance.now();
  const tab = await browser.newPage();
  await tab.setContent(page);
  await tab.pdf({ preferCSSPageSize: true });
  const printed = performance.now();
  await tab.setContent(page);
  await tab.pdf({ preferCSSPageSize: true });
  const again = performance.now();
  await browser.close();
  const [start, first, second] = [opened - begun, printed - opened, again - printed].map((ms) =>
    ms.toFixed(0),
  );
  return { engine, says: `${start} + ${first} ms, again ${second} ms` };
}

interface Typst {
  readonly NodeCompiler: {
    create(): { pdf(source: { readonly mainFileContent: string }): Uint8Array };
  };
}

/**
 * Typst sets the stories in six columns of each page, as they come: it cannot say what a text costs in so many rows, nor
 * run it on elsewhere. It is no part of the paper: `path` is that of its Node module, wherever it was installed.
 */
export async function typstOn(
  { design, stories }: IssueInput,
  path: string | undefined,
): Promise<EngineTime> {
  const engine = 'Typst: same stories, columns only, no layout';
  if (path === undefined) return { engine, says: 'not here' };
  const typst = (await import(pathToFileURL(path).href)) as Typst;
  const { width, height, columns, gutter } = design.sheet;
  const told = stories.map(
    (story) =>
      `#heading(${JSON.stringify(story.headlines[0])})\n${textOf(story)
        .map((text) => `#par(${JSON.stringify(text)})`)
        .join('\n')}`,
  );
  const head =
    `#set page(width: ${width}pt, height: ${height}pt, margin: 36pt, columns: ${columns})\n` +
    `#set columns(gutter: ${gutter}pt)\n#set text(size: ${design.textSize}pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n`;
  const compiler = typst.NodeCompiler.create();
  const begun = performance.now();
  compiler.pdf({ mainFileContent: head + told.join('\n') });
  const first = performance.now();
  compiler.pdf({ mainFileContent: head + told.slice(1).join('\n') });
  const again = performance.now();
  return {
    engine,
    says: `${(first - begun).toFixed(0)} ms, one story less ${(again - first).toFixed(0)} ms`,
  };
}
