import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Paper } from './paper.ts';
import { until } from './paper.ts';

/** Whom a strike ends: our process, the database server's first, or both at once. */
export type Victim = 'paper' | 'postgres' | 'both';

const WRITERS = 4;
/** Between two strikes so many publications are answered at the most; half of that on average. */
const MOST_BETWEEN = 20;
/** A part of the strikes hits without waiting for an answer, and so mostly in the middle of a start. */
const EARLY = { share: 0.2, within: 1_500 };
const PATIENCE = 40_000;

/** Publishing that goes on while processes are killed at random moments. */
export class Storm {
  /** Words that only its text holds, of every story whose publication was answered. */
  readonly published = new Map<string, string>();
  /** What happened and must not. */
  readonly wrongs: string[] = [];
  readonly #paper: Paper;
  readonly #chance: () => number;
  readonly #work: readonly Promise<void>[];
  /** Processes that we killed, and processes that came to serve. */
  readonly #killed = new Set<number>();
  readonly #served: Set<number>;
  #stories = 0;
  #isOver = false;

  /** Begins to publish through a paper that runs; `chance` gives numbers from 0 to 1. */
  constructor(paper: Paper, chance: () => number) {
    this.#paper = paper;
    this.#chance = chance;
    this.#served = new Set([paper.pid]);
    this.#work = [this.#keep(), ...Array.from({ length: WRITERS }, () => this.#write())];
  }

  /** Kills somebody at the next random moment. */
  async strike(victim: Victim): Promise<void> {
    await this.#untilTheMoment();
    const { pid } = this.#paper;
    const postgres = await this.#paper.postgresPid();
    if (victim !== 'postgres') {
      this.#killed.add(pid);
      this.#paper.signal('SIGKILL');
    }
    if (victim !== 'paper' && postgres !== undefined) process.kill(postgres, 'SIGKILL');
  }

  async #untilTheMoment(): Promise<void> {
    if (this.#chance() < EARLY.share) await sleep(this.#chance() * EARLY.within);
    else {
      await this.untilPublished(this.published.size + Math.floor(this.#chance() * MOST_BETWEEN));
      await sleep(this.#chance() * 40);
    }
    const isThere = async () =>
      this.wrongs.length > 0 || (this.#paper.isRunning && (await this.#paper.postgresPid()) !== undefined);
    await until(isThere, { within: PATIENCE, what: 'there is something to kill' });
  }

  /** Waits until so many publications were answered. */
  async untilPublished(count: number): Promise<void> {
    const isSo = () => this.published.size >= count || this.wrongs.length > 0;
    await until(isSo, { within: PATIENCE, what: `publication ${count} is answered` });
  }

  /** Ends the publishing, and waits for what is under way; a paper that runs does so on. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#work);
  }

  /** Starts the paper whenever it is not there, as a watchman of services would. */
  async #keep(): Promise<void> {
    while (!this.#isOver) {
      const { pid, isRunning } = this.#paper;
      if (isRunning) await sleep(10);
      else if (this.#served.has(pid) && !this.#killed.has(pid)) {
        this.wrongs.push(`the paper ended by itself: ${this.#paper.said.slice(-2_000)}`);
        return;
      } else {
        // One that is struck, or whose database is, before it serves is started once more.
        const isServed = await this.#paper.start().then(
          () => true,
          () => false,
        );
        if (isServed) this.#served.add(this.#paper.pid);
      }
    }
  }

  /** Files and publishes one story after the other. */
  async #write(): Promise<void> {
    while (!this.#isOver) {
      const words = `Wave ${++this.#stories} came over the wall`;
      const copy = { slug: words, headline: words, bodyHtml: `<p>${words}.</p>` };
      const filed = await this.#answered(() => this.#paper.post('/api/v1/stories', copy));
      if (!filed) return;
      const { story } = JSON.parse(filed.text) as { readonly story: string };
      const places = [{ edition: 'international', section: 'world/politics' }];
      const path = `/api/v1/stories/${story}/publish`;
      if (await this.#answered(() => this.#paper.post(path, { places }))) this.published.set(story, words);
    }
  }

  /** Makes a call again and again until it is answered with a yes; undefined if the storm ends before. */
  async #answered(call: () => Promise<Answer>): Promise<Answer | undefined> {
    while (!this.#isOver) {
      const answer = await call().catch(() => {
        // The connection broke: nobody knows what became of the call.
      });
      if (answer && isYes(answer)) return answer;
      if (answer && answer.status !== 503) this.wrongs.push(`${answer.status}: ${answer.text}`);
      await sleep(15);
    }
    return undefined;
  }
}

/** Done now, or by a call before whose answer was lost. */
function isYes({ status, text }: Answer): boolean {
  return status === 200 || status === 201 || (status === 409 && text.includes('"nothing-changed"'));
}
