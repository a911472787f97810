import assert from 'node:assert/strict';
import { BlockList, isIP } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ipAddressOf, ipAddressText, ipNetworkOf, isWithin, withheldAs } from './ip-address.ts';

function canonical(text: string): string | undefined {
  const address = ipAddressOf(text);
  return address === undefined ? undefined : ipAddressText(address);
}

describe('the spelling of an address', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['0X7F.1', '127.0.0.1'],
    ['0177.0.0.01', '127.0.0.1'],
    ['017700000001', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['192.168.257', '192.168.1.1'],
    ['0x', '0.0.0.0'],
    ['0', '0.0.0.0'],
    ['1.2.3.256', undefined],
    ['256.1', undefined],
    ['1.2.3.4.5', undefined],
    ['4294967296', undefined],
    ['08.1', undefined],
    ['1..2', undefined],
    ['', undefined],
    ['.', undefined],
    ['1e3', undefined],
    ['-1', undefined],
    ['::', '::'],
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['0000:0000:0000:0000:0000:0000:0000:0001', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1'],
    ['::FFFF:7F00:1', '::ffff:7f00:1'],
    ['64:ff9b::10.0.0.1', '64:ff9b::a00:1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['1:2:3:4:5:6:7:8::', undefined],
    ['1::2::3', undefined],
    [':::', undefined],
    ['1:2:3', undefined],
    ['::127.1', undefined],
    ['::ffff:0177.0.0.1', undefined],
    ['12345::', undefined],
    ['::g', undefined],
    ['feed.example', undefined],
  ];
  for (const [text, expected] of rows) {
    it(`“${text}” is ${expected ?? 'no address'}`, () => assert.equal(canonical(text), expected));
  }

  it('is read as browsers read it, whatever the notation of IPv4', () => {
    const part = (n: number) =>
      fc.constantFrom(String(n), `0x${n.toString(16)}`, n === 0 ? '0' : `0${n.toString(8)}`);
    const address = fc
      .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
      .chain(([a, b, c, d]) =>
        fc.oneof(
          fc.tuple(part(a), part(b), part(c), part(d)),
          fc.tuple(part(a), part(b), part(c * 256 + d)),
          fc.tuple(part(a), part(b * 65_536 + c * 256 + d)),
          fc.tuple(part(a * 16_777_216 + b * 65_536 + c * 256 + d)),
        ),
      );
    fc.assert(
      fc.property(address, (parts) => {
        const text = parts.join('.');
        assert.equal(canonical(text), new URL(`http://${text}/`).hostname);
      }),
    );
  });

  it('of IPv6 is read and written as browsers do', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        assert.equal(`[${canonical(text)}]`, new URL(`http://[${text}]/`).hostname);
      }),
    );
  });

  it('is one that a socket takes, or none at all, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-fx:.%[\]]{0,45}$/));
    fc.assert(
      fc.property(text, (given) => {
        const read = canonical(given);
        if (read !== undefined) assert.notEqual(isIP(read), 0);
        else assert.equal(isIP(given.replace(/%.*$/, '')) === 0 || /%/.test(given), true);
        if (read !== undefined) assert.equal(canonical(read), read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the reach of an address', () => {
  const withheld = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.255.255.254', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.168.0.1',
      '198.18.0.1',
      '198.19.255.255',
    ],
    ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::8.8.8.8', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::1'],
    ...['100::1', '2001::1', '2001:10::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '4000::1', '5f00::1'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', '0x7f.1', '2852039166'],
  ];
  for (const text of withheld) {
    it(`of ${text} is not the public internet`, () => {
      const address = ipAddressOf(text);
      assert.ok(address !== undefined && withheldAs(address) !== undefined);
    });
  }

  const open = [
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '9.9.9.9',
  ];
  for (const text of [
    ...open,
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2606:4700::1111',
    '2a00:1450::5',
  ]) {
    it(`of ${text} is the public internet`, () => {
      const address = ipAddressOf(text);
      assert.ok(address !== undefined);
      assert.equal(withheldAs(address), undefined);
    });
  }

  it('by network is what the system’s own block list says', () => {
    const network = fc.oneof(
      fc.tuple(fc.ipV4(), fc.integer({ min: 1, max: 32 }), fc.ipV4(), fc.constant('ipv4' as const)),
      fc.tuple(fc.ipV6(), fc.integer({ min: 1, max: 128 }), fc.ipV6(), fc.constant('ipv6' as const)),
    );
    fc.assert(
      fc.property(network, ([base, bits, other, family]) => {
        const list = new BlockList();
        list.addSubnet(base, bits, family);
        const parsed = ipNetworkOf(`${base}/${bits}`);
        const [inside, outside] = [ipAddressOf(base), ipAddressOf(other)];
        assert.ok(parsed !== undefined && inside !== undefined && outside !== undefined);
        assert.ok(isWithin(inside, parsed));
        assert.equal(isWithin(outside, parsed), list.check(other, family));
      }),
    );
  });

  it('has no network in what is none', () => {
    for (const text of ['10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', 'x/8', '10.0.0.0/-1']) {
      assert.equal(ipNetworkOf(text), undefined, text);
    }
  });
});
