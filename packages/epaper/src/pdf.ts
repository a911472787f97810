import { Fault } from '@courant/base';
import { srgbProfile } from './colour-profile.ts';
import { ISSUE_UNFIT, PICTURE_MISSING, PICTURE_UNFIT } from './faults.ts';
import { jpegFrame } from './jpeg.ts';
import type { ImageBlock, IssueModel, PageModel, Region } from './page-model.ts';
import type { Palette } from './palette.ts';
import { PageContent } from './pdf-content.ts';
import { PdfFonts } from './pdf-fonts.ts';
import { information, metadata } from './pdf-metadata.ts';
import type { PdfTools } from './pdf-objects.ts';
import { PdfObjects } from './pdf-objects.ts';
import { PdfOutline } from './pdf-outline.ts';
import { StructureTree } from './pdf-structure.ts';
import { PdfTags } from './pdf-tags.ts';
import { TextWriter } from './pdf-text.ts';
import type { Ref } from './pdf-value.ts';
import { number, ref, refs, text } from './pdf-value.ts';
import { pictureCut } from './picture-cut.ts';
import type { Faces } from './placed-line.ts';

/** What an issue is printed with. */
export interface PdfParts {
  readonly faces: Faces;
  readonly palette: Palette;
  /** JPEGs by the keys of the cuts that `pictureCuts` names. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** For which the pictures were cut. */
  readonly pixelsPerInch: number;
  readonly tools: PdfTools;
}

/**
 * Writes an issue as a tagged PDF 1.7 that claims PDF/UA-1 and PDF/A-2a. The same issue and parts give the same bytes.
 * Throws the faults `issue-unfit`, `face-missing`, `face-unfit`, `picture-missing` and `picture-unfit`.
 */
export function writePdf(issue: IssueModel, parts: PdfParts): Uint8Array {
  if (issue.v !== 1 || issue.pages.length === 0)
    throw new Fault(ISSUE_UNFIT, 'An issue is printed that has no pages, or is of another form.', {
      hint: 'Make the pages again with this version.',
    });
  return new PdfWriter(issue, parts).file();
}

class PdfWriter {
  readonly #issue: IssueModel;
  readonly #parts: PdfParts;
  readonly #objects: PdfObjects;
  readonly #tree: StructureTree;
  readonly #fonts: PdfFonts;
  readonly #outline = new PdfOutline();
  readonly #tags: PdfTags;
  readonly #texts: TextWriter;
  readonly #pages: readonly Ref[];
  readonly #images = new Map<string, Ref>();

