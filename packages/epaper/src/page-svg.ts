import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import { lineText, printable } from './line-text.ts';
import type { Block, Box, ImageBlock, Line, PageModel, Region, Sheet } from './page-model.ts';
import type { Palette } from './palette.ts';
import type { Faces } from './placed-line.ts';
import { placeLine } from './placed-line.ts';

/** What a page is shown with. */
export interface SvgParts {
  readonly sheet: Sheet;
  readonly faces: Faces;
  readonly palette: Palette;
  /** Gives the address of a picture's cut. */
  readonly pictureAddress: (block: ImageBlock) => string;
  readonly links?: SvgLinks;
  /** Words that mark stories, by their ids: that one was corrected since it was printed. */
  readonly marks?: ReadonlyMap<string, string>;
}

/** Where pages lead those who point at them. */
export interface SvgLinks {
  /** The address of a story, by its id; undefined where there is none. */
  readonly story: (id: string) => string | undefined;
  /** The address of another page of the issue. */
  readonly page: (number: number) => string | undefined;
}

/**
 * Draws a page as SVG to stand within a page of HTML: its text is live, so it is found, copied, and sharp at any size.
 * It is hidden from those who listen, for whom the stories stand beside it, and its links from those who go by keys.
 * Every region is a group with what it is and whose (`data-region`, `data-kind`, `data-story`), on a rectangle that takes
 * a touch anywhere in it and leads to its story; lines that name a page lead there. The faces come by the style sheet
 * that `faceStyles` gives. Throws the fault `face-missing`.
 */
export function pageSvg(page: Pick<PageModel, 'number' | 'regions'>, parts: SvgParts): Html {
  const { width, height } = parts.sheet;
  const regions = page.regions.toSorted((a, b) => a.order - b.order);
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="epaper-page" viewBox="0 0 ${points(width)} ${points(height)}" aria-hidden="true" data-page="${page.number}" text-rendering="geometricPrecision" style="white-space:pre"><rect width="100%" height="100%" fill="${parts.palette.paper}"/>${regions.map((region) => regionSvg(region, parts))}</svg>`;
}

/** The style sheet by which pages find their faces: an address for the id of each. */
export function faceStyles(addresses: ReadonlyMap<string, string>): string {
  return [...addresses]
    .map(([id, address]) => {
      // Quotes, brackets and breaks would end the address early.
      const safe = href(address).replace(/["'()\\\s]/g, percent);
      return `@font-face{font-family:${faceFamily(id)};src:url("${safe}")}`;
    })
    .join('\n');
}

/** The family under which a style sheet names a face. */
function faceFamily(id: string): string {
  return `epaper-${id.replace(/[^A-Za-z0-9]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)}`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function regionSvg(region: Region, parts: SvgParts): Html {
  const { id, kind, story, box } = region;
  const { x, y, width, height } = box;
  // Rules lie across all others, and would take their touch.
  const area =
    kind !== 'rule' &&
    html`<rect class="epaper-region" x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}" fill="none" pointer-events="all"/>`;
  const mark = story === undefined ? undefined : parts.marks?.get(story);
  const drawn = html`${linkedBlocks(region, area, parts)}${mark && markSvg(mark, box, parts)}`;
  return story === undefined
    ? html`<g data-region="${id}" data-kind="${kind}">${drawn}</g>`
    : html`<g data-region="${id}" data-kind="${kind}" data-story="${story}">${drawn}</g>`;
}

/** Points of a mark's height, of its letters, and about how wide one of them is. */
const MARK = { height: 12, size: 8, letter: 4.6 } as const;

/** Words on a flag at the upper edge of a region, whichever way the page is read. */
function markSvg(words: string, { x, y, width }: Box, { palette }: SvgParts): Html {
  const wide = Math.min(width, words.length * MARK.letter + 10);
  const middle = points(x + width - wide / 2);
  return html`<g class="epaper-mark"><rect x="${points(x + width - wide)}" y="${points(y)}" width="${points(wide)}" height="${MARK.height}" fill="${palette.accent}"/><text x="${middle}" y="${points(y + MARK.height - 3.4)}" text-anchor="middle" font-family="sans-serif" font-size="${MARK.size}" font-weight="700" fill="${palette.paper}">${words}</text></g>`;
}

