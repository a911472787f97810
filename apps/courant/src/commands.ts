import type { Command } from './command.ts';
import { correctCommand } from './correct.ts';
import { demoLoadCommand, demoResetCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { killCommand } from './kill.ts';
import { logTailCommand, logVerifyCommand } from './log.ts';
import { migrateCommand } from './migrate.ts';
import { parseCommand } from './parse.ts';
import { publishCommand } from './publish.ts';
import { serveCommand, startCommand, workCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { storyNewCommand } from './story.ts';
import { tokenNewCommand } from './token.ts';
import { unpublishCommand } from './unpublish.ts';

/** Every command of the CLI, as `courant help` lists them. */
export const COMMANDS: readonly Command[] = [
  startCommand,
  serveCommand,
  workCommand,
  parseCommand,
  importCommand,
  storyNewCommand,
  publishCommand,
  correctCommand,
  killCommand,
  unpublishCommand,
  logTailCommand,
  logVerifyCommand,
  statusCommand,
  doctorCommand,
  migrateCommand,
  tokenNewCommand,
  exportCommand,
  demoLoadCommand,
  demoResetCommand,
];
