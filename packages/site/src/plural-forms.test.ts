import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberFormatter } from './formatter.ts';
import { say } from './messages.ts';
import { pluralForms } from './plural-forms.ts';

for (const locale of ['en-GB', 'ar', 'ar-EG', 'fr', 'de', 'zh-Hans', 'ru', 'pl']) {
  test(`the forms of a message in ${locale} say for every number what the message says`, () => {
    const forms = JSON.parse(pluralForms(locale, 'newUpdates')) as Readonly<Record<string, string>>;
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 102, 1_000, 1_000_000]) {
      const form = forms[new Intl.PluralRules(locale).select(count)] ?? '';
      assert.equal(
        form.replace('#', numberFormatter(locale).format(count)),
        say(locale, 'newUpdates', { count }),
      );
    }
  });
}
