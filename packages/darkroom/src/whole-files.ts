import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { FSDriver } from 'flydrive/drivers/fs';

/** Files in a folder, each written whole or not at all: a process killed half-way leaves none under the name. */
export class WholeFiles extends FSDriver {
  readonly #folder: string;

  constructor(folder: string) {
    super({ location: folder, visibility: 'private' });
    this.#folder = folder;
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const beside = `${key}.${randomUUID()}.new`;
    await super.put(beside, contents);
    await rename(join(this.#folder, beside), join(this.#folder, key));
  }
}
