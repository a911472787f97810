import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { access, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@courant/base';
import { Fault, messageOf } from '@courant/base';
import type { FolderChannel } from '@courant/wire';
import { FOLDER_UNFIT, TOO_LARGE } from './faults.ts';
import type { FilePlace, FoundFile } from './file-round.ts';
import { fileRound, freeName } from './file-round.ts';
import { collect } from './http-body.ts';
import type { Carrier } from './ports.ts';

/** A carrier that looks into a folder of this machine. Links are not followed, nor folders entered. */
export function folder(settings: FolderChannel, { clock }: { readonly clock: Clock }): Carrier {
  return {
    visit: async (order) => {
      await fitFolder(settings);
      return fileRound(placeAt(settings.path, clock), settings, { order, at: clock.now() });
    },
  };
}

/** Throws Fault `folder-unfit` where we cannot do there what the settings ask. */
async function fitFolder({ path, after }: FolderChannel): Promise<void> {
  const found = await lstat(path).catch((thrown: unknown) => {
    throw unfit(path, thrown);
  });
  if (!found.isDirectory()) throw unfit(path, new Error('it is no folder'));
  const wanted =
    after === 'leave' ? constants.R_OK | constants.X_OK : constants.R_OK | constants.W_OK | constants.X_OK;
  await access(path, wanted).catch((thrown: unknown) => {
    throw unfit(path, thrown);
  });
}

function unfit(path: string, thrown: unknown): Fault {
  return new Fault(FOLDER_UNFIT, `The folder ${path} cannot be used: ${messageOf(thrown)}.`, {
    hint: 'Make it, and let the account that the paper runs under read and write there.',
    cause: thrown,
  });
}

function placeAt(path: string, clock: Clock): FilePlace {
  return {
    async list() {
      const names = await readdir(path);
      const found = await Promise.all(names.map((name) => fileAt(path, name)));
      return found.flatMap((file) => file ?? []);
    },
    read: ({ name }, mostBytes) => bytesOf(join(path, name), mostBytes),
    async move({ name }, to) {
      await mkdir(join(path, to), { recursive: true });
      const isFree = await lstat(join(path, to, name)).then(
        () => false,
        () => true,
      );
      await rename(join(path, name), join(path, to, isFree ? name : freeName(name, clock.now())));
    },
    async remove({ name }) {
      await unlink(join(path, name));
    },
  };
}

async function fileAt(path: string, name: string): Promise<FoundFile | undefined> {
  // Gone between listing and looking: it is somebody's own affair.
  const found: Stats | undefined = await lstat(join(path, name)).catch(() => undefined);
  return found?.isFile() ? { name, size: found.size, written: found.mtime.toISOString() } : undefined;
}

async function bytesOf(file: string, mostBytes: number): Promise<Uint8Array> {
  // A link put in the file's place meanwhile is not followed, and a pipe is not waited for.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) throw new Fault(TOO_LARGE, `${file} has ${size} bytes.`);
    // One that somebody goes on writing to is read no further than that either.
    return await collect(handle.createReadStream({ autoClose: false }), { mostBytes, place: file });
  } finally {
    await handle.close();
  }
}
