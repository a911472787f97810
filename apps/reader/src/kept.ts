/** What stands before the path of a kept story in the name of its cache: each story has one of its own. */
const KEPT = 'story ';

/** The name of the cache that keeps the story of a path. */
export function keptName(path: string): string {
  return KEPT + path;
}

/** The paths of the stories that are kept, the oldest first. */
export async function keptPaths(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(KEPT)).map((name) => name.slice(KEPT.length));
}

/** Fetches a page and what it is dressed in into a cache. The page comes last: what is there is whole. */
export async function keepPage(name: string, path: string, others: readonly string[]): Promise<void> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(String(response.status));
  const text = await response.clone().text();
  const dress = text.match(/\/assets\/[\w.-]+/g) ?? [];
  const cache = await caches.open(name);
  await cache.addAll(new Set([...dress, ...others]));
  await cache.put(path, response);
}
