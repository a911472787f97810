import type { Html } from '@courant/base';
import { html } from '@courant/base';
import type { Block, ImageBlock, Line, PageModel, Sheet } from './page-model.ts';
import type { Palette } from './palette.ts';
import type { Faces, PlacedWord } from './placed-line.ts';
import { placeLine } from './placed-line.ts';

/** What a page is pictured with. */
export interface OutlineParts {
  readonly sheet: Sheet;
  readonly faces: Faces;
  readonly palette: Palette;
  /** Width of the picture, in pixels. */
  readonly pixels: number;
  /** Gives the cut of a picture: the bytes of a JPEG in Base64. */
  readonly jpegOf: (block: ImageBlock) => string;
}

/** Letters lower than this many pixels are no letters any more: their words are drawn as bars of the same grey. */
const LEGIBLE = 4.5;
/** Of a word's bar: its height and its strength, as a line of text looks from afar. */
const BAR = { height: 0.46, strength: 0.5 };

/**
 * Draws a page as an SVG that stands alone, with letters as outlines, so that any program that draws SVG makes the same
 * picture of it, without type of its own. Throws the fault `face-missing`.
 */
export function pageOutlines(page: PageModel, parts: OutlineParts): Html {
  const { sheet, palette, pixels } = parts;
  const blocks = page.regions
    .toSorted((a, b) => a.order - b.order)
    .flatMap((region) => region.blocks.map((block) => blockOf(block, parts)));
  const height = Math.round((sheet.height / sheet.width) * pixels);
  return html`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${pixels}" height="${height}" viewBox="0 0 ${sheet.width} ${sheet.height}" preserveAspectRatio="none"><rect width="${sheet.width}" height="${sheet.height}" fill="${palette.paper}"/>${blocks}</svg>`;
}

function blockOf(block: Block, parts: OutlineParts): Html {
  const { palette, jpegOf } = parts;
  switch (block.kind) {
    case 'text':
      return html`${block.lines.map((line) => lineOf(line, parts))}`;
    case 'image': {
      const { x, y, width, height } = block.box;
      return html`<image xlink:href="data:image/jpeg;base64,${encodeURIComponent(jpegOf(block))}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"/>`;
    }
    case 'rule':
      return html`<path d="M${block.x1} ${block.y1}L${block.x2} ${block.y2}" stroke="${palette[block.colour]}" stroke-width="${block.width}"/>`;
    default: {
      const { x, y, width, height } = block.box;
      return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette[block.colour]}"/>`;
    }
  }
}

function lineOf(line: Line, { faces, palette, pixels, sheet }: OutlineParts): readonly Html[] {
  return placeLine(line, faces).words.map((word) => {
    const { span, x, width } = word;
    const fill = palette[span.colour ?? 'ink'];
    if ((span.size * pixels) / sheet.width >= LEGIBLE)
      return html`<path fill="${fill}" d="${outlineOf(word, line)}"/>`;
    const height = rounded(span.size * BAR.height);
    return html`<rect x="${rounded(x)}" y="${rounded(line.y - height)}" width="${rounded(width)}" height="${height}" fill="${fill}" fill-opacity="${BAR.strength}"/>`;
  });
}

/** The outline of a word where it stands on the page. */
function outlineOf({ face, shaped, span, x }: PlacedWord, { y, scale, tracking }: Line): string {
  const up = span.size / face.unitsPerEm;
  const across = up * scale;
  let [pen, path] = [x, ''];
  for (const glyph of shaped.glyphs) {
    const [left, base] = [pen + glyph.x * across, y - glyph.y * up];
    for (const { letter, points } of face.outline(glyph.id)) {
      path += letter;
      for (let i = 0; i < points.length; i += 2)
        path += `${rounded(left + (points[i] ?? 0) * across)} ${rounded(base - (points[i + 1] ?? 0) * up)} `;
    }
    pen += glyph.advance * across + tracking;
  }
  return path;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