  constructor(issue: IssueModel, parts: PdfParts) {
    this.#issue = issue;
    this.#parts = parts;
    this.#objects = new PdfObjects(parts.tools);
    this.#tree = new StructureTree(this.#objects);
    this.#fonts = new PdfFonts(issue, parts.faces, this.#objects);
    this.#tags = new PdfTags(this.#tree, this.#outline, issue);
    this.#pages = issue.pages.map(() => this.#objects.reserve());
    const pages = new Map(issue.pages.map(({ number: own }, i) => [own, this.#pages[i] ?? 0]));
    this.#texts = new TextWriter({ objects: this.#objects, tree: this.#tree, fonts: this.#fonts, pages });
  }

  file(): Uint8Array {
    const objects = this.#objects;
    const list = objects.reserve();
    this.#issue.pages.forEach((page, i) => {
      this.#page(page, this.#pages[i] ?? 0, list);
    });
    objects.set(list, `<</Type/Pages/Count ${this.#pages.length}/Kids${refs(this.#pages)}>>`);
    this.#fonts.write(objects, this.#parts.tools);
    this.#tree.write(this.#issue.direction === 'rtl');
    const catalogue = objects.add(this.#catalogue(list));
    return objects.file({ catalogue, information: objects.add(information(this.#issue)) });
  }

  #page(page: PageModel, object: Ref, list: Ref): void {
    const { width, height } = this.#issue.page;
    const content = new PageContent({ object, height, tree: this.#tree, palette: this.#parts.palette });
    this.#tags.openPage(page, content);
    for (const region of page.regions.toSorted((a, b) => a.order - b.order)) this.#region(region, content);
    const operators = this.#objects.addPacked('', content.operators());
    const annotations = content.annotations.length > 0 ? `/Annots${refs(content.annotations)}` : '';
    this.#objects.set(
      object,
      `<</Type/Page/Parent ${ref(list)}/MediaBox[0 0 ${number(width)} ${number(height)}]` +
        `/Contents ${ref(operators)}/Resources${content.resources()}/StructParents ${content.key}` +
        `/Tabs/S${annotations}>>`,
    );
  }

  #region(region: Region, content: PageContent): void {
    const standing = { region, content };
    for (const block of region.blocks) {
      if (block.kind === 'text') {
        for (const line of block.lines)
          this.#texts.draw(line, block, { content, place: this.#tags.lineOwner(line, block, standing) });
      } else if (block.kind === 'image') {
        content.enter(this.#tags.imageOwner(block, standing));
        content.image(this.#image(block), block.box);
      } else {
        content.enter(this.#tags.shapeOwner(standing));
        if (block.kind === 'rule') content.rule(block);
        else content.fill(block);
      }
    }
  }

  /** A picture's object; one that is shown twice is kept once. */
  #image(block: ImageBlock): Ref {
    const { key } = pictureCut(block, this.#parts.pixelsPerInch);
    const known = this.#images.get(key);
    if (known !== undefined) return known;
    const bytes = this.#parts.pictures.get(key);
    if (!bytes)
      throw new Fault(PICTURE_MISSING, `The picture ${block.picture} was not handed in.`, {
        hint: `Hand in a JPEG for every cut that pictureCuts names: this one is ${key}.`,
      });
    const { width, height, components } = jpegFrame(bytes, block.picture);
    const space = { 1: '/DeviceGray', 3: '/DeviceRGB' }[components];
    if (space === undefined)
      throw new Fault(PICTURE_UNFIT, `The picture ${block.picture} has ${components} colours.`, {
        hint: 'Hand in a JPEG in grey or sRGB.',
      });
    const image = this.#objects.addStream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}` +
        '/BitsPerComponent 8/Filter/DCTDecode',
      bytes,
    );
    this.#images.set(key, image);
    return image;
  }

  #catalogue(list: Ref): string {
    const objects = this.#objects;
    const issue = this.#issue;
    const profile = objects.addPacked('/N 3', srgbProfile());
    const about = objects.addStream('/Type/Metadata/Subtype/XML', new TextEncoder().encode(metadata(issue)));
    const from = issue.direction === 'rtl' ? '/Direction/R2L' : '';
    return (
      `<</Type/Catalog/Pages ${ref(list)}/StructTreeRoot ${ref(this.#tree.object)}` +
      `/MarkInfo<</Marked true>>/Lang ${text(issue.language)}/Metadata ${ref(about)}` +
      `/ViewerPreferences<</DisplayDocTitle true${from}>>/PageMode/UseOutlines` +
      `/Outlines ${ref(this.#outline.write(objects))}/PageLabels<</Nums[${labelsOf(issue.pages)}]>>` +
      '/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)' +
      `/Info(sRGB IEC61966-2.1)/DestOutputProfile ${ref(profile)}>>]>>`
    );
  }
}

/** Labels by which readers' programs call the pages: where a number does not follow the one before, it is said. */
function labelsOf(pages: readonly PageModel[]): string {
  const labels = pages.flatMap(({ number: own }, i) =>
    i > 0 && own === (pages[i - 1]?.number ?? 0) + 1 ? [] : [`${i}<</S/D/St ${Math.max(1, own)}>>`],
  );
  return labels.join('');
}
