import { parseArgs } from 'node:util';
import type { Command, Exit, Words } from './command.ts';
import { WrongWords } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readConfig } from './config.ts';
import { explained, standardOutput } from './output.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<Exit> {
  const [word = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(word)) return help(rest[0]);
  const command = commandNamed([word, ...rest]);
  if (!command) {
    process.stderr.write(`courant: there is no command “${word}”. “courant help” lists them.\n`);
    return 2;
  }
  return perform(command, args.slice(command.name.split(' ').length));
}

/** The command whose name of one or two words the arguments begin with. */
function commandNamed(args: readonly string[]): Command | undefined {
  const two = COMMANDS.find((command) => command.name === args.slice(0, 2).join(' '));
  return two ?? COMMANDS.find((command) => command.name === args[0]);
}

async function perform(command: Command, args: readonly string[]): Promise<Exit> {
  const isJson = args.includes('--json');
  const output = standardOutput(isJson);
  try {
    if (args.includes('--help')) return help(command.name);
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

function help(name?: string): Exit {
  const some = name === undefined ? COMMANDS : COMMANDS.filter((command) => command.name.startsWith(name));
  const width = Math.max(...some.map((command) => command.name.length));
  const lines = some.map(
    (command) =>
      `  ${command.name.padEnd(width)}  ${command.summary}\n  ${' '.repeat(width)}  courant ${command.name} ${command.usage}`,
  );
  process.stdout.write(
    `courant: a newspaper in one system\n\n${lines.join('\n')}\n\nEvery command takes --json. Exit codes: 0 done, 1 refused or failed, 2 wrong words.\n`,
  );
  return some.length > 0 ? 0 : 2;
}
