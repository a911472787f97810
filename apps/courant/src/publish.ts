import { parseInstant } from '@courant/base';
import type { Place } from '@courant/desk';
import { publish, schedule } from '@courant/desk';
import { deliver, storyMeant } from './act.ts';
import type { Command, Words } from './command.ts';
import { only, option, several, WrongWords } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith, sayDelivered } from './guest.ts';

/** `courant publish`: puts a story before readers, now or at a time. */
export const publishCommand: Command = {
  name: 'publish',
  usage: 'STORY --edition E [--section S] [--at T]',
  summary: 'Publish a story, or update it where it is live; --at schedules it as it is now',
  options: {
    edition: { type: 'string', multiple: true },
    section: { type: 'string' },
    at: { type: 'string' },
  },
  async run(words, given) {
    const reference = only(words, 'STORY');
    const at = timeOf(words);
    const { output } = given;
    return asGuest(given, async (house) => {
      const desk = await house.desk();
      const meant = await storyMeant(desk, reference);
      if (!meant.ok) return refusedWith(output, meant);
      const story = meant.value.id;
      const known = await desk.archive.within((books) => books.placements.of(story));
      const order = { actor: atTheKeyboard(), story, places: placesOf(words, known) };
      if (at === undefined) {
        const outcome = await deliver(house, await publish(desk, order));
        if (!outcome.ok) return refusedWith(output, outcome);
        sayDelivered(output, outcome.value);
        return 0;
      }
      const made = await schedule(desk, { ...order, at });
      if (!made.ok) return refusedWith(output, made);
      output.result(`Scheduled for ${made.value.due}.`, { ok: true, act: 'schedule', ...made.value });
      return 0;
    });
  },
};

/** Where the words say a story is to stand; an edition without a section keeps the one it has there. */
export function placesOf(words: Words, known: readonly Place[]): readonly Place[] {
  const editions = several(words, 'edition');
  const section = option(words, 'section');
  if (editions.length === 0) {
    if (section === undefined) return [];
    if (known.length === 0) throw new WrongWords('--section needs --edition');
    return known.map(({ edition }) => ({ edition, section }));
  }
  return editions.map((edition) => {
    const place = section ?? known.find((one) => one.edition === edition)?.section ?? known[0]?.section;
    if (place === undefined) throw new WrongWords('--section is missing: the story stands in none yet');
    return { edition, section: place };
  });
}

function timeOf(words: Words) {
  const text = option(words, 'at');
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  if (at === undefined)
    throw new WrongWords(`--at ${text} is no time: write 2026-11-23T18:00:00Z or with +01:00`);
  return at;
}
