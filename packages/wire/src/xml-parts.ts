/** A run of a long XML document: one of its items as it stands, or that one was too long to be kept. */
export type XmlPart = { readonly xml: string } | { readonly tooLong: number };

/** Characters of one item at the most; a story with every picture written out inside it stays below. */
const MOST_PART = 8_000_000;
/** Characters outside the items at the most. */
const MOST_FRAME = 16_000_000;

/**
 * Cuts a long XML document into its items (`<item>` or `<entry>`) as it comes in, without reading it: what stands in
 * a character data section or a comment is no tag. Only one item is held at a time, an item that never ends costs
 * itself alone, and what stands around the items is kept as a small document of its own.
 */
export class XmlParts {
  readonly #mark: RegExp;
  #held = '';
  /** Where looking goes on in what is held. */
  #from = 0;
  /** Where the item that is open began, or -1. */
  #begin = -1;
  /** What ends the section that is open, or ''. */
  #section = '';
  #frame = '';
  #dropped = 0;

  constructor(name: 'item' | 'entry') {
    this.#mark = new RegExp(`<!\\[CDATA\\[|<!--|<${name}(?=[\\s>])|</${name}\\s*>`, 'g');
  }

  /** What stands around the items, once all has come in. */
  get frame(): string {
    return this.#frame;
  }

  /** The items that are whole with the next piece of the document. */
  *push(text: string): Generator<XmlPart> {
    this.#held += text;
    for (let part = this.#next(); part !== undefined; part = this.#next()) {
      if (part !== PASSED) yield part;
    }
    this.#shorten();
  }

  /** The item that had begun when the document ended, if there is one. */
  *end(): Generator<XmlPart> {
    const rest = this.#held;
    if (this.#begin >= 0) yield this.#whole(rest.slice(this.#begin));
    else this.#frame += rest;
    this.#held = '';
    this.#begin = -1;
  }

  /** Goes on to the next mark; undefined where more of the document is needed. */
  #next(): XmlPart | typeof PASSED | undefined {
    if (this.#section !== '') return this.#leave();
    this.#mark.lastIndex = this.#from;
    const found = this.#mark.exec(this.#held);
    if (!found) {
      // A mark may be cut in two at the end of what has come.
      this.#from = Math.max(this.#from, this.#held.length - 12);
      return undefined;
    }
    const [mark] = found;
    this.#from = found.index + mark.length;
    if (mark === '<!--' || mark === '<![CDATA[') {
      this.#section = mark === '<!--' ? '-->' : ']]>';
      return PASSED;
    }
    return mark.startsWith('</') ? this.#close() : this.#open(found.index);
  }

  #leave(): typeof PASSED | undefined {
    const end = this.#held.indexOf(this.#section, this.#from);
    if (end < 0) {
      this.#from = Math.max(this.#from, this.#held.length - 2);
      return undefined;
    }
    this.#from = end + this.#section.length;
    this.#section = '';
    return PASSED;
  }

  /** An item begins; one before it that did not end ends here. */
  #open(at: number): XmlPart | typeof PASSED {
    const before = this.#held.slice(Math.max(this.#begin, 0), at);
    const wasOpen = this.#begin >= 0;
    if (!wasOpen) this.#keepFrame(before);
    this.#held = this.#held.slice(at);
    this.#from -= at;
    this.#begin = 0;
    return wasOpen ? this.#whole(before) : PASSED;
  }

  #close(): XmlPart | typeof PASSED {
    if (this.#begin < 0) return PASSED;
    const xml = this.#held.slice(this.#begin, this.#from);
    this.#held = this.#held.slice(this.#from);
    this.#from = 0;
    this.#begin = -1;
    return this.#whole(xml);
  }

  #whole(xml: string): XmlPart {
    const length = this.#dropped + xml.length;
    this.#dropped = 0;
    return length > MOST_PART ? { tooLong: length } : { xml };
  }

  /** Lets go of what need not be held until the next piece comes. */
  #shorten(): void {
    if (this.#begin < 0 && this.#section === '') {
      this.#keepFrame(this.#held.slice(0, this.#from));
      this.#held = this.#held.slice(this.#from);
      this.#from = 0;
    }
    // Of an item beyond all bounds only its length is remembered.
    if (this.#begin >= 0 && this.#held.length > MOST_PART) {
      this.#dropped += this.#from;
      this.#held = this.#held.slice(this.#from);
      this.#from = 0;
    }
  }

  #keepFrame(text: string): void {
    if (this.#frame.length < MOST_FRAME) this.#frame += text;
  }
}

const PASSED = Symbol('nothing whole yet');
