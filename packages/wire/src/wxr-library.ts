import { fileOf, mediaAt } from './export-media.ts';
import { plainWords } from './export-words.ts';
import type { WireMedia } from './wire-item.ts';
import type { WxrEntry } from './wxr-entry.ts';
import { OWN_FIELDS } from './wxr-types.data.ts';

/** Entries of an export that others need: pictures by number and parent, and parts that several posts share. */
export class WxrLibrary {
  readonly #files = new Map<string, WireMedia>();
  readonly #ofParent = new Map<string, string[]>();
  readonly #byFile = new Map<string, string>();
  readonly #shared = new Map<string, string>();
  /** How many entries there are of each kind. */
  readonly counts = new Map<string, number>();

  /** Notes an entry, whichever kind it is of. */
  note(entry: WxrEntry): void {
    this.counts.set(entry.type, (this.counts.get(entry.type) ?? 0) + 1);
    const { number } = entry;
    if (number === undefined) return;
    if (entry.type === 'wp_block') this.#shared.set(number, entry.encoded('content') ?? '');
    if (entry.type !== 'attachment') return;
    const file = fileIn(entry);
    if (!file) return;
    this.#files.set(number, file);
    if (file.href !== undefined) this.#byFile.set(fileOf(file.href), number);
    const parent = entry.field('post_parent') ?? '0';
    if (parent === '0') return;
    const others = this.#ofParent.get(parent);
    if (others) others.push(number);
    else this.#ofParent.set(parent, [number]);
  }

  /** A file by its number. */
  file(number: string): WireMedia | undefined {
    return this.#files.get(number);
  }

  /** A file by the address of one of its sizes. */
  fileAt(href: string): WireMedia | undefined {
    return this.#files.get(this.#byFile.get(fileOf(href)) ?? '');
  }

  /** The files that were put into the post of a number. */
  filesOf(post: string): readonly WireMedia[] {
    return (this.#ofParent.get(post) ?? []).flatMap((number) => this.#files.get(number) ?? []);
  }

  /** The content of a part that several posts share (a reusable block). */
  shared(number: string): string | undefined {
    return this.#shared.get(number);
  }
}

/** The file of an entry: of an attachment the whole of it, of any other what was attached to it. */
export function fileIn(entry: WxrEntry): WireMedia | undefined {
  const credit = OWN_FIELDS.credit.flatMap((key) => entry.meta(key))[0];
  const [size = ''] = entry.meta('_wp_attachment_metadata');
  const [, width, height] = /"width";i:(\d{1,6});s:6:"height";i:(\d{1,6})/.exec(size.slice(0, 400)) ?? [];
  const isFile = entry.type === 'attachment';
  const about = isFile ? (entry.encoded('excerpt') ?? entry.encoded('content')) : undefined;
  return mediaAt(entry.field('attachment_url'), {
    id: entry.number,
    headline: isFile ? plainWords(entry.field('title')) : undefined,
    caption: plainWords(about),
    alt: plainWords(entry.meta('_wp_attachment_image_alt')[0]),
    credit: plainWords(credit),
    width: width === undefined ? undefined : Number(width),
    height: height === undefined ? undefined : Number(height),
  });
}
