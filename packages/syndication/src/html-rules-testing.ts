import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment } from 'parse5';

/** Elements that may stand in a feed's HTML; any other is no HTML or a risk to whoever shows it. */
const SAFE = new Set(
  (
    'a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup ' +
    'data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ' +
    'ins kbd li main map mark menu meter nav ol output p picture pre progress q rp rt ruby s samp section small source ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr button canvas ' +
    'datalist fieldset form input label legend noscript optgroup option select template textarea'
  ).split(' '),
);

/** HTML that readers take out because it may run, ask or load. */
const RISKY = new Set(
  (
    'applet base basefont body embed frame frameset head html iframe link meta noframes object param script slot style ' +
    'title xmp plaintext listing isindex comment dialog'
  ).split(' '),
);

/** The attributes that hold one address each. */
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

/** What is wrong with HTML inside a feed, each said by the validator's word for it. */
export function htmlFaults(markup: string): readonly string[] {
  const faults: string[] = [];
  const fragment = parseFragment(markup, {
    onParseError: ({ code }) => {
      faults.push(`NotHtml: ${code}`);
    },
  });
  walk(fragment, faults);
  faults.push(...balanceFaults(markup));
  // The parser leaves these out of a fragment, so only their tags tell.
  for (const [tag, name = ''] of markup.matchAll(/<(html|head|body|frameset|frame)\b[^>]*>/gi)) {
    faults.push(`SecurityRisk: ${name.toLowerCase()} in ${tag}`);
  }
  return faults;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Elements whose end tag HTML lets one leave out (HTML Living Standard §13.1.2.4). */
const OPEN_ENDED = new Set('p li dt dd tr td th thead tbody tfoot rt rp option optgroup colgroup'.split(' '));

/** Tags without their partner, which parsers mend in silence. */
function balanceFaults(markup: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const text = markup.replace(/<!--[\s\S]*?-->/g, '');
  for (const [tag, end, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:[^"'>]|"[^"]*"|'[^']*')*>/gi)) {
    const one = name.toLowerCase();
    if (!end) {
      if (!VOID.has(one) && !tag.endsWith('/>')) open.push(one);
      continue;
    }
    while (open.length > 0 && open.at(-1) !== one && OPEN_ENDED.has(open.at(-1) ?? '')) open.pop();
    if (open.at(-1) === one) open.pop();
    else if (!VOID.has(one)) faults.push(`NotHtml: unexpected-end-tag ${one}`);
  }
  const left = open.filter((one) => !OPEN_ENDED.has(one));
  return [...faults, ...left.map((one) => `NotHtml: expected-closing-tag ${one}`)];
}

function walk(node: DefaultTreeAdapterTypes.ParentNode, faults: string[]): void {
  for (const one of node.childNodes) {
    if (!('tagName' in one)) continue;
    const name = one.tagName.toLowerCase();
    if (RISKY.has(name)) faults.push(`SecurityRisk: ${name}`);
    else if (!SAFE.has(name)) faults.push(`NotHtml: ${name}`);
    for (const attribute of one.attrs) faults.push(...attributeFaults(attribute));
    walk(one, faults);
  }
}

function attributeFaults({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string;
}): readonly string[] {
  if (name.startsWith('on')) return [`SecurityRiskAttr: ${name}`];
  if (name === 'style') return [`StyleAttr: ${value}`];
  const addresses = name === 'srcset' ? value.split(/,\s+/) : ADDRESSES.has(name) ? [value] : [];
  return addresses.flatMap((address) => {
    const said = address.trim();
    if (!/^\w+:/.test(said)) return [`ContainsRelRef: ${said}`];
    return /^(?:https?|mailto|tel):/i.test(said) ? [] : [`UnsafeScheme: ${said}`];
  });
}
