import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Result } from '@courant/base';
import { done, Fault, refused } from '@courant/base';
import { ADDRESS_REFUSED } from './faults.ts';
import type { IpNetwork } from './ip-address.ts';
import { ipAddressOf, ipAddressText, ipNetworkOf, isWithin, withheldAs } from './ip-address.ts';
import { transportFault } from './transport-fault.ts';

/** Protocols by which copy comes and goes. */
export type Scheme = 'http' | 'https' | 'ftp' | 'ftps' | 'sftp' | 'imap' | 'imaps';

/** Where somebody wants to go. */
export interface Place {
  readonly scheme: Scheme;
  readonly host: string;
  readonly port: number;
}

/** A place that was found fit, with the addresses to connect to: those that were checked, and no others. */
export interface CheckedPlace extends Place {
  /** IP addresses as text, one at least, in the resolver's order. */
  readonly addresses: readonly string[];
}

/** What an operator allows beyond the public internet. */
export interface AddressPolicy {
  readonly hosts: ReadonlySet<string>;
  readonly networks: readonly IpNetwork[];
}

/** The addresses of a host's name. Throws what `dns.lookup` throws. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Every outgoing connection passes it, after DNS, and again on every redirect. */
export interface AddressGuard {
  /** Throws Fault `address-refused` or `address-unknown`. */
  check(place: Place): Promise<CheckedPlace>;
}

/** Ports of each scheme below 1024; above, every port that is not known to be another service's. */
const OWN_PORTS: Readonly<Record<Scheme, readonly number[]>> = {
  http: [80, 443],
  https: [443, 80],
  ftp: [21, 990],
  ftps: [990, 21],
  sftp: [22, 115],
  imap: [143, 993],
  imaps: [993, 143],
};
/** Ports from 1024 up that browsers do not go to either (WHATWG Fetch, “bad port”), and those of databases. */
const BARRED_PORTS = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669],
  ...[6679, 6697, 10_080, 1433, 1521, 2375, 2379, 3306, 5432, 6379, 9042, 11_211, 27_017],
]);

/** Reads an operator's list of hosts, addresses and networks (`feeds.lan`, `192.168.1.7`, `10.0.0.0/8`). */
export function addressPolicy(allowed: readonly string[]): Result<AddressPolicy, 'address-policy'> {
  const hosts = new Set<string>();
  const networks: IpNetwork[] = [];
  for (const entry of allowed) {
    const network = ipNetworkOf(entry.trim());
    const host = network === undefined ? hostName(entry.trim()) : undefined;
    if (network !== undefined) networks.push(network);
    else if (host !== undefined) hosts.add(host);
    else return refused('address-policy', `“${entry}” is neither a host, nor an address, nor a network.`);
  }
  return done({ hosts, networks });
}

/** Nothing but the public internet. */
export const PUBLIC_ONLY: AddressPolicy = { hosts: new Set(), networks: [] };

/** A host's name in lower case and ASCII, without a dot at its end; undefined where it is none. */
function hostName(text: string): string | undefined {
  // Node reads a host out of more than a host.
  const ascii = /[\s/\\:@?#%]/.test(text) ? '' : domainToASCII(text.replace(/\.$/, ''));
  return /^[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?$/.test(ascii) && !ascii.includes('..') ? ascii : undefined;
}

async function resolveBySystem(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
}

/** A guard for a policy. A name one of whose addresses is refused is refused: half of a trap is a trap. */
export function addressGuard(policy: AddressPolicy, resolve: Resolve = resolveBySystem): AddressGuard {
  return {
    check: async ({ scheme, host: given, port }) => {
      if (!isSanePort(scheme, port)) throw portFault(scheme, given, port);
      const literal = ipAddressOf(given);
      const host = literal === undefined ? hostName(given) : ipAddressText(literal);
      if (host === undefined) throw nameFault(given);
      const addresses = literal === undefined ? await addressesOf(host, resolve) : [host];
      if (!policy.hosts.has(host)) for (const address of addresses) admit(given, address, policy);
      return { scheme, host, port, addresses };
    },
  };
}

function isSanePort(scheme: Scheme, port: number): boolean {
  if (!Number.isInteger(port) || port > 65_535) return false;
  return OWN_PORTS[scheme].includes(port) || (port >= 1024 && !BARRED_PORTS.has(port));
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  const found = await resolve(host).catch((thrown: unknown) => {
    throw transportFault(thrown, host);
  });
  if (found.length === 0) throw nameFault(host);
  return found;
}

function admit(given: string, address: string, policy: AddressPolicy): void {
  const ip = ipAddressOf(address);
  const what = ip === undefined ? 'no address' : withheldAs(ip);
  if (what === undefined) return;
  if (ip !== undefined && policy.networks.some((network) => isWithin(ip, network))) return;
  const leads = given === address ? `${address} is ${what}.` : `${given} leads to ${address}, ${what}.`;
  throw new Fault(ADDRESS_REFUSED, leads, {
    hint: 'If it is meant, list the host or its network among the allowed addresses.',
  });
}

function portFault(scheme: Scheme, host: string, port: number): Fault {
  const say = `Port ${port} of ${host} is none for ${scheme}.`;
  return new Fault(ADDRESS_REFUSED, say, { hint: 'Use the usual port, or one from 1024 up.' });
}

function nameFault(host: string): Fault {
  const shown = host.slice(0, 80).replace(/\p{Cc}/gu, ' ');
  return new Fault(ADDRESS_REFUSED, `“${shown}” is no name of a host.`, {
    hint: 'Look for a slip of the pen.',
  });
}

/**
 * For sockets: answers the name of a checked place with its checked addresses, whatever DNS says by then, so that
 * what is connected to is what was checked.
 */
export function lookupOf({ addresses }: CheckedPlace): LookupFunction {
  const known = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_host, options, answer) => {
    const fit = known.filter(({ family }) => !options.family || options.family === family);
    const [first] = fit;
    if (first === undefined) answer(Object.assign(new Error('no address fits'), { code: 'ENOTFOUND' }), '');
    else if (options.all === true) answer(null, fit);
    else answer(null, first.address, first.family);
  };
}
