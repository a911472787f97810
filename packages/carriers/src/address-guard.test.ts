import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Scheme } from './address-guard.ts';
import { addressGuard, addressPolicy, lookupOf, PUBLIC_ONLY } from './address-guard.ts';
import { faultOf } from './carrier-testing.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'wire.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example': ['10.0.0.5'],
  'half.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'xn--bcher-kva.example': ['93.184.215.14'],
  'nowhere.example': [],
};

const resolve = async (host: string): Promise<readonly string[]> => {
  const found = NAMES[host];
  if (found !== undefined) return found;
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
};

function policy(...allowed: readonly string[]) {
  const read = addressPolicy(allowed);
  assert.ok(read.ok);
  return read.value;
}

const place = (host: string, port = 443, scheme: Scheme = 'https') => ({ scheme, host, port });

describe('the address guard', () => {
  const guard = addressGuard(PUBLIC_ONLY, resolve);

  it('gives the addresses it checked, and sockets no others', async () => {
    const checked = await guard.check(place('WIRE.example.'));
    assert.deepEqual([checked.host, checked.addresses], ['wire.example', NAMES['wire.example']]);
    const answers: unknown[] = [];
    // A name that was rebound meanwhile makes no difference: it is not asked again.
    lookupOf(checked)('wire.example', { all: true }, (_error, found) => answers.push(found));
    lookupOf(checked)('wire.example', { family: 4 }, (_error, found) => answers.push(found));
    assert.deepEqual(answers, [
      [
        { address: '93.184.215.14', family: 4 },
        { address: '2606:2800:21f:cb07:6820:80da:af6b:8b2c', family: 6 },
      ],
      '93.184.215.14',
    ]);
  });

  it('reads names in other scripts', async () => {
    assert.equal((await guard.check(place('Bücher.example'))).host, 'xn--bcher-kva.example');
  });

  const refusals: readonly (readonly [string, string, string])[] = [
    ['a name that leads inside', 'inside.example', 'address-refused'],
    ['a name of which one address leads inside', 'half.example', 'address-refused'],
    ['a name that leads to this machine in another notation', 'mapped.example', 'address-refused'],
    ['this machine', '127.0.0.1', 'address-refused'],
    ['this machine in one number', '2130706433', 'address-refused'],
    ['this machine in octal', '0177.1', 'address-refused'],
    ['this machine in IPv6', '[::1]', 'address-refused'],
    ['the cloud’s own service', '169.254.169.254', 'address-refused'],
    ['a name with a blank', 'wire example', 'address-refused'],
    ['a name with a line break', 'wire.example\r\nX: y', 'address-refused'],
    ['no name', '', 'address-refused'],
    ['a name without address', 'nowhere.example', 'address-refused'],
    ['a name that nobody knows', 'other.example', 'address-unknown'],
  ];
  for (const [name, host, code] of refusals) {
    it(`refuses ${name}`, async () => {
      await faultOf(guard.check(place(host)), code);
    });
  }

  it('goes to ports where copy is', async () => {
    const good: readonly (readonly [Scheme, number])[] = [
      ['https', 443],
      ['http', 8080],
      ['ftp', 21],
      ['ftps', 990],
      ['sftp', 22],
      ['sftp', 2222],
      ['imap', 143],
      ['imaps', 993],
    ];
    for (const [scheme, port] of good) await guard.check(place('wire.example', port, scheme));
    const bad: readonly (readonly [Scheme, number])[] = [
      ['http', 22],
      ['https', 25],
      ['http', 0],
      ['http', 65_536],
      ['http', 80.5],
      ['https', 6379],
      ['ftp', 5432],
      ['sftp', 25],
    ];
    for (const [scheme, port] of bad) {
      await faultOf(guard.check(place('wire.example', port, scheme)), 'address-refused');
    }
  });

  it('lets through what the operator lists, and nothing beside it', async () => {
    const byHost = addressGuard(policy('inside.example'), resolve);
    assert.deepEqual((await byHost.check(place('Inside.example'))).addresses, ['10.0.0.5']);
    await faultOf(byHost.check(place('10.0.0.5')), 'address-refused');
    const byNetwork = addressGuard(policy('10.0.0.0/29', '::1'), resolve);
    await byNetwork.check(place('inside.example'));
    await byNetwork.check(place('10.0.0.7'));
    await byNetwork.check(place('::1'));
    await faultOf(byNetwork.check(place('10.0.0.8')), 'address-refused');
    await faultOf(byNetwork.check(place('half.example')), 'address-refused');
  });

  it('refuses a list with what is neither host nor network', () => {
    for (const entry of ['10.0.0.0/99', 'http://inside', 'a b', '']) {
      const read = addressPolicy(['wire.example', entry]);
      assert.ok(!read.ok && read.say.includes(entry));
    }
  });
});
