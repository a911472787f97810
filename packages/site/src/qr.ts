import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { encode } from 'uqr';

/** Light modules about the code, without which readers of codes find no edge (ISO/IEC 18004 §5.3.8). */
const QUIET_ZONE = 4;

/** A text as a drawing of its QR code (ISO/IEC 18004), a module a unit, with its quiet zone. */
export function qrDrawing(text: string): Html {
  // Level M stands a seventh of the code being covered, as paper creases and phones glare.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const rows = data.flatMap((row, y) =>
    darkRuns(row).map(({ from, to }) => `M${from} ${y}h${to - from}v1H${from}z`),
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * MODULE_PX}" height="${size * MODULE_PX}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${rows.join('')}"/></svg>
`;
}

/** Pixels of a module where nobody says how large the drawing is to be. */
const MODULE_PX = 8;

/** Where the dark modules of a row stand side by side. */
function darkRuns(row: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last?.to === x) last.to = x + 1;
    else runs.push({ from: x, to: x + 1 });
  }
  return runs;
}
