import { present } from './fields.ts';
import type { WireMedia } from './wire-item.ts';

/** Tells what is known of a file by the address of one of its sizes. */
export type KnownMedia = (href: string) => WireMedia | undefined;

/** Media each once, in their order; of two that are one, the first holds and the other fills what it lacks. */
export function mergedMedia(shown: readonly WireMedia[], known?: KnownMedia): readonly WireMedia[] {
  const merged = new Map<string, WireMedia>();
  for (const one of shown) {
    if (one.href === undefined) continue;
    const file = fileOf(one.href);
    const original = known?.(one.href);
    const whole = { ...original, ...one, href: original?.href ?? one.href };
    merged.set(file, { ...whole, ...merged.get(file) });
  }
  return [...merged.values()];
}

/** The file behind the sizes a system makes of it: `a-300x200.jpg`, `a-scaled.jpg` and `a.jpg?w=640` are one picture. */
export function fileOf(href: string): string {
  return href
    .replace(/^https?:/i, '')
    .replace(/\?(?:w|h|fit|resize|quality|ssl|strip|format|size)=[^#]*$/, '')
    .replace(/-(?:\d{2,5}x\d{2,5}|scaled)(?=\.[a-z]{3,4}$)/i, '');
}

const KINDS: readonly (readonly [RegExp, WireMedia['kind']])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp)$/i, 'picture'],
  [/\.svg$/i, 'graphic'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac|aac|opus)$/i, 'audio'],
  [/\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|mkv)$/i, 'video'],
];
const TYPES: Readonly<Record<string, WireMedia['kind']>> = {
  image: 'picture',
  audio: 'audio',
  video: 'video',
};

/** What a file is, by its media type where that is said, else by the end of its address. */
export function mediaKind(href: string, mediaType?: string): WireMedia['kind'] {
  const [family = ''] = mediaType?.split('/') ?? [];
  const path = href.replace(/[?#].*$/s, '');
  return TYPES[family] ?? KINDS.find(([ends]) => ends.test(path))?.[1] ?? 'other';
}

/** What is said of a file beside its address, if anything. */
type Said = { readonly [K in Exclude<keyof WireMedia, 'href'>]?: WireMedia[K] | undefined };

/** A file by its address, with what is said of it; undefined where the address is none. */
export function mediaAt(href: string | undefined, said: Said = {}): WireMedia | undefined {
  if (href === undefined || !/^(?:https?:\/\/|\/)/i.test(href)) return undefined;
  const { mediaType } = said;
  return { kind: mediaKind(href, mediaType), ...present(said), href };
}
