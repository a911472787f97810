// A formatter of Intl costs as much to make as several cards to draw. There are as many as editions have settings.
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();
const lists = new Map<string, Intl.ListFormat>();
const languages = new Map<string, Intl.DisplayNames>();
const segmenters = new Map<string, Intl.Segmenter>();

function kept<T>(by: Map<string, T>, key: string, make: () => T): T {
  const known = by.get(key);
  if (known !== undefined) return known;
  const made = make();
  by.set(key, made);
  return made;
}

/** The formatter of dates for a locale and options. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, `${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** The formatter of numbers for a locale. */
export function numberFormatter(locale: string): Intl.NumberFormat {
  return kept(numbers, locale, () => new Intl.NumberFormat(locale));
}

/** The plural rules of a locale. */
export function pluralRules(locale: string): Intl.PluralRules {
  return kept(plurals, locale, () => new Intl.PluralRules(locale));
}

/** The formatter of lists in their shortest form, mostly without “and”, for a locale. */
export function listFormatter(locale: string): Intl.ListFormat {
  return kept(lists, locale, () => new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }));
}

/** What finds the words of a text in a language. */
export function wordSegmenter(language: string): Intl.Segmenter {
  return kept(segmenters, language, () => new Intl.Segmenter(language, { granularity: 'word' }));
}

/** A language by its own name, `العربية`; its tag where it has none. */
export function languageName(language: string): string {
  try {
    const names = kept(languages, language, () => new Intl.DisplayNames(language, { type: 'language' }));
    return names.of(language) ?? language;
  } catch {
    // Agencies send tags that BCP 47 does not know: such a one is its own name.
    return language;
  }
}
