import { readFile } from 'node:fs/promises';
import type { IssuePlan } from '@courant/epaper';
import { z } from 'zod';
import { WrongWords } from './command.ts';
import type { IssueCopy } from './issue-copy.ts';

/** Pages of an issue at the most. */
export const MOST_PAGES = 24;

const Pages = z.int().min(1).max(MOST_PAGES);

/** A plan as somebody writes it: what it leaves out is decided by what there is. */
const PlanFile = z.strictObject({
  pages: z.int().min(2).max(MOST_PAGES).exactOptional(),
  sections: z.record(z.string(), Pages).exactOptional(),
  pins: z.record(z.uuid(), Pages).exactOptional(),
  held: z.array(z.uuid()).exactOptional(),
});

/** Reads the plan of an issue. Throws WrongWords that name the file, the place in it and what is wrong there. */
export async function planIn(path: string): Promise<IssuePlan> {
  const text = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    throw new WrongWords(`The plan ${path} cannot be read (${thrown.code}): name a file of JSON`);
  });
  const { pages, sections, pins, held } = planOf(path, text);
  return {
    ...(pages === undefined ? {} : { pages }),
    ...(sections === undefined ? {} : { sections: new Map(Object.entries(sections)) }),
    ...(pins === undefined ? {} : { pins: new Map(Object.entries(pins)) }),
    ...(held === undefined ? {} : { held: new Set(held) }),
  };
}

function planOf(path: string, text: string): z.infer<typeof PlanFile> {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (thrown) {
    throw new WrongWords(`The plan ${path} is no JSON: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
  const read = PlanFile.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the whole';
  throw new WrongWords(`The plan ${path} is wrong at ${where}: ${issue?.message}`);
}

/** What a plan asks for that the copy of a day has not, in a sentence; undefined where it has all. */
export function unplanned({ sections, stories }: IssueCopy, plan: IssuePlan = {}): string | undefined {
  const [known, ids] = [new Set(sections.map(({ path }) => path)), new Set(stories.map(({ id }) => id))];
  const section = [...(plan.sections?.keys() ?? [])].find((key) => !known.has(key));
  if (section !== undefined)
    return `The plan names the section “${section}”; the edition has ${[...known].join(', ')}.`;
  const story = [...(plan.pins?.keys() ?? []), ...(plan.held ?? [])].find((id) => !ids.has(id));
  return story === undefined
    ? undefined
    : `The plan names the story ${story}, which is not in that day’s copy.`;
}
