import type { Instant } from '@courant/base';
import { present, unique, urgencyOf } from './fields.ts';
import type { HtmlBody } from './html-body.ts';
import { bodyFromText } from './html-body.ts';
import { readJson } from './loose-json.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject } from './ninjs-object.ts';
import type { WireItem, WireWarning } from './wire-item.ts';

/** What a form that mails its answers says of a story. */
export interface MailForm {
  readonly fields: Partial<WireItem>;
  readonly body: HtmlBody;
  readonly warnings: readonly WireWarning[];
}

const LEGAL: WireWarning = {
  code: 'restricted',
  say: 'Whoever filled in the form marked it for the lawyers: a person must look at it.',
};

/**
 * Reads what a form of a survey service mails: one JSON object, each question a list of its answers, blank where none
 * was given. Its questions are named as the paper's desk named them; undefined where there is no headline and no body.
 */
export function readMailForm(
  text: string,
  { id, sent }: { readonly id: string; readonly sent: Instant | undefined },
): MailForm | undefined {
  const plain = text.trim();
  if (!plain.startsWith('{') || !plain.endsWith('}')) return undefined;
  const json = readJson(plain);
  if (!json.ok || !isObject(json.value)) return undefined;
  const form = answersOf(json.value);
  const one = (question: string) => form.get(question)?.[0];
  const words = one('body') ?? one('story') ?? one('text');
  if (one('headline') === undefined || words === undefined) return undefined;
  const place = one('dateline');
  const isLegal = one('legal flag') !== undefined || one('legal') !== undefined;
  return {
    fields: present({
      headline: one('headline'),
      slug: one('slugline') ?? one('slug'),
      standfirst: one('abstract') ?? one('summary'),
      byline: one('byline'),
      urgency: urgencyOf(one('news value') ?? one('urgency')),
      dateline: place === undefined ? undefined : { place },
      places: unique(form.get('place') ?? []).map((name) => ({ name })),
      subjects: unique(form.get('category') ?? []).map((name) => ({ name })),
      genres: unique(form.get('genre') ?? []),
      keywords: unique(form.get('keywords') ?? []),
      firstCreated: sent,
      unmapped: { form: Object.fromEntries([...form].filter(([question]) => !MAPPED.has(question))) },
    }),
    body: bodyFromText(words, { from: { item: id, version: '' } }),
    warnings: isLegal ? [LEGAL] : [],
  };
}

const MAPPED: ReadonlySet<string> = new Set([
  ...['headline', 'body', 'story', 'text', 'slugline', 'slug', 'abstract', 'summary', 'byline'],
  ...['news value', 'urgency', 'dateline', 'place', 'category', 'genre', 'keywords', 'legal flag', 'legal'],
]);

/** Questions and answers of a form at the most, and characters of what is not the story. */
const MOST = { questions: 200, answers: 50 } as const;

/** The answers that were given, by question in lower case; what was left blank is absent. */
function answersOf(form: NinjsObject): ReadonlyMap<string, readonly string[]> {
  const given = Object.entries(form)
    .slice(0, MOST.questions)
    .map(([question, answer]): readonly [string, readonly string[]] => {
      const texts = [answer].flat().slice(0, MOST.answers);
      const said = texts.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
      return [question.trim().toLowerCase(), said];
    });
  return new Map(given.filter(([, answers]) => answers.length > 0));
}
