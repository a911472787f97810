/** What a reader chooses for every page: colours and size of text. Kept on the device under these names. */
export type Choice = 'theme' | 'text';

/** The names of all choices. */
export const CHOICES: readonly Choice[] = ['theme', 'text'];

const root = document.documentElement;

/** What was chosen; empty for what the paper does by itself, and where the browser keeps nothing. */
export function chosen(choice: Choice): string {
  try {
    return localStorage.getItem(choice) ?? '';
  } catch {
    // The reader forbids sites to keep things.
    return '';
  }
}

/** Dresses the page as chosen. */
export function apply(choice: Choice, value: string): void {
  root.dataset[choice] = value;
  if (choice !== 'theme') return;
  // The browser's own bars: light and dark stand in this order in the head.
  document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]').forEach((meta, i) => {
    const scheme = i === 0 ? 'light' : 'dark';
    meta.media = value === '' ? `(prefers-color-scheme: ${scheme})` : value === scheme ? 'all' : 'not all';
  });
}
