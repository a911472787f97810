import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant, Result } from '@courant/base';
import type { Copy } from './copy.ts';
import { bodyOf, copyOf, MOMENT, paragraph, STORY_IN } from './copy-testing.ts';
import { correct } from './correct.ts';
import { kill } from './kill.ts';
import { publish } from './publish.ts';
import { schedule } from './schedule.ts';
import type { StoryState } from './state.ts';
import { unpublish } from './unpublish.ts';

const { published, updated, withdrawn, now, soon, late } = MOMENT;
const NOTE = ' The date was wrong. ';

type Outcome = 'done' | string;
type Act = 'publish' | 'correct' | 'kill' | 'unpublish' | 'schedule';

const ACTS: { readonly [A in Act]: (state: StoryState['state'], copy: Copy) => Result<unknown> } = {
  publish: (state, copy) => publish(STORY_IN[state], copy, now),
  correct: (state, copy) => correct({ story: STORY_IN[state], copy, note: NOTE }, now),
  kill: (state) => kill(STORY_IN[state], NOTE, now),
  unpublish: (state) => unpublish(STORY_IN[state], now),
  schedule: (state, copy) => schedule({ story: STORY_IN[state], copy, at: late }, now),
};

const OUTCOMES: { readonly [A in Act]: { readonly [S in StoryState['state']]: Outcome } } = {
  publish: { draft: 'done', live: 'done', unpublished: 'done', killed: 'killed' },
  correct: { draft: 'not-live', live: 'done', unpublished: 'not-live', killed: 'killed' },
  kill: { draft: 'never-published', live: 'done', unpublished: 'done', killed: 'killed' },
  unpublish: { draft: 'not-live', live: 'done', unpublished: 'not-live', killed: 'not-live' },
  schedule: { draft: 'done', live: 'done', unpublished: 'done', killed: 'killed' },
};

function outcome(result: Result<unknown>): Outcome {
  if (result.ok) return 'done';
  // A refusal is read by a person: a sentence, with what to do or why there is nothing to do.
  assert.match(result.say, /^[A-Z].*\.$/);
  return result.why;
}

const WALK = (Object.keys(OUTCOMES) as readonly Act[]).flatMap((act) =>
  (Object.keys(STORY_IN) as readonly StoryState['state'][]).map((state) => ({ act, state })),
);

describe('each act in each state', () => {
  for (const { act, state } of WALK) {
    const wanted = OUTCOMES[act][state];
    it(`${act} of a story that is ${state}: ${wanted}`, () => {
      assert.equal(outcome(ACTS[act](state, copyOf())), wanted);
    });
  }
});

describe('an embargo', () => {
  const cases: readonly (readonly [Copy['embargo'], Outcome, Outcome])[] = [
    [undefined, 'done', 'done'],
    [published, 'done', 'done'],
    [now, 'done', 'done'],
    [soon, 'embargoed', 'done'],
    [late, 'embargoed', 'done'],
    ['9999-01-01T00:00:00.000Z' as Instant, 'embargoed', 'embargoed'],
    ['indefinite', 'embargoed', 'embargoed'],
  ];
  for (const [embargo, atOnce, later] of cases) {
    it(`of ${embargo}: publish now ${atOnce}, schedule for ${late} ${later}`, () => {
      const copy = embargo === undefined ? copyOf() : copyOf({ embargo });
      for (const state of ['draft', 'live', 'unpublished'] as const) {
        assert.equal(outcome(ACTS.publish(state, copy)), atOnce);
        assert.equal(outcome(ACTS.schedule(state, copy)), later);
      }
      assert.equal(outcome(ACTS.correct('live', copy)), atOnce);
      // What is out is withdrawn whatever its copy says.
      assert.equal(outcome(ACTS.kill('live', copy)), 'done');
      assert.equal(outcome(ACTS.unpublish('live', copy)), 'done');
    });
  }
});

