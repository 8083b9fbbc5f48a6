/** One line that tells how far a longer command is; on a terminal only, and only for more than one file. */
import type { Office } from './office.js';

export function progress({ terminal, say }: Office, all: number): { step(name: string): void; end(): void } {
  if (!terminal.errIsTerminal || all < 2) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step(name) {
      done += 1;
      terminal.err(`\r\u001b[K${say('generate.working', { done, all, name })}`);
    },
    end: () => terminal.err('\r\u001b[K'),
  };
}
