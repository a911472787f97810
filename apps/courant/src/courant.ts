import { parseArgs } from 'node:util';
import type { Command, Exit, Words } from './command.ts';
import { WrongWords } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readConfig } from './config.ts';
import { explained, standardOutput } from './output.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<Exit> {
  const [word = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(word)) return help(rest.join(' '));
  const name = [args.slice(0, 2).join(' '), word].find((one) => Object.hasOwn(COMMANDS, one));
  const command = name === undefined ? undefined : await COMMANDS[name]?.();
  if (command) return perform(command, args.slice(command.name.split(' ').length));
  const near = Object.keys(COMMANDS).filter((one) => one.split(' ')[0] === word);
  const meant = near.length > 0 ? `say one of ${near.join(', ')}` : '“courant help” lists the commands';
  process.stderr.write(`courant: there is no command “${args.slice(0, 2).join(' ')}”: ${meant}.\n`);
  return 2;
}

async function perform(command: Command, args: readonly string[]): Promise<Exit> {
  const isJson = args.includes('--json');
  const output = standardOutput(isJson);
  try {
    if (args.includes('--help')) return await help(command.name);
    const words = sorted(command, args);
    return await command.run(words, { config: readConfig(), output });
  } catch (thrown) {
    if (thrown instanceof WrongWords) {
      output.error(
        `courant ${command.name}: ${thrown.message}. Usage: courant ${command.name} ${command.usage}`,
      );
      return 2;
    }
    output.error(`courant ${command.name}: ${explained(thrown)}`);
    return 1;
  }
}

function sorted(command: Command, args: readonly string[]): Words {
  try {
    const options = { ...command.options, json: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, values };
  } catch (thrown) {
    // node:util names the word it could not place; the first sentence is enough.
    throw new WrongWords(
      thrown instanceof Error ? (thrown.message.split('. ')[0] ?? thrown.message) : String(thrown),
    );
  }
}

async function help(name: string): Promise<Exit> {
  const names = Object.keys(COMMANDS).filter((one) => one.startsWith(name));
  const width = Math.max(...names.map((one) => one.length));
  const lines: string[] = [];
  for (const one of names) {
    const command = await COMMANDS[one]?.();
    if (!command) continue;
    lines.push(`  ${one.padEnd(width)}  ${command.summary}`);
    lines.push(`  ${' '.repeat(width)}  courant ${one} ${command.usage}`);
  }
  const foot = 'Every command takes --json. Exit codes: 0 done, 1 refused or failed, 2 wrong words.';
  process.stdout.write(`courant: a newspaper in one system\n\n${lines.join('\n')}\n\n${foot}\n`);
  return lines.length > 0 ? 0 : 2;
}
