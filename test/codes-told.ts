/** Notes which codes the program itself tells of while a test runs, for `codes-reporter.ts`. What a test makes does not count. */
import { afterEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Codes of diagnostics that were told for the first time in this worker. */
    codesTold?: string[];
  }
}

interface Told {
  known: Set<string>;
  fresh: string[];
}

/** Called by every `diagnostic()`, see `codes-plugin.ts`; one for all the files of a worker. */
type Listener = ((code: string) => void) & Told;
const worker = globalThis as { codeTold?: Listener };

worker.codeTold ??= listener();
const { codeTold } = worker;

afterEach(({ task }) => {
  if (codeTold.fresh.length > 0) task.meta.codesTold = codeTold.fresh.splice(0);
});

function listener(): Listener {
  const told: Told = { known: new Set(), fresh: [] };
  const listen = (code: string): void => {
    if (told.known.has(code) || !fromProgram()) return;
    told.known.add(code);
    told.fresh.push(code);
  };
  return Object.assign(listen, told);
}

/** Whether the caller of `diagnostic()` is a file of src/. */
function fromProgram(): boolean {
  const frames = (new Error().stack ?? '').split('\n').filter((line) => line.includes('/src/') || line.includes('/test/'));
  const caller = frames.find((line) => !line.includes('/src/diagnostic/diagnostic.ts') && !line.includes('/test/codes-told.ts'));
  return caller?.includes('/src/') ?? false;
}
