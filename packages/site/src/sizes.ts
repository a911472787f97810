/** Widths at which pictures of fronts are drawn, as `sizes`; the style sheet's grid is the reason of the numbers. */
export const SIZES = {
  lead: '(min-width: 82rem) 632px, (min-width: 48rem) 60vw, 100vw',
  half: '(min-width: 82rem) 632px, (min-width: 64rem) 48vw, 92vw',
  quarter: '(min-width: 82rem) 298px, (min-width: 64rem) 23vw, (min-width: 48rem) 44vw, 92vw',
  small: '(min-width: 82rem) 298px, (min-width: 64rem) 23vw, (min-width: 48rem) 44vw, 112px',
  thumb: '112px',
  photo: '(min-width: 82rem) 854px, (min-width: 64rem) 65vw, 100vw',
} as const;
