import type { Head } from './portrait.ts';
import type { Sitter } from './portraits.data.ts';
import { fill, INK, type Sheet, spray, stroke } from './sheet.ts';

/** What of the hair, scarf or hat is behind the head. */
export function hairBehind(sheet: Sheet, { hair, inks }: Sitter, head: Head): string {
  const shape = behind(hair, head);
  if (shape === '') return '';
  const ink = hair === 'wrap' ? inks.cloth : inks.hair;
  return fill(shape, ink) + spray(sheet, shape, { ink: INK.black, from: [0.2, 0], to: [1, 1], most: 0.6 });
}

function behind(hair: Sitter['hair'], { middle, top, eyes, chin, temple }: Head): string {
  const [l, r] = [middle - temple, middle + temple];
  switch (hair) {
    case 'long':
      return `M${l - 30} ${eyes}C${l - 50} ${top - 90} ${r + 50} ${top - 90} ${r + 34} ${eyes}C${r + 50} ${chin} ${r + 84} ${chin + 150} ${r + 96} ${chin + 300}H${l - 90}C${l - 70} ${chin + 120} ${l - 40} ${chin} ${l - 30} ${eyes}Z`;
    case 'bob':
      return `M${l - 42} ${chin - 30}C${l - 70} ${eyes - 60} ${l - 40} ${top - 84} ${middle} ${top - 80}C${r + 44} ${top - 84} ${r + 74} ${eyes - 60} ${r + 46} ${chin - 24}Q${r + 6} ${chin + 28} ${r - 40} ${chin + 10}H${l + 40}Q${l - 10} ${chin + 26} ${l - 42} ${chin - 30}Z`;
    case 'afro': {
      const cy = eyes - 96;
      return `M${middle - 258} ${cy}A258 236 0 1 1 ${middle + 258} ${cy}A250 222 0 0 1 ${middle - 258} ${cy}Z`;
    }
    case 'bun':
      return `M${middle - 92} ${top - 46}A92 84 0 1 1 ${middle + 92} ${top - 46}A92 84 0 1 1 ${middle - 92} ${top - 46}Z`;
    case 'wrap':
      return `M${middle - 30} ${top - 30}C${middle - 170} ${top - 160} ${middle + 30} ${top - 210} ${middle + 40} ${top - 80}C${middle + 90} ${top - 200} ${middle + 230} ${top - 110} ${middle + 80} ${top - 10}Z`;
    case 'hat':
      return `M${l - 30} ${eyes}C${l - 30} ${chin} ${l - 66} ${chin + 80} ${l - 50} ${chin + 200}H${r + 60}C${r + 60} ${chin + 60} ${r + 40} ${chin} ${r + 30} ${eyes}Z`;
    default:
      return '';
  }
}

/** What of the hair, scarf or hat is before the head. */
export function hairBefore(sheet: Sheet, sitter: Sitter, head: Head): string {
  const { inks } = sitter;
  const parts = before(sitter, head);
  const shapes = parts.shapes.map(
    (shape) =>
      fill(shape, parts.ink ?? inks.hair) +
      spray(sheet, shape, { ink: INK.black, from: [0.1, 0], to: [1.05, 0.9], most: 0.5 }),
  );
  const strands = parts.strands.map(
    (line) => `<g opacity=".55">${stroke(line, parts.light ?? inks.strand, 5)}</g>`,
  );
  return (parts.under ?? '') + shapes.join('') + strands.join('') + (parts.extra ?? '');
}

interface Before {
  readonly shapes: readonly string[];
  readonly strands: readonly string[];
  readonly ink?: string;
  readonly light?: string;
  /** What lies under the shapes, drawn already. */
  readonly under?: string;
  readonly extra?: string;
}

