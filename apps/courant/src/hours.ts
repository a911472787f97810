/** The time a process works: until somebody ends it. */
export interface Hours {
  /** Resolves with why it ended. */
  readonly over: Promise<string>;
  /** Stops listening to signals; a second Ctrl-C then ends the process at once. */
  close(): void;
}

/** Works until Ctrl-C (SIGINT) or SIGTERM. */
export function untilTold(): Hours {
  const { promise, resolve } = Promise.withResolvers<string>();
  const interrupted = () => resolve('Ctrl-C');
  const terminated = () => resolve('told to stop');
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', terminated);
  return {
    over: promise,
    close() {
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', terminated);
    },
  };
}
