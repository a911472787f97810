/** The same fields without those that are absent, blank or empty. */
export function present<T extends object>(fields: T): Present<T> {
  const entries = Object.entries(fields).filter(([, value]) => !isNothing(value));
  // Members of no value fell away, which is what the type says.
  return Object.fromEntries(entries) as Present<T>;
}

/** Fields any of which may be absent; a field that is there has a value. */
export type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What agencies write where they have nothing to say. */
const PLACEHOLDER = /^(no[- ]data[- ]available\b.*|none|n\/?a|null|undefined|-+|\*+)$/i;

/** A value, or undefined where an agency only filled the place. */
export function said(text: string | undefined): string | undefined {
  const plain = text?.trim();
  return plain && !PLACEHOLDER.test(plain) ? plain : undefined;
}

/** A list without what stands in it twice. */
export function unique<T>(list: readonly T[], key: (one: T) => string = String): readonly T[] {
  return [...new Map(list.map((one) => [key(one), one])).values()];
}

/** An urgency of 1 to 9, or undefined. */
export function urgencyOf(text: string | number | undefined): number | undefined {
  const urgency = Number(String(text ?? '').trim() || Number.NaN);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined;
}
