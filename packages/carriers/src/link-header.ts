/** Where a resource says that its hub is, and what it calls itself. */
export interface HubLinks {
  readonly hubs: readonly string[];
  readonly self?: string;
}

/** Characters of a Link header that are looked at. */
const MOST_CHARACTERS = 16_384;

/** The `hub` and `self` links of a Link header (RFC 8288 §3), made absolute by the address of the resource. */
export function hubLinks(header: string | undefined, address: string): HubLinks {
  const links = linksIn((header ?? '').slice(0, MOST_CHARACTERS));
  const targets = (rel: string): readonly string[] =>
    links
      .filter(({ rels }) => rels.includes(rel))
      .flatMap(({ target }) => URL.parse(target, address)?.href ?? []);
  const [self] = targets('self');
  return { hubs: targets('hub'), ...(self === undefined ? {} : { self }) };
}

interface Link {
  readonly target: string;
  readonly rels: readonly string[];
}

/** `<target>; name=value; name="value", <target> …`, read from left to right once. */
function linksIn(header: string): readonly Link[] {
  const links: Link[] = [];
  const target = /\s*,?\s*<([^<>]*)>/y;
  const parameter = /\s*;\s*([\w!#$&+.^`|~*-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y;
  for (let found = target.exec(header); found !== null; found = target.exec(header)) {
    let rels: readonly string[] = [];
    parameter.lastIndex = target.lastIndex;
    for (let part = parameter.exec(header); part !== null; part = parameter.exec(header)) {
      const [, name = '', quoted, bare = ''] = part;
      // Only the first `rel` counts (RFC 8288 §3.3).
      if (name.toLowerCase() === 'rel' && rels.length === 0)
        rels = (quoted ?? bare).toLowerCase().split(/\s+/);
      target.lastIndex = parameter.lastIndex;
    }
    links.push({ target: found[1] ?? '', rels });
  }
  return links;
}
