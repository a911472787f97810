import { userInfo } from 'node:os';
import type { Result } from '@courant/base';
import type { Actor, Desk } from '@courant/desk';
import { EDITOR_IN_CHIEF } from '@courant/desk';
import { servedAt } from '@courant/store';
import type { Story } from '@courant/story';
import type { Delivered } from './act.ts';
import { storyMeant } from './act.ts';
import type { Exit, Given } from './command.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';
import type { Output } from './output.ts';

/** Who holds the keys of the machine holds those of the paper: the command line acts as the editor-in-chief. */
export function atTheKeyboard(): Actor {
  return { name: `cli:${userInfo().username}`, may: EDITOR_IN_CHIEF };
}

/** Runs work in a house that is joined, or opened for as long as the work takes. */
export async function asGuest(given: Given, work: (house: House) => Promise<Exit>): Promise<Exit> {
  const house = await openHouse(given.config, { role: 'guest', say: (line) => given.output.progress(line) });
  try {
    return await work(await atItsAddress(house));
  } finally {
    await house.close();
  }
}

/** The house with the address at which the paper runs, where one does and none was set for this command. */
async function atItsAddress(house: House): Promise<House> {
  if (house.config.isUrlGiven) return house;
  const publicUrl = await servedAt(house.database);
  return publicUrl === undefined ? house : { ...house, config: { ...house.config, publicUrl } };
}

/** Finds a story by what a person calls it and acts on it; says so where there is none. */
export async function onStory(
  given: Given,
  reference: string,
  act: (house: House, desk: Desk, story: Story) => Promise<Result<Delivered>>,
): Promise<Exit> {
  return asGuest(given, async (house) => {
    const desk = await house.desk();
    const meant = await storyMeant(desk, reference);
    if (!meant.ok) return refusedWith(given.output, meant);
    const outcome = await act(house, desk, meant.value);
    if (!outcome.ok) return refusedWith(given.output, outcome);
    sayDelivered(given.output, outcome.value);
    return 0;
  });
}

/** Says why something was refused. */
export function refusedWith(output: Output, refusal: { readonly why: string; readonly say: string }): Exit {
  if (output.isJson) output.result('', { ok: false, why: refusal.why, say: refusal.say });
  output.error(refusal.say);
  return 1;
}

const DONE: Readonly<Record<string, string>> = {
  publish: 'Published',
  update: 'Updated',
  correct: 'Corrected',
  kill: 'Killed',
  unpublish: 'Unpublished',
};

/** Says what an act did, and where it is not live yet. */
export function sayDelivered(output: Output, acted: Delivered): void {
  const { behind } = acted.delivery;
  const where = acted.url === undefined ? acted.story : `${acted.url}`;
  const live = behind.length === 0 ? '' : ` Not yet live on ${behind.join(', ')}.`;
  output.result(`${DONE[acted.act] ?? acted.act}: ${where} (log entry ${acted.seq}).${live}`, {
    ok: true,
    ...acted,
  });
}
