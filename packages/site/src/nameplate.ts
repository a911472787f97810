import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { NAMEPLATES } from './nameplate.data.ts';

/**
 * The name of the paper as its masthead shows it: drawn, where the house has a drawing of it, else set in type.
 * The drawing is defined here once on a page; `nameplateAgain` repeats it.
 */
export function nameplate(name: string): Html {
  const drawing = drawingOf(name);
  if (!drawing) return html`<span class="set-name">${name}</span>`;
  return html`<svg class="plate" viewBox="${drawing.viewBox}" role="img" aria-label="${name}"><path id="plate" d="${drawing.path}"/></svg>`;
}

/** The name once more, below its first drawing. */
export function nameplateAgain(name: string): Html {
  const drawing = drawingOf(name);
  if (!drawing) return html`<span class="set-name">${name}</span>`;
  return html`<svg class="plate" viewBox="${drawing.viewBox}" role="img" aria-label="${name}"><use href="#plate"/></svg>`;
}

/** The house's drawing of a paper's name, where there is one. */
export function drawingOf(name: string): { readonly viewBox: string; readonly path: string } | undefined {
  return Object.hasOwn(NAMEPLATES, name) ? NAMEPLATES[name] : undefined;
}
