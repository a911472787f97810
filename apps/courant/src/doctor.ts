import { statfs } from 'node:fs/promises';
import { consumers, headOf, migrations } from '@courant/store';
import type { Command } from './command.ts';
import { withoutSecret } from './config.ts';
import { asGuest } from './guest.ts';
import { VERSION } from './version.ts';

/** `courant doctor`: all one needs to know of an installation, with secrets hidden. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  summary: 'Settings (secrets hidden), versions, positions and disk',
  options: {},
  async run(_words, given) {
    const { config, output } = given;
    return asGuest(given, async (house) => {
      const disk = await statfs(config.varDir).catch(() => undefined);
      const server = await house.database.serverReport();
      const report = {
        ok: true,
        courant: VERSION,
        node: process.version,
        postgres: server.version,
        database: withoutSecret(house.databaseUrl),
        databaseBytes: server.bytes,
        isEmbedded: config.databaseUrl === undefined,
        migration: (await migrations()).at(-1)?.name,
        publicUrl: config.publicUrl,
        host: config.host,
        port: config.port,
        varDir: config.varDir,
        freeBytes: disk && disk.bavail * disk.bsize,
        head: await house.database.transaction(headOf),
        surfaces: await consumers(house.database),
      };
      const lines = Object.entries(report).flatMap(([name, value]) =>
        name === 'ok'
          ? []
          : [`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`],
      );
      output.result(lines.join('\n'), report);
      return 0;
    });
  },
};
