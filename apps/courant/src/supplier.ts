import type { Supplier } from '@courant/desk';
import { setSupplier } from '@courant/desk';
import type { Command, Words } from './command.ts';
import { only, option, WrongWords } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';
import { clearedAway } from './retention-loop.ts';

/** `courant supplier list`: who sends copy, and how long it is kept. */
export const supplierListCommand: Command = {
  name: 'supplier list',
  usage: '',
  summary: 'List who sends copy, and how many days it is kept',
  options: {},
  run: (_words, given) =>
    asGuest(given, async (house) => {
      const desk = await house.desk();
      const suppliers = await desk.archive.within((books) => books.suppliers.all());
      if (suppliers.length === 0) given.output.progress('Nobody has sent copy yet.');
      for (const supplier of suppliers) given.output.result(lineOf(supplier), { ...supplier });
      return 0;
    }),
};

/** `courant supplier set`: says something of a supplier; what is not named stays as it is. */
export const supplierSetCommand: Command = {
  name: 'supplier set',
  usage: 'SUPPLIER [--name TEXT] [--time-zone ZONE] [--keep-days N|always]',
  summary: 'Say how a supplier is called, in which zone its times are, how long its copy is kept',
  options: {
    name: { type: 'string' },
    'time-zone': { type: 'string' },
    'keep-days': { type: 'string' },
  },
  async run(words, given) {
    const [key, keepDays] = [only(words, 'SUPPLIER'), daysOf(words)];
    const said = { name: option(words, 'name'), timeZone: option(words, 'time-zone'), keepDays };
    if (Object.values(said).every((value) => value === undefined))
      throw new WrongWords('nothing is said of it: --name, --time-zone or --keep-days');
    return asGuest(given, async (house) => {
      const set = await setSupplier(await house.desk(), { actor: atTheKeyboard(), key, ...said });
      if (!set.ok) return refusedWith(given.output, set);
      given.output.result(lineOf(set.value), { ok: true, ...set.value });
      return 0;
    });
  },
};

/** `courant supplier clear`: deletes at once what is not kept any longer, as the paper does by itself every ten minutes. */
export const supplierClearCommand: Command = {
  name: 'supplier clear',
  usage: '',
  summary: 'Delete now what is older than its supplier’s copy is kept; the paper does so by itself',
  options: {},
  run: (_words, given) =>
    asGuest(given, async (house) => {
      const { chains, receipts, forgotten } = await clearedAway(await house.desk());
      const say = `Deleted: ${chains} items, ${receipts} payloads that brought nothing, ${forgotten} marks of what is gone.`;
      given.output.result(say, { ok: true, chains, receipts, forgotten });
      return 0;
    }),
};

function daysOf(words: Words): number | null | undefined {
  const days = option(words, 'keep-days');
  if (days === undefined) return undefined;
  if (days === 'always') return null;
  if (/^\d{1,6}$/.test(days)) return Number(days);
  throw new WrongWords('--keep-days takes a number of days, or “always”');
}

function lineOf({ key, name, timeZone, keepDays }: Supplier): string {
  const kept = keepDays === undefined ? 'kept for good' : `kept ${keepDays} days, but for what stories used`;
  const zone = timeZone === undefined ? '' : `, times in ${timeZone}`;
  return `${key}: ${name === undefined ? '' : `${name}, `}${kept}${zone}`;
}
