import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Id, Instant } from '@courant/base';
import { instant } from '@courant/base';
import { chanceFrom } from '@courant/wire/testing';
import fc from 'fast-check';
import { settleGroups } from './wire-near-groups.ts';
import { isNear, NEAR_WITHIN, shareOf, tellsTheSame } from './wire-near-pair.ts';
import type { FiledPrint, GroupMember } from './wire-near-ports.ts';
import type { NearPrint } from './wire-near-print.ts';
import { MOST_SHINGLES, printOf } from './wire-near-print.ts';
import { itemOf } from './wire-near-texts-testing.ts';
import { nearWords } from './wire-near-words.ts';

const STORY = [
  'The ferry left Skaland at noon with 40 people on board and lost its engine an hour later, the harbour office said.',
  'A tug reached it before dark and brought it back to the quay, where an ambulance took two passengers to hospital.',
  'The line had been told in spring to replace the engine, which is as old as the ship, and had asked for more time.',
];

function print(...paragraphs: readonly string[]): NearPrint {
  return printOf(itemOf({ headline: '', paragraphs })) ?? assert.fail('the text says too little');
}

describe('the words of an item', () => {
  const wordsOf = (...paragraphs: readonly string[]) =>
    nearWords(itemOf({ headline: 'Head', paragraphs })).map(({ word }) => word);

  it('are without dateline and credits', () => {
    assert.deepEqual(
      wordsOf(
        'HARWICK (Courier) - It sails.',
        '(Reporting by Ada Quill)',
        'By Ada Quill',
        '© Courier 2026',
        'ends',
      ),
      ['head', 'it', 'sails'],
    );
  });

  it('have one number where one is written, in whatever digits', () => {
    assert.deepEqual(wordsOf('1,000 of ١٢٫٥ and 2-1'), ['head', '1000', 'of', '125', 'and', '2', '1']);
  });
});

describe('two texts', () => {
  it('tell the same where one is the other cut, dated and credited by another house', () => {
    const cut = print(`PORT AVERY (Northern) -- ${STORY[0]}`, STORY[1] ?? '', '(Editing by B. Ink)');
    assert.ok(tellsTheSame(print(...STORY), cut));
    assert.ok(shareOf(print(...STORY), cut).ofShorter > 0.95);
  });

  it('tell something else where a form was filled in with other numbers', () => {
    const form = (points: number, close: number) =>
      print(
        `The index closed up ${points} points at ${close}, helped by bank shares, dealers said. Trade was thin before the holiday.`,
      );
    assert.ok(!tellsTheSame(form(12, 7_041), form(31, 7_072)));
    assert.ok(tellsTheSame(form(12, 7_041), form(12, 7_041)));
  });

  it('are compared alike whichever comes first', () => {
    const word = fc.constantFrom(
      'ferry',
      'quay',
      'noon',
      '40',
      '12',
      'tug',
      'engine',
      'spring',
      'line',
      '人民',
      'ship',
    );
    const text = fc.array(word, { minLength: 5, maxLength: 120 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [print(a), print(`${b} ${a}`)];
        assert.deepEqual(shareOf(one, other), shareOf(other, one));
        assert.equal(tellsTheSame(one, other), tellsTheSame(other, one));
        assert.ok(tellsTheSame(one, one));
      }),
    );
  });
});

describe('a print', () => {
  it('is not made of what says nothing', () => {
    for (const text of ['', ' ', 'Ferry', '...', 'A ferry sails'])
      assert.equal(printOf(itemOf({ headline: '', paragraphs: [text] })), undefined, text);
  });

  it('is small whatever comes', () => {
    const chance = chanceFrom(7);
    const wild = Array.from({ length: 200_000 }, () => Math.floor(chance() * 1e9).toString(36)).join(' ');
    for (const text of [
      'a '.repeat(1_000_000),
      'a'.repeat(2_000_000),
      `${'人'.repeat(200_000)} a b c`,
      wild,
    ]) {
      const made = printOf(itemOf({ headline: 'one two three', paragraphs: [text] }));
      assert.ok((made?.shingles.length ?? 0) <= MOST_SHINGLES);
      assert.ok((made?.marks.length ?? 0) <= 20);
    }
  });

  it('of a short text is that of all its words', () => {
    const short = (text: string) => print(text);
    assert.ok(tellsTheSame(short('Ferry adrift off Skaland'), short('FERRY adrift, off Skaland!')));
    assert.ok(!tellsTheSame(short('Ferry adrift off Skaland'), short('Ferry sunk off Skaland')));
  });
});

