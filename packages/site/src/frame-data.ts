import type { Instant } from '@courant/base';
import type { Edition, Publication, Section, StandingLink } from '@courant/edition';

/** An edition in the switcher, with the path that this page has in it (or its home, where it has none). */
export interface EditionLink {
  readonly key: string;
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
  readonly path: string;
}

/** What every page of an edition reads for its frame: strip, masthead, navigation and foot. */
export interface FrameData {
  readonly publication: Publication;
  readonly edition: Edition;
  /** All editions in their order, this one among them. */
  readonly editions: readonly EditionLink[];
  /** The whole tree, parents and children, in the order of `position`. */
  readonly sections: readonly Section[];
  /** The pages about the paper in the edition's language, in their order. */
  readonly aboutPages: readonly StandingLink[];
  /** The moment whose day, in the edition's zone, stands in the strip: pages have no clock of their own. */
  readonly day: Instant;
  /** Scheme and host without a slash at the end, `https://courant.example`; canonical addresses begin with it. */
  readonly publicUrl: string;
  /** Path of the style sheet. */
  readonly styles: string;
  /** Paths of the fonts its first lines are set in, to be fetched with the style sheet. */
  readonly fonts?: readonly string[];
  /** Paths of those that a story with emphasis needs beside. */
  readonly emphasisFonts?: readonly string[];
  /** What improves the page; it is complete without. */
  readonly scripts?: PageScripts;
}

/** Paths of the scripts of a page. */
export interface PageScripts {
  /** Waited for before the first paint: a few hundred bytes. */
  readonly early: string;
  /** A module, run when the page stands. */
  readonly page: string;
}