/** Blocks on their area, each run of them that leads to one place as a link. */
function linkedBlocks(
  { story, tells = [], blocks }: Region,
  area: Html | false,
  parts: SvgParts,
): readonly Html[] {
  // What tells of one story elsewhere leads there.
  const told = story ?? (tells.length === 1 ? tells[0] : undefined);
  const own = told === undefined ? undefined : parts.links?.story(told);
  const runs: { readonly to: string | undefined; readonly drawn: Html[] }[] = [
    { to: own, drawn: area ? [area] : [] },
  ];
  for (const block of blocks) {
    const page = block.kind === 'text' ? block.page : undefined;
    const to = (page === undefined ? undefined : parts.links?.page(page)) ?? own;
    const drawn = blockSvg(block, parts);
    const last = runs.at(-1);
    if (last?.to === to) last?.drawn.push(...drawn);
    else runs.push({ to, drawn: [...drawn] });
  }
  return runs.map(({ to, drawn }) =>
    to === undefined ? html`${drawn}` : html`<a href="${href(to)}" tabindex="-1">${drawn}</a>`,
  );
}

function blockSvg(block: Block, parts: SvgParts): readonly Html[] {
  const { palette } = parts;
  switch (block.kind) {
    case 'text':
      return block.lines.map((line) => lineSvg(line, parts));
    case 'image': {
      const { x, y, width, height } = block.box;
      return [
        html`<image href="${href(parts.pictureAddress(block))}" x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}" preserveAspectRatio="none"/>`,
      ];
    }
    case 'rule':
      return [
        html`<path d="M${points(block.x1)} ${points(block.y1)}L${points(block.x2)} ${points(block.y2)}" stroke="${palette[block.colour]}" stroke-width="${points(block.width)}"/>`,
      ];
    default: {
      const { x, y, width, height } = block.box;
      return [
        html`<rect x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}" fill="${palette[block.colour]}"/>`,
      ];
    }
  }
}

/**
 * A line as text. What letters are wider and farther apart is given by the space between letters, for SVG would draw
 * letters themselves distorted; the spaces between words bring the rest, so that the line is as long as on paper.
 */
function lineSvg(line: Line, { faces, palette }: SvgParts): Html {
  const { words, isPlain } = placeLine(line, faces);
  const text = lineText(line);
  const natural = words.reduce((sum, { shaped, span }) => sum + shaped.width * span.size, 0);
  const drawn = words.reduce((sum, { width }) => sum + width, 0);
  const signs = words.reduce((sum, word) => sum + word.text.length, 0);
  // Letters of Arabic hold together: there all that is left over stands between words.
  const between = isPlain && signs > 0 ? round((drawn - natural) / signs) : 0;
  const spaces = Math.max(text.split(' ').length - 1, 1);
  const rest = (drawn - natural - between * signs) / spaces;
  const [x, y] = [points(line.x), points(line.y)];
  const styled = line.spans.map(({ text: own, face, size, colour = 'ink' }) => {
    const space = round(line.space + rest - (faces.get(face)?.width(' ') ?? 0) * size - between);
    const [family, fill] = [faceFamily(face), palette[colour]];
    return { own: printable(own), family, size: points(size), fill, space };
  });
  const [only, ...others] = styled;
  // Most lines are of one span: they need no element in the element.
  if (only && others.length === 0 && line.direction === 'ltr')
    return html`<text x="${x}" y="${y}" font-family="${only.family}" font-size="${only.size}" fill="${only.fill}" letter-spacing="${between}" word-spacing="${only.space}">${only.own}</text>`;
  const spans = styled.map(
    ({ own, family, size, fill, space }) =>
      html`<tspan font-family="${family}" font-size="${size}" fill="${fill}" letter-spacing="${between}" word-spacing="${space}">${own}</tspan>`,
  );
  return html`<text x="${x}" y="${y}" direction="${line.direction}">${spans}</text>`;
}

function points(value: number): number {
  return Math.round(value * 100) / 100;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