/** The sentences that stories of the model are made of. */
const SENTENCES = Array.from({ length: 8 }, (_, n) => {
  const chance = chanceFrom(n + 1);
  return Array.from({ length: 14 }, () => `w${Math.floor(chance() * 1_000)}x`).join(' ');
});

const AT = instant(new Date('2026-03-14T09:00:00Z'));

/** The desk in small: what each change does to the groups, as filing would have it. */
class Model {
  readonly members = new Map<Id, GroupMember>();

  /** A chain has another text now; none: it was withdrawn. */
  change(chain: Id, filed: FiledPrint | undefined): void {
    const near = [...this.members.values()].filter((one) => filed && one.filed && isNear(one.filed, filed));
    const groups = new Set(
      [chain, ...near.map((one) => one.chain)].map((id) => this.members.get(id)?.grouped),
    );
    const before = [...this.members.values()].filter(({ grouped }) => groups.has(grouped));
    const newest: Instant = AT;
    const changed: GroupMember = { chain, grouped: chain, leads: true, newest, ...(filed ? { filed } : {}) };
    const pairs = near.filter((one) => one.chain !== chain).map((one) => [chain, one.chain] as const);
    const places = settleGroups({ before, changed: [changed], gone: [], pairs });
    this.members.set(chain, changed);
    for (const [id, place] of places) {
      const member = this.members.get(id);
      if (member) this.members.set(id, { ...member, ...place });
    }
  }

  groups(): readonly string[] {
    return [...this.members.values()]
      .map(({ chain, grouped, leads }) => `${chain} ${grouped} ${leads}`)
      .toSorted();
  }
}

describe('groups', () => {
  it('are the same whatever came first, and whatever was said in between', () => {
    const chain = fc.integer({ min: 1, max: 7 }).map((n) => `c${n}` as Id);
    const story = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 });
    const last = fc.uniqueArray(fc.tuple(chain, fc.option(story)), { selector: ([id]) => id, maxLength: 7 });
    const between = fc.array(fc.tuple(chain, fc.option(story)), { maxLength: 12 });
    const filedOf = (id: Id, said: readonly number[] | null): FiledPrint | undefined =>
      said === null
        ? undefined
        : { chain: id, version: id, made: AT, print: print(...said.map((n) => SENTENCES[n] ?? '')) };
    fc.assert(
      fc.property(last, between, (said, before) => {
        const straight = new Model();
        for (const [id, text] of said) straight.change(id, filedOf(id, text));
        const winding = new Model();
        const known = new Set(said.map(([id]) => id));
        for (const [id, text] of before) if (known.has(id)) winding.change(id, filedOf(id, text));
        for (const [id, text] of said.toReversed()) winding.change(id, filedOf(id, text));
        assert.deepEqual(winding.groups(), straight.groups());
      }),
      { numRuns: 200 },
    );
  });

  it('have one leader, the newest, and end where nobody can be compared any more', () => {
    const made = { version: 'v' as Id, made: AT, print: print(...STORY) };
    const later = instant(new Date(Date.parse(AT) + NEAR_WITHIN + 1));
    assert.ok(isNear(made, made));
    assert.ok(!isNear(made, { ...made, made: later }), 'days apart it is sent again');
    const member = (chain: string, newest: Instant, filed?: FiledPrint): GroupMember => {
      const place = { chain: chain as Id, grouped: 'a' as Id, leads: false, newest };
      return filed ? { ...place, filed } : place;
    };
    const forgotten = ['a', 'b', 'c'].map((chain) => member(chain, AT));
    const places = settleGroups({ before: forgotten, changed: [member('b', later)], gone: [], pairs: [] });
    assert.deepEqual(Object.fromEntries(places), {
      a: { grouped: 'a', leads: false },
      b: { grouped: 'b', leads: true },
      c: { grouped: 'a', leads: true },
    });
  });

  it('of a flood of one text stay small', () => {
    const before = Array.from({ length: 99 }, (_, n): GroupMember => {
      return { chain: `m${n}` as Id, grouped: 'm0' as Id, leads: false, newest: AT };
    });
    const changed = ['x', 'y', 'z'].map((chain): GroupMember => {
      return { chain: chain as Id, grouped: chain as Id, leads: true, newest: AT };
    });
    const pairs = changed.map(({ chain }) => [chain, 'm0' as Id] as const);
    const places = settleGroups({ before, changed, gone: [], pairs });
    assert.equal([...places.values()].filter(({ grouped }) => grouped === 'm0').length, 100);
    assert.equal([...places.values()].filter(({ leads }) => leads).length, 3);
  });
});
