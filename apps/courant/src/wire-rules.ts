import type { Json } from '@courant/base';
import { later } from '@courant/base';
import type { Desk, Trial } from '@courant/desk';
import { readRules, setRules, tryRules } from '@courant/desk';
import type { Command, Exit, Given } from './command.ts';
import { option, WrongWords } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';
import { jsonIn } from './json-file.ts';

const DAY = 24 * 60 * 60 * 1000;

/** `courant wire rules`: what the desk does by itself with what arrives. */
export const wireRulesCommand: Command = {
  name: 'wire rules',
  usage: 'show | set FILE|- | test [FILE|-] [--days N]',
  summary:
    'Print the rules, replace them, or say what they (or those of a file) would have done with what came of late',
  options: { days: { type: 'string' } },
  async run(words, given) {
    const [act, file, ...others] = words.positionals;
    if (others.length > 0) throw new WrongWords('one file at a time');
    if (act === 'show') return withDesk(given, (desk) => show(desk, given));
    if (act === 'set') {
      if (file === undefined) throw new WrongWords('say which file the rules are in');
      const rules = await jsonIn(file);
      return withDesk(given, (desk) => set(desk, given, rules));
    }
    if (act !== 'test') throw new WrongWords('say “show”, “set” or “test”');
    const days = Number(option(words, 'days') ?? 7);
    if (!Number.isInteger(days) || days < 1) throw new WrongWords('--days is a whole number from 1');
    const rules = file === undefined ? undefined : await jsonIn(file);
    return withDesk(given, (desk) => tried(desk, given, { rules, days }));
  },
};

function withDesk(given: Given, work: (desk: Desk) => Promise<Exit>): Promise<Exit> {
  return asGuest(given, async (house) => work(await house.desk()));
}

async function show(desk: Desk, { output }: Given): Promise<Exit> {
  const rules = await written(desk);
  output.result(JSON.stringify(rules, null, 2), rules);
  return 0;
}

async function set(desk: Desk, { output }: Given, rules: Json): Promise<Exit> {
  const replaced = await setRules(desk, { actor: atTheKeyboard(), rules });
  if (!replaced.ok) return refusedWith(output, replaced);
  const { length } = replaced.value;
  output.result(`${length} ${length === 1 ? 'rule holds' : 'rules hold'} from now on.`, {
    ok: true,
    rules: length,
  });
  return 0;
}

async function tried(
  desk: Desk,
  { output }: Given,
  order: { readonly rules: Json | undefined; readonly days: number },
): Promise<Exit> {
  const read = readRules(order.rules ?? (await written(desk)));
  if (!read.ok) return refusedWith(output, { why: 'bad-rules', say: `${read.at}: ${read.say}.` });
  const since = later(desk.clock.now(), -order.days * DAY);
  const trial = await tryRules(desk, { rules: read.rules, since });
  output.result(linesOf(trial, order.days).join('\n'), trial);
  return 0;
}

function linesOf({ items, rules, examples }: Trial, days: number): readonly string[] {
  return [
    `${items} items of the last ${days} days; nothing was changed.`,
    ...rules.map((rule) => `${rule.items} by “${rule.rule}”`),
    ...examples.flatMap(({ received, supplier, headline, trail }) => [
      `${received} ${supplier}: ${headline ?? '(no headline)'}`,
      ...trail.map(
        ({ rule, did, why }) => `    ${rule}: ${did}${why === undefined ? '' : `, because ${why}`}`,
      ),
    ]),
  ];
}

async function written(desk: Desk): Promise<readonly Json[]> {
  return desk.archive.within(async ({ orders }) => (await orders.rules()).map(({ rule }) => rule));
}
