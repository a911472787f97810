import type { WithheldRange } from './ip-ranges.data.ts';
import { WITHHELD_IPV4, WITHHELD_IPV6 } from './ip-ranges.data.ts';

/** An IP address as a number of 32 or 128 bits. */
export interface IpAddress {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** All addresses whose first so many bits are those of one address. */
export interface IpNetwork {
  readonly address: IpAddress;
  readonly bits: number;
}

/**
 * The IP address that a text spells, or undefined. IPv4 in every spelling that resolvers take (decimal, octal and
 * hexadecimal, one to four parts, as the WHATWG URL standard §3.5 reads them), IPv6 (RFC 4291 §2.2) with or without
 * brackets and zone.
 */
export function ipAddressOf(text: string): IpAddress | undefined {
  return text.includes(':') ? ipv6Of(text) : ipv4Of(text);
}

function ipv4Of(text: string): IpAddress | undefined {
  const parts = text.replace(/\.$/, '').split('.');
  if (parts.length > 4) return undefined;
  const numbers = parts.map(numberOf);
  const isWhole = numbers.every((one) => one !== undefined);
  if (!isWhole) return undefined;
  const last = numbers.pop() ?? 0n;
  if (numbers.some((one) => one > 255n) || last >= 256n ** BigInt(4 - numbers.length)) return undefined;
  const value = numbers.reduce((sum, one, i) => sum + one * 256n ** BigInt(3 - i), last);
  return { version: 4, value };
}

/** A part of an IPv4 address: `0x7f`, `0177`, `127`; `0x` alone is nought. */
function numberOf(part: string): bigint | undefined {
  if (part === '' || part.length > 40) return undefined;
  if (/^0x[\da-f]*$/i.test(part)) return part.length === 2 ? 0n : BigInt(part);
  if (/^0[0-7]+$/.test(part)) return BigInt(`0o${part}`);
  return /^(0|[1-9]\d*)$/.test(part) ? BigInt(part) : undefined;
}

const DOTTED = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

function ipv6Of(text: string): IpAddress | undefined {
  const plain = (/^\[(.*)\]$/.exec(text)?.[1] ?? text).replace(/%[\w.~-]+$/, '');
  if (plain.length > 45) return undefined;
  const [before = '', after, ...more] = plain.split('::');
  if (more.length > 0) return undefined;
  const head = groupsOf(before, after === undefined);
  const tail = after === undefined ? [] : groupsOf(after, true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...tail];
  return { version: 6, value: groups.reduce((sum, group) => sum * 65_536n + group, 0n) };
}

/** Groups of four hexadecimal digits; the last may be an IPv4 address with dots where the text ends there. */
function groupsOf(text: string, isEnd: boolean): readonly bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const dotted = isEnd && DOTTED.test(parts.at(-1) ?? '') ? ipv4Of(parts.pop() ?? '') : undefined;
  if (!parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  const groups = parts.map((part) => BigInt(`0x${part}`));
  return dotted === undefined ? groups : [...groups, dotted.value >> 16n, dotted.value & 0xffffn];
}

/** The one text of an address, as sockets take it: dotted decimal, or RFC 5952. */
export function ipAddressText({ version, value }: IpAddress): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  const run = longestRun(groups);
  if (run === undefined) return groups.join(':');
  return `${groups.slice(0, run.from).join(':')}::${groups.slice(run.from + run.length).join(':')}`;
}

/** The longest run of nought groups, two at least; the first of equals (RFC 5952 §4.2). */
function longestRun(
  groups: readonly string[],
): { readonly from: number; readonly length: number } | undefined {
  let best: { readonly from: number; readonly length: number } | undefined;
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === '0') length++;
    if (length > Math.max(best?.length ?? 0, 1)) best = { from, length };
  }
  return best;
}

/** A network as `10.0.0.0/8`, or a single address, or undefined. Bits behind the prefix do not matter. */
export function ipNetworkOf(text: string): IpNetwork | undefined {
  const [base = '', prefix, ...more] = text.split('/');
  const address = ipAddressOf(base);
  if (address === undefined || more.length > 0) return undefined;
  const most = address.version === 4 ? 32 : 128;
  if (prefix === undefined) return { address, bits: most };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > most) return undefined;
  return { address, bits: Number(prefix) };
}

/** Whether an address lies in a network. */
export function isWithin(address: IpAddress, network: IpNetwork): boolean {
  if (address.version !== network.address.version) return false;
  const rest = BigInt((address.version === 4 ? 32 : 128) - network.bits);
  return address.value >> rest === network.address.value >> rest;
}

interface Withheld {
  readonly network: IpNetwork;
  readonly what: string;
}

function ranges(rows: readonly WithheldRange[]): readonly Withheld[] {
  return rows.flatMap(({ network, what }) => {
    const parsed = ipNetworkOf(network);
    return parsed === undefined ? [] : [{ network: parsed, what }];
  });
}

const IPV4 = ranges(WITHHELD_IPV4);
const IPV6 = ranges(WITHHELD_IPV6);
const GLOBAL_IPV6 = ipNetworkOf('2000::/3');

/** What keeps an address from being one of the public internet, as in “a private address”; undefined where nothing. */
export function withheldAs(address: IpAddress): string | undefined {
  const found = (address.version === 4 ? IPV4 : IPV6).find(({ network }) => isWithin(address, network));
  if (found !== undefined) return found.what;
  const isPublic = address.version === 4 || (GLOBAL_IPV6 !== undefined && isWithin(address, GLOBAL_IPV6));
  return isPublic ? undefined : 'a reserved address';
}
