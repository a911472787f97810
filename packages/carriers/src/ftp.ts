import type { Clock } from '@courant/base';
import { Fault, isFault, messageOf } from '@courant/base';
import type { FtpChannel } from '@courant/wire';
import type { FileInfo } from 'basic-ftp';
import { Client, FTPError } from 'basic-ftp';
import type { AddressGuard } from './address-guard.ts';
import { BoundedSink } from './bounded-sink.ts';
import { LOGIN_REFUSED, NOT_THERE, REFUSED, TOO_LARGE } from './faults.ts';
import type { FilePlace, FoundFile } from './file-round.ts';
import { fileRound, freeName } from './file-round.ts';
import type { Carrier } from './ports.ts';
import type { Secrets } from './secret.ts';
import { secretOf } from './secret.ts';
import { withinTime } from './time-limit.ts';
import { transportFault } from './transport-fault.ts';

/** What a visit to a server needs from outside. */
export interface ServerTools {
  readonly guard: AddressGuard;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** Milliseconds without a byte, and for a visit in all. */
const SILENCE = 30_000;
const LONGEST = 5 * 60_000;

/** A carrier that looks into a folder on an FTP server. Files are sent from where we asked alone. */
export function ftp(settings: FtpChannel, tools: ServerTools): Carrier {
  return {
    visit: async (order) => {
      const { host, port, tls } = settings;
      const checked = await tools.guard.check({ scheme: tls === 'implicit' ? 'ftps' : 'ftp', host, port });
      const password = await secretOf(tools.secrets, settings.secret);
      const limit = { milliseconds: LONGEST, signal: order.signal, place: host };
      // A server may name another host for its data: one that nobody checked.
      const client = new Client(SILENCE, { allowSeparateTransferHost: false });
      try {
        return await withinTime(limit, async () => {
          const [address = host] = checked.addresses;
          await enter(client, settings, { address, password });
          const place = placeOn(client, tools.clock);
          return fileRound(place, settings, { order, at: tools.clock.now() });
        });
      } catch (thrown) {
        throw ftpFault(thrown, host);
      } finally {
        client.close();
      }
    },
  };
}

async function enter(
  client: Client,
  { host, port, tls, user, path, certificate }: FtpChannel,
  { address, password }: { readonly address: string; readonly password: string },
): Promise<void> {
  const secure = tls === 'none' ? false : tls === 'implicit' ? 'implicit' : true;
  const authorities = certificate === undefined ? {} : { ca: certificate };
  const secureOptions = { host, servername: isName(host) ? host : '', ...authorities };
  await client.access({ host: address, port, user, password, secure, secureOptions });
  await client.cd(path === '' ? '/' : path);
}

function isName(host: string): boolean {
  return /[a-z]/i.test(host) && !host.includes(':');
}

function placeOn(client: Client, clock: Clock): FilePlace {
  return {
    async list() {
      const found = await client.list();
      return found.filter(({ isFile, name }) => isFile && isPlain(name)).map(fileOf);
    },
    async read({ name, size }, mostBytes) {
      if (size > mostBytes) throw new Fault(TOO_LARGE, `${name} has ${size} bytes.`);
      const sink = new BoundedSink(mostBytes, name);
      await client.downloadTo(sink, name);
      return sink.bytes;
    },
    async move({ name }, folder) {
      // It is there already: the usual case, and the next line says it where it is not.
      await client.send(`MKD ${folder}`).catch(() => undefined);
      // Most servers put one file in another's place without a word.
      const isFree = await client.size(`${folder}/${name}`).then(
        () => false,
        () => true,
      );
      await client.rename(name, `${folder}/${isFree ? name : freeName(name, clock.now())}`);
    },
    async remove({ name }) {
      await client.remove(name);
    },
  };
}

/** A server that names a path has us fetch from elsewhere. */
function isPlain(name: string): boolean {
  return !/[/\\\0\r\n]/.test(name) && name !== '.' && name !== '..';
}

function fileOf({ name, size, modifiedAt, rawModifiedAt }: FileInfo): FoundFile {
  return { name, size, written: modifiedAt?.toISOString() ?? rawModifiedAt };
}

function ftpFault(thrown: unknown, host: string): Fault {
  if (isFault(thrown)) return thrown;
  if (!(thrown instanceof FTPError)) return transportFault(thrown, host);
  const say = messageOf(thrown);
  if (thrown.code === 530 || thrown.code === 331 || thrown.code === 332) {
    const hint = 'Look whether user and secret are right and still good.';
    return new Fault(LOGIN_REFUSED, `${host} does not let us in (${say}).`, { hint });
  }
  if (thrown.code === 550) {
    return new Fault(NOT_THERE, `${host} does not give it (${say}).`, {
      hint: 'Look at the path, and whether we may list, read and move there.',
    });
  }
  return new Fault(REFUSED, `${host} refuses (${say}).`, { hint: 'Ask the supplier what the server wants.' });
}
