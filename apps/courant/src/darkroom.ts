import { Darkroom } from '@courant/darkroom';
import type { Config } from './config.ts';

/** The darkroom of a paper: its files stand beside its database. */
export function darkroomOf(config: Config): Darkroom {
  return new Darkroom(`${config.varDir}/files`);
}