function before(sitter: Sitter, head: Head): Before {
  const { middle, top, eyes, temple } = head;
  const [l, r] = [middle - temple, middle + temple];
  switch (sitter.hair) {
    case 'long':
    case 'bob':
      return parted(head, sitter.hair === 'bob' ? -40 : 30);
    case 'crop':
      return {
        shapes: [
          `M${l - 12} ${eyes - 16}C${l - 24} ${top} ${l + 60} ${top - 58} ${middle + 20} ${top - 52}C${r - 10} ${top - 54} ${r + 24} ${top + 10} ${r + 12} ${eyes - 20}Q${r - 4} ${eyes - 80} ${r - 40} ${top + 86}Q${middle + 40} ${top + 40} ${l + 70} ${top + 92}Q${l + 14} ${top + 120} ${l - 12} ${eyes - 16}Z`,
        ],
        strands: [
          `M${l + 20} ${top + 60}Q${middle - 40} ${top - 24} ${middle + 60} ${top - 26}`,
          `M${l + 64} ${top + 66}Q${middle} ${top} ${r - 40} ${top + 20}`,
        ],
      };
    case 'side':
      return {
        shapes: [
          `M${l - 10} ${eyes - 24}C${l - 26} ${top + 10} ${l + 20} ${top - 66} ${middle - 30} ${top - 66}C${r - 20} ${top - 88} ${r + 40} ${top - 6} ${r + 10} ${eyes - 30}Q${r + 4} ${top + 120} ${r - 34} ${top + 80}Q${middle + 10} ${top + 62} ${l + 56} ${top + 22}Q${l + 12} ${top + 90} ${l - 10} ${eyes - 24}Z`,
        ],
        strands: [
          `M${l + 58} ${top + 14}Q${middle + 10} ${top - 40} ${r - 10} ${top + 30}`,
          `M${l + 64} ${top + 30}Q${middle + 20} ${top + 20} ${r - 26} ${top + 66}`,
        ],
      };
    case 'curls':
      return { shapes: [curls(head)], strands: [] };
    case 'fringe':
      return {
        shapes: [
          `M${l - 20} ${eyes + 20}C${l - 46} ${eyes - 70} ${l - 20} ${top + 60} ${l + 26} ${top + 76}Q${l + 6} ${eyes - 60} ${l + 2} ${eyes + 6}Z`,
          `M${r + 20} ${eyes + 20}C${r + 46} ${eyes - 70} ${r + 20} ${top + 60} ${r - 26} ${top + 76}Q${r - 6} ${eyes - 60} ${r - 2} ${eyes + 6}Z`,
        ],
        strands: [],
        extra: `<g opacity=".4">${stroke(`M${l + 70} ${top + 34}Q${middle - 40} ${top + 4} ${middle + 6} ${top + 10}`, '#fff6e6', 16)}</g>`,
      };
    case 'shaved':
      return {
        shapes: [],
        strands: [],
        extra: `<g opacity=".35">${stroke(`M${l + 60} ${top + 46}Q${middle - 50} ${top + 8} ${middle} ${top + 12}`, '#f3d9b5', 18)}</g>`,
      };
    case 'afro':
    case 'short':
      return {
        shapes: [
          `M${l - 8} ${eyes - 20}C${l - 18} ${top + 14} ${l + 30} ${top - 40} ${middle} ${top - 40}C${r - 30} ${top - 40} ${r + 18} ${top + 14} ${r + 8} ${eyes - 20}Q${r - 6} ${eyes - 96} ${r - 52} ${top + 66}Q${middle} ${top + 34} ${l + 52} ${top + 66}Q${l + 6} ${eyes - 96} ${l - 8} ${eyes - 20}Z`,
        ],
        strands: [],
      };
    case 'bun':
      return {
        shapes: [
          `M${l - 8} ${eyes - 10}C${l - 30} ${top} ${l + 20} ${top - 62} ${middle} ${top - 62}C${r - 20} ${top - 62} ${r + 30} ${top} ${r + 8} ${eyes - 10}Q${r - 8} ${top + 110} ${middle + 30} ${top + 50}Q${l + 20} ${top + 90} ${l - 8} ${eyes - 10}Z`,
        ],
        strands: [
          `M${l + 6} ${eyes - 60}Q${l + 30} ${top + 10} ${middle - 10} ${top - 46}`,
          `M${r - 6} ${eyes - 60}Q${r - 30} ${top + 10} ${middle + 20} ${top - 46}`,
          `M${l + 50} ${top + 60}Q${middle - 40} ${top + 6} ${middle} ${top - 50}`,
        ],
      };
    case 'wrap':
      return wrap(head, sitter);
    case 'hat':
      return hat(head, sitter);
  }
}

