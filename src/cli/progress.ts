/** One line that tells how far a longer command is; on a terminal only, and only for more than one file. */
import type { Office } from './office.js';
import { columnsOf, endOf } from './width.js';

export function progress({ terminal, say }: Office, all: number): { step(name: string): void; end(): void } {
  if (!terminal.errIsTerminal || all < 2) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step(name) {
      done += 1;
      // What wraps cannot be wiped away.
      const around = say('generate.working', { done, all, name: '' }).length;
      const shown = endOf(name, columnsOf(terminal) - 1 - around);
      terminal.err(`\r\u001b[K${say('generate.working', { done, all, name: shown })}`);
    },
    end: () => terminal.err('\r\u001b[K'),
  };
}