describe('publish', () => {
  const lacking: Readonly<Record<string, { readonly copy: Partial<Copy>; readonly wanted: Outcome }>> = {
    'no headline': { copy: { headline: ' \n' }, wanted: 'no-headline' },
    'no slug': { copy: { slug: '' }, wanted: 'no-slug' },
    'no body': { copy: { body: bodyOf() }, wanted: 'no-body' },
    'a body of blanks': { copy: { body: bodyOf(paragraph('a', ' ')) }, wanted: 'no-body' },
    'a body of the newsroom alone': {
      copy: { body: bodyOf({ type: 'notebook', attrs: { id: 'n' }, content: [] }) },
      wanted: 'no-body',
    },
    'a body of suggestions alone': {
      copy: { body: bodyOf(paragraph('a', 'x', [{ type: 'insertion', attrs: { by: 'x' } }])) },
      wanted: 'no-body',
    },
    'a film and no words': {
      copy: { body: bodyOf({ type: 'embed', attrs: { id: 'e', url: 'https://a.example/' } }) },
      wanted: 'done',
    },
    'a gallery of words': { copy: { kind: 'gallery' }, wanted: 'no-body' },
    'a gallery of pictures': {
      copy: {
        kind: 'gallery',
        body: bodyOf({ type: 'gallery', attrs: { id: 'g', pictures: [{ picture: 'p' }] } }),
      },
      wanted: 'done',
    },
    'a gallery without a picture': {
      copy: { kind: 'gallery', body: bodyOf({ type: 'gallery', attrs: { id: 'g', pictures: [] } }) },
      wanted: 'no-body',
    },
  };
  for (const [what, { copy, wanted }] of Object.entries(lacking)) {
    it(`of copy with ${what}: ${wanted}`, () =>
      assert.equal(outcome(ACTS.publish('draft', copyOf(copy))), wanted));
  }

  it('makes public the clean copy', () => {
    const result = publish(STORY_IN.draft, copyOf({ edNote: 'x', headline: ' Premier ' }), now);
    assert.ok(result.ok);
    assert.deepEqual(result.value, {
      kind: 'publish',
      copy: copyOf({ headline: 'Premier' }),
      published: now,
      updated: now,
    });
  });

  it('keeps the time of the first publication through updates and after a story was down', () => {
    const live = publish(STORY_IN.live, copyOf(), now);
    const again = publish(STORY_IN.unpublished, copyOf(), now);
    assert.ok(live.ok && again.ok);
    assert.deepEqual([live.value.kind, live.value.published, live.value.updated], ['update', published, now]);
    assert.deepEqual(
      [again.value.kind, again.value.published, again.value.updated],
      ['publish', published, now],
    );
  });

  it('lets copy of an archive keep its times, and no story be published in the future', () => {
    const archived = publish(
      STORY_IN.draft,
      copyOf({ firstPublished: published, lastUpdated: updated }),
      now,
    );
    const ahead = publish(STORY_IN.draft, copyOf({ firstPublished: soon, lastUpdated: late }), now);
    assert.ok(archived.ok && ahead.ok);
    assert.deepEqual([archived.value.published, archived.value.updated], [published, updated]);
    assert.deepEqual([ahead.value.published, ahead.value.updated], [now, now]);
  });

  it('is never updated before it was published', () => {
    const result = publish(STORY_IN.draft, copyOf({ firstPublished: updated, lastUpdated: published }), now);
    assert.ok(result.ok && result.value.published <= result.value.updated);
  });
});

describe('correct', () => {
  it('carries the public note, trimmed, and refuses a blank one', () => {
    const result = correct({ story: STORY_IN.live, copy: copyOf(), note: NOTE }, now);
    assert.ok(result.ok);
    assert.deepEqual(
      [result.value.kind, result.value.note, result.value.published],
      ['correct', NOTE.trim(), published],
    );
    assert.equal(outcome(correct({ story: STORY_IN.live, copy: copyOf(), note: ' \n' }, now)), 'no-note');
  });

  it('refuses copy that may not be published', () => {
    assert.equal(outcome(ACTS.correct('live', copyOf({ headline: '' }))), 'no-headline');
  });
});

describe('kill and unpublish', () => {
  it('give the state the story is in from then on', () => {
    assert.deepEqual(kill(STORY_IN.live, NOTE, now), {
      ok: true,
      value: { state: 'killed', at: now, published, notice: NOTE.trim() },
    });
    assert.deepEqual(unpublish(STORY_IN.live, now), {
      ok: true,
      value: { state: 'unpublished', at: now, published },
    });
  });

  it('kills with a notice only', () => {
    for (const notice of ['', ' \n\t']) assert.equal(outcome(kill(STORY_IN.live, notice, now)), 'no-notice');
  });
});

describe('schedule', () => {
  it('is for a time ahead of now', () => {
    for (const at of [published, withdrawn, now]) {
      assert.equal(outcome(schedule({ story: STORY_IN.draft, copy: copyOf(), at }, now)), 'past');
    }
    assert.deepEqual(schedule({ story: STORY_IN.draft, copy: copyOf({ embargo: soon }), at: soon }, now), {
      ok: true,
      value: soon,
    });
  });
});