function parted({ middle, top, eyes, chin, temple }: Head, at: number): Before {
  const [l, r] = [middle - temple, middle + temple];
  const part = middle + at;
  return {
    shapes: [
      `M${part} ${top - 56}C${l - 10} ${top - 70} ${l - 66} ${top + 60} ${l - 34} ${eyes + 40}Q${l - 34} ${chin - 90} ${l - 4} ${chin - 60}Q${l - 14} ${eyes + 10} ${l + 30} ${eyes - 70}Q${part - 60} ${top + 80} ${part} ${top + 20}Z`,
      `M${part} ${top - 56}C${r + 10} ${top - 70} ${r + 66} ${top + 60} ${r + 34} ${eyes + 40}Q${r + 34} ${chin - 90} ${r + 4} ${chin - 60}Q${r + 14} ${eyes + 10} ${r - 24} ${eyes - 70}Q${part + 60} ${top + 90} ${part} ${top + 20}Z`,
    ],
    strands: [
      `M${part - 6} ${top - 30}Q${l - 10} ${top} ${l - 10} ${eyes}`,
      `M${part - 4} ${top - 10}Q${l + 10} ${top + 40} ${l + 4} ${eyes - 50}`,
      `M${part + 8} ${top - 30}Q${r + 10} ${top} ${r + 16} ${eyes - 10}`,
    ],
  };
}

/** Curls about the crown and down to the ears. */
function curls({ middle, top, eyes, temple }: Head): string {
  const rings: string[] = [];
  for (let i = 0; i <= 12; i++) {
    const turn = Math.PI * (1.06 + (i / 12) * 0.88);
    for (const [reach, size] of [
      [1.03, 46],
      [0.82, 44],
    ] as const) {
      const x = middle + Math.cos(turn) * temple * reach * 1.02;
      const y = eyes - 40 + Math.sin(turn) * (eyes - top + 4) * reach;
      rings.push(
        `M${(x - size).toFixed(1)} ${y.toFixed(1)}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0Z`,
      );
    }
  }
  return rings.join('');
}

function wrap({ middle, top, eyes, temple }: Head, { inks }: Sitter): Before {
  const [l, r] = [middle - temple, middle + temple];
  return {
    ink: inks.cloth,
    light: inks.strand,
    shapes: [
      `M${l - 22} ${eyes - 44}C${l - 70} ${top - 60} ${middle - 60} ${top - 130} ${middle + 20} ${top - 110}C${r + 30} ${top - 110} ${r + 60} ${top} ${r + 20} ${eyes - 50}Q${r - 40} ${top + 46} ${middle} ${top + 50}Q${l + 40} ${top + 50} ${l - 22} ${eyes - 44}Z`,
    ],
    strands: [
      `M${l - 8} ${eyes - 80}Q${middle - 60} ${top - 30} ${r + 16} ${top - 10}`,
      `M${l + 2} ${eyes - 110}Q${middle} ${top - 80} ${r + 10} ${top - 50}`,
      `M${l + 40} ${top + 40}Q${middle + 30} ${top + 10} ${r + 18} ${eyes - 90}`,
    ],
  };
}

function hat(head: Head, { inks }: Sitter): Before {
  const { middle, eyes, temple, chin } = head;
  const top = head.top + 44;
  const [l, r] = [middle - temple, middle + temple];
  const locks = [
    `M${l - 6} ${top + 60}Q${l - 40} ${eyes + 60} ${l - 34} ${chin - 20}Q${l + 10} ${chin - 60} ${l + 8} ${eyes - 10}Q${l + 20} ${top + 110} ${middle - 30} ${top + 84}L${l} ${top + 50}Z`,
    `M${r + 6} ${top + 60}Q${r + 40} ${eyes + 60} ${r + 34} ${chin - 20}Q${r - 10} ${chin - 60} ${r - 8} ${eyes - 10}Q${r - 20} ${top + 110} ${middle - 30} ${top + 84}L${r} ${top + 50}Z`,
  ].map((lock) => fill(lock, inks.hair));
  const brim = `M${middle - 330} ${top + 74}Q${middle} ${top - 26} ${middle + 330} ${top + 74}Q${middle} ${top + 122} ${middle - 330} ${top + 74}Z`;
  const crown = `M${middle - temple - 4} ${top + 50}C${middle - temple} ${top - 110} ${middle - 60} ${top - 132} ${middle} ${top - 120}C${middle + 60} ${top - 132} ${middle + temple} ${top - 110} ${middle + temple + 4} ${top + 50}Q${middle} ${top + 20} ${middle - temple - 4} ${top + 50}Z`;
  const band = `M${middle - temple - 6} ${top + 52}Q${middle} ${top + 18} ${middle + temple + 6} ${top + 52}L${middle + temple + 2} ${top + 8}Q${middle} ${top - 24} ${middle - temple - 2} ${top + 8}Z`;
  return {
    ink: inks.cloth,
    shapes: [crown, brim],
    under: locks.join(''),
    strands: [],
    extra: fill(band, inks.rim),
  };
}
