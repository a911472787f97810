import type { Block } from './body.ts';
import type { Copy } from './copy.ts';

/** Ids of the pictures that copy shows, main picture first, each once. */
export function picturesIn(copy: Copy): readonly string[] {
  const main = copy.picture === undefined ? [] : [copy.picture];
  return [...new Set([...main, ...copy.body.content.flatMap(picturesOfBlock)])];
}

function picturesOfBlock(block: Block): readonly string[] {
  if (block.type === 'picture') return [block.attrs.picture];
  if (block.type === 'gallery') return block.attrs.pictures.map((picture) => picture.picture);
  return [];
}
