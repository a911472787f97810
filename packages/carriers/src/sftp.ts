import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '@courant/base';
import { Fault, isFault, messageOf } from '@courant/base';
import type { SftpChannel } from '@courant/wire';
import type { ConnectConfig, FileEntryWithStats, SFTPWrapper } from 'ssh2';
import ssh2 from 'ssh2';
import { BoundedSink } from './bounded-sink.ts';
import {
  HOST_KEY_CHANGED,
  HOST_KEY_UNKNOWN,
  LOGIN_REFUSED,
  NOT_THERE,
  REFUSED,
  TOO_LARGE,
} from './faults.ts';
import type { FilePlace, FoundFile } from './file-round.ts';
import { fileRound, freeName } from './file-round.ts';
import type { ServerTools } from './ftp.ts';
import type { Carrier } from './ports.ts';
import { secretOf } from './secret.ts';
import { withinTime } from './time-limit.ts';
import { transportFault } from './transport-fault.ts';

/** Milliseconds until a server must have let us in, and for a visit in all. */
const ENTRY = 20_000;
const LONGEST = 5 * 60_000;

/** A carrier that looks into a folder on an SFTP server whose key an operator has confirmed. */
export function sftp(settings: SftpChannel, tools: ServerTools): Carrier {
  return {
    visit: async (order) => {
      const { host, port, path } = settings;
      const { addresses } = await tools.guard.check({ scheme: 'sftp', host, port });
      const login = await loginOf(settings, tools);
      const limit = { milliseconds: LONGEST, signal: order.signal, place: host };
      const client = new ssh2.Client();
      // What comes after the end is of no use to anybody, and must not end the process.
      client.on('error', () => client.end());
      try {
        return await withinTime(limit, async () => {
          const address = addresses[0] ?? host;
          const channel = await enter(client, settings, { ...login, host: address });
          const place = placeOn(channel, { path, clock: tools.clock });
          return fileRound(place, settings, { order, at: tools.clock.now() });
        });
      } catch (thrown) {
        throw sftpFault(thrown, host);
      } finally {
        client.end();
      }
    },
  };
}

async function loginOf({ login }: SftpChannel, { secrets }: ServerTools): Promise<ConnectConfig> {
  const secret = await secretOf(secrets, login.secret);
  if (login.by === 'password') return { password: secret };
  const passphrase = login.phrase === undefined ? undefined : await secretOf(secrets, login.phrase);
  return { privateKey: secret, ...(passphrase === undefined ? {} : { passphrase }) };
}

function enter(client: ssh2.Client, settings: SftpChannel, login: ConnectConfig): Promise<SFTPWrapper> {
  const { port, user: username, host } = settings;
  return new Promise((resolve, reject) => {
    let refused: Fault | undefined;
    client
      .on('ready', () => client.sftp((thrown, channel) => (thrown ? reject(thrown) : resolve(channel))))
      .on('error', (thrown) => reject(refused ?? thrown))
      .on('close', () => reject(refused ?? new Error('the connection was closed')));
    const hostVerifier = (key: Buffer) => {
      refused = keyFault(settings.hostKeys, key, host);
      return refused === undefined;
    };
    try {
      client.connect({
        ...login,
        port,
        username,
        hostVerifier,
        readyTimeout: ENTRY,
        keepaliveInterval: 10_000,
      });
    } catch (thrown) {
      // A private key that is none is thrown at once.
      reject(
        new Fault(LOGIN_REFUSED, `The key for ${host} cannot be read (${messageOf(thrown)}).`, KEY_HINT),
      );
    }
  });
}

const KEY_HINT = { hint: 'Put the whole private key away under its name, and its phrase under another.' };

function keyFault(known: readonly string[], key: Buffer, host: string): Fault | undefined {
  const print = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
  if (known.includes(print)) return undefined;
  if (known.length === 0) {
    return new Fault(HOST_KEY_UNKNOWN, `The key of ${host} is ${print}, and nobody has confirmed it.`, {
      hint: 'Ask the supplier for it by another way; if it is the same, put it into the channel as “hostKeys”.',
    });
  }
  return new Fault(HOST_KEY_CHANGED, `The key of ${host} is ${print}, another than the one confirmed.`, {
    hint: 'Somebody may stand between. Ask the supplier whether the server was set up anew.',
  });
}

function placeOn(
  channel: SFTPWrapper,
  { path, clock }: { readonly path: string; readonly clock: Clock },
): FilePlace {
  const at = (name: string) => `${path.replace(/\/$/, '')}/${name}`;
  const rename = (from: string, to: string) => called((done) => channel.rename(at(from), at(to), done));
  return {
    async list() {
      const found = await new Promise<readonly FileEntryWithStats[]>((resolve, reject) =>
        channel.readdir(path === '' ? '.' : path, (thrown, list) =>
          thrown ? reject(thrown) : resolve(list),
        ),
      );
      return found.flatMap((entry) => (entry.attrs.isFile() ? [fileOf(entry)] : []));
    },
    async read({ name, size }, mostBytes) {
      if (size > mostBytes) throw new Fault(TOO_LARGE, `${name} has ${size} bytes.`);
      const sink = new BoundedSink(mostBytes, name);
      await pipeline(channel.createReadStream(at(name)), sink);
      return sink.bytes;
    },
    async move({ name }, folder) {
      // It is there already: the usual case, and the next line says it where it is not.
      await called((done) => channel.mkdir(at(folder), done)).catch(() => undefined);
      // Servers refuse to put one file in another's place.
      await rename(name, `${folder}/${name}`).catch(() =>
        rename(name, `${folder}/${freeName(name, clock.now())}`),
      );
    },
    remove: ({ name }) => called((done) => channel.unlink(at(name), done)),
  };
}

function called(call: (done: (thrown?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((thrown) => (thrown ? reject(thrown) : resolve())));
}

function fileOf({ filename, attrs }: FileEntryWithStats): FoundFile {
  return { name: filename, size: attrs.size, written: new Date(attrs.mtime * 1000).toISOString() };
}

/** Codes of SFTP (draft-ietf-secsh-filexfer-02 §7). */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function sftpFault(thrown: unknown, host: string): Fault {
  if (isFault(thrown)) return thrown;
  const say = messageOf(thrown);
  const { level, code } = thrown as { readonly level?: unknown; readonly code?: unknown };
  if (level === 'client-authentication') {
    const hint = 'Look whether user and secret are right and still good.';
    return new Fault(LOGIN_REFUSED, `${host} does not let us in.`, { hint });
  }
  if (code === NO_SUCH_FILE)
    return new Fault(NOT_THERE, `${host} has no such folder.`, { hint: 'Look at the path.' });
  if (code === PERMISSION_DENIED) {
    const hint = 'Ask the supplier to let us read and move there, or set “after” to “leave”.';
    return new Fault(REFUSED, `${host} refuses (${say}).`, { hint });
  }
  return transportFault(thrown, host);
}
