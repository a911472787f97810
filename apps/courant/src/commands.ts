import type { Command } from './command.ts';

/**
 * Every command of the CLI by its name, as `courant help` lists them. Each is loaded when it is called: `parse` has
 * no use for a database driver, nor `status` for pictures.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  serve: async () => (await import('./start.ts')).serveCommand,
  work: async () => (await import('./start.ts')).workCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'channel set': async () => (await import('./channel.ts')).channelSetCommand,
  'channel list': async () => (await import('./channel.ts')).channelListCommand,
  'channel close': async () => (await import('./channel.ts')).channelCloseCommand,
  'channel reopen': async () => (await import('./channel.ts')).channelReopenCommand,
  'channel remove': async () => (await import('./channel.ts')).channelRemoveCommand,
  'supplier list': async () => (await import('./supplier.ts')).supplierListCommand,
  'supplier set': async () => (await import('./supplier.ts')).supplierSetCommand,
  'supplier clear': async () => (await import('./supplier.ts')).supplierClearCommand,
  'secret put': async () => (await import('./secret.ts')).secretPutCommand,
  'secret drop': async () => (await import('./secret.ts')).secretDropCommand,
  'wire poll': async () => (await import('./wire-poll.ts')).wirePollCommand,
  'wire quarantine': async () => (await import('./wire.ts')).wireQuarantineCommand,
  'wire replay': async () => (await import('./wire.ts')).wireReplayCommand,
  'wire rules': async () => (await import('./wire-rules.ts')).wireRulesCommand,
  'wire export': async () => (await import('./wire.ts')).wireExportCommand,
  'story new': async () => (await import('./story.ts')).storyNewCommand,
  publish: async () => (await import('./publish.ts')).publishCommand,
  correct: async () => (await import('./correct.ts')).correctCommand,
  kill: async () => (await import('./kill.ts')).killCommand,
  unpublish: async () => (await import('./unpublish.ts')).unpublishCommand,
  'epaper build': async () => (await import('./epaper.ts')).epaperBuildCommand,
  'epaper publish': async () => (await import('./epaper.ts')).epaperPublishCommand,
  'log tail': async () => (await import('./log.ts')).logTailCommand,
  'log verify': async () => (await import('./log.ts')).logVerifyCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'token new': async () => (await import('./token.ts')).tokenNewCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  'demo load': async () => (await import('./demo.ts')).demoLoadCommand,
  'demo reset': async () => (await import('./demo.ts')).demoResetCommand,
};
