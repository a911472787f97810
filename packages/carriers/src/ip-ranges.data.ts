/** A block of addresses that no copy comes from, and what a person calls it. */
export interface WithheldRange {
  readonly network: string;
  readonly what: string;
}

/**
 * IPv4 blocks that are not of the public internet: IANA IPv4 Special-Purpose Address Registry (RFC 6890 and later),
 * with multicast (RFC 5771) and class E (RFC 1112).
 */
export const WITHHELD_IPV4: readonly WithheldRange[] = [
  { network: '0.0.0.0/8', what: 'an address of “this network”' },
  { network: '10.0.0.0/8', what: 'a private address' },
  { network: '100.64.0.0/10', what: 'an address between a carrier and its customers' },
  { network: '127.0.0.0/8', what: 'an address of this machine' },
  { network: '169.254.0.0/16', what: 'a link-local address' },
  { network: '172.16.0.0/12', what: 'a private address' },
  { network: '192.0.0.0/24', what: 'a reserved address' },
  { network: '192.0.2.0/24', what: 'an address for documentation' },
  { network: '192.31.196.0/24', what: 'a reserved address' },
  { network: '192.52.193.0/24', what: 'a reserved address' },
  { network: '192.88.99.0/24', what: 'an address of 6to4 relays' },
  { network: '192.168.0.0/16', what: 'a private address' },
  { network: '192.175.48.0/24', what: 'a reserved address' },
  { network: '198.18.0.0/15', what: 'an address for measurements' },
  { network: '198.51.100.0/24', what: 'an address for documentation' },
  { network: '203.0.113.0/24', what: 'an address for documentation' },
  { network: '224.0.0.0/4', what: 'a multicast address' },
  { network: '240.0.0.0/4', what: 'a reserved address' },
];

/**
 * IPv6 blocks by name (IANA IPv6 Special-Purpose Address Registry). Whatever lies outside 2000::/3 is withheld even if
 * it is not listed: only that block is given out for the public internet (RFC 4291 §2.4).
 */
export const WITHHELD_IPV6: readonly WithheldRange[] = [
  { network: '::/128', what: 'the unspecified address' },
  { network: '::1/128', what: 'an address of this machine' },
  { network: '::ffff:0:0/96', what: 'an IPv4 address written as IPv6' },
  { network: '::/96', what: 'an IPv4 address written as IPv6' },
  { network: '64:ff9b::/96', what: 'an IPv4 address behind NAT64' },
  { network: '64:ff9b:1::/48', what: 'an IPv4 address behind NAT64' },
  { network: '100::/64', what: 'an address that discards' },
  { network: '2001::/32', what: 'a Teredo address' },
  { network: '2001::/23', what: 'a reserved address' },
  { network: '2001:db8::/32', what: 'an address for documentation' },
  { network: '2002::/16', what: 'a 6to4 address' },
  { network: '2620:4f:8000::/48', what: 'a reserved address' },
  { network: '3fff::/20', what: 'an address for documentation' },
  { network: '5f00::/16', what: 'an address of segment routing' },
  { network: 'fc00::/7', what: 'a unique local address' },
  { network: 'fe80::/10', what: 'a link-local address' },
  { network: 'fec0::/10', what: 'a site-local address' },
  { network: 'ff00::/8', what: 'a multicast address' },
];
