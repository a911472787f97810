import { numberFormatter, pluralRules } from './formatter.ts';
import { say } from './messages.ts';
import type { MessageKey } from './messages-en.data.ts';

/** Numbers among which every plural category of CLDR has one in every language that has the category. */
const SAMPLES: readonly number[] = [...Array.from({ length: 200 }, (_, i) => i + 1), 1_000_000, 0, 1.5];

/**
 * A message that counts, as JSON: its text for each plural category of the language, with `#` in place of the number.
 * A script that counts later chooses among them and needs no words of its own.
 */
export function pluralForms(locale: string, key: MessageKey): string {
  const rules = pluralRules(locale);
  const forms: Record<string, string> = {};
  for (const count of SAMPLES) {
    const category = rules.select(count);
    forms[category] ??= say(locale, key, { count }).replace(numberFormatter(locale).format(count), '#');
  }
  return JSON.stringify(forms);
}
