import type { PdfObjects } from './pdf-objects.ts';
import type { Ref } from './pdf-value.ts';
import { number, ref, text } from './pdf-value.ts';

/** An entry of the outline: what it is called and where it leads. */
interface Entry {
  readonly title: string;
  readonly page: Ref;
  /** Height on the page, from below. */
  readonly y?: number;
}

interface Part extends Entry {
  readonly stories: Entry[];
}

/** The outline that a reader's program shows beside the pages: sections, and their stories in them. */
export class PdfOutline {
  readonly #parts: Part[] = [];

  /** Opens a section. */
  open(title: string, page: Ref): void {
    this.#parts.push({ title, page, stories: [] });
  }

  /** Adds a story to the section that is open. */
  add(story: Required<Entry>): void {
    if (story.title !== '') this.#parts.at(-1)?.stories.push(story);
  }

  /** Writes the outline. */
  write(objects: PdfObjects): Ref {
    const root = objects.reserve();
    const parts = this.#parts.map((part) => ({ ...part, object: objects.reserve() }));
    parts.forEach((part, i) => {
      const stories = part.stories.map((story) => ({ ...story, object: objects.reserve() }));
      stories.forEach((story, k) => {
        objects.set(story.object, itemOf(story, part.object, [stories[k - 1], stories[k + 1]]));
      });
      // A negative count leaves the section closed (ISO 32000-1, 12.3.3).
      const kids = stories.length === 0 ? '' : `${endsOf(stories)}/Count -${stories.length}`;
      objects.set(part.object, itemOf({ ...part, kids }, root, [parts[i - 1], parts[i + 1]]));
    });
    objects.set(root, `<</Type/Outlines${endsOf(parts)}/Count ${parts.length}>>`);
    return root;
  }
}

interface Item {
  readonly object: Ref;
}

function endsOf(items: readonly Item[]): string {
  const [first, last] = [items[0], items.at(-1)];
  return first && last ? `/First ${ref(first.object)}/Last ${ref(last.object)}` : '';
}

function itemOf(
  { title, page, y, kids = '' }: Entry & { readonly kids?: string },
  parent: Ref,
  [before, after]: readonly [Item | undefined, Item | undefined],
): string {
  const place = y === undefined ? '/Fit' : `/XYZ 0 ${number(y)} 0`;
  const around = `${before ? `/Prev ${ref(before.object)}` : ''}${after ? `/Next ${ref(after.object)}` : ''}`;
  return `<</Title ${text(title)}/Parent ${ref(parent)}/Dest[${ref(page)}${place}]${around}${kids}>>`;
}
