import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { DebianPackage } from './debian.data.ts';
import { PACKAGES } from './debian.data.ts';
import { runProgram } from './program.ts';

const APT_LIMIT_MS = 180_000;
const OPTIONS = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60'];

/** The packages none of whose programs is on a search path, as `PATH` writes it. */
export async function missingPackages(path: string): Promise<readonly DebianPackage[]> {
  const isThere = await Promise.all(PACKAGES.map(({ programs }) => anyOnPath(programs, path)));
  return PACKAGES.filter((_, i) => isThere[i] === false);
}

async function anyOnPath(programs: readonly string[], path: string): Promise<boolean> {
  const places = path.split(delimiter).flatMap((folder) => programs.map((program) => join(folder, program)));
  const found = await Promise.all(
    places.map((place) =>
      access(place, constants.R_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/** The one command that brings packages. */
export function bringingCommand(packages: readonly DebianPackage[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.map(({ name }) => name).join(' ')}`;
}

/** Brings packages where we may: as root, or by a sudo that asks nothing. Gives true where apt-get says it did. */
export async function bringPackages(packages: readonly DebianPackage[], root: string): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  const before = isRoot ? [] : ['sudo', '-n'];
  const apt = async (...words: readonly string[]): Promise<boolean> => {
    const [command = 'env', ...args] = [
      ...before,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...words,
    ];
    return runProgram(command, args, { cwd: root, timeout: APT_LIMIT_MS }).then(
      ({ code }) => code === 0,
      // No sudo here.
      () => false,
    );
  };
  const install = (names: readonly string[]) => apt('install', ...OPTIONS, ...names);
  const names = packages.map(({ name }) => name);
  const others = packages.map(({ name, otherwise }) => otherwise ?? name);
  return (await apt('update', '-qq')) && ((await install(names)) || (await install(others)));
}
