import type { House } from './house.ts';

/** Languages of the paper: the one that is asked for, then those of its editions, the default one's first; BCP 47. */
export async function languagesOf(house: House, asked?: string): Promise<readonly string[]> {
  const { editions } = await house.shelf.read((snapshot) => snapshot.paper());
  const own = [...editions].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  const languages = own.map(({ locale }) => new Intl.Locale(locale).language);
  return [...new Set([...(asked === undefined ? [] : [asked]), ...languages])];
}
