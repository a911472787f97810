import { idMaker } from '@courant/base';
import type { NewBlockId } from '@courant/story';
import { blockIds } from '@courant/story';
import { CHANCE, WALL_CLOCK } from './house.ts';

/** Ids for blocks that come in without one. */
export function blockIdsOf(): NewBlockId {
  return blockIds(idMaker(WALL_CLOCK, CHANCE));
}
