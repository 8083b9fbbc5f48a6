/** `rolewright generate --watch`: makes the documents, and makes again what has become otherwise with each file that is saved. */
import { setImmediate } from 'node:timers/promises';
import { attemptLater } from '../../desk/attempt.js';
import { followedDesk } from '../../desk/followed-desk.js';
import type { FollowedDesk } from '../../desk/followed-desk.js';
import { orderKeys } from '../../desk/order-key.js';
import { openMaking } from '../../desk/orders.js';
import { openMadeFiles } from '../../desk/made-files.js';
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Office } from '../office.js';
import type { MadeFile } from '../summary.js';
import { exit } from '../terminal.js';
import type { ExitCode, Terminal } from '../terminal.js';
import { readErrand } from './errand.js';
import type { GenerateOptions } from './errand.js';
import { fileOf, makeAll } from './making.js';
import { openRounds } from './rounds.js';

/** What a round has come to. */
interface Outcome {
  readonly files: readonly MadeFile[];
  readonly problems: readonly Diagnostic[];
  /** The code with which the command ends if no saving of a file can mend it; null while it goes on. */
  readonly end: ExitCode | null;
}

/** Goes on until it is interrupted, which is how it ends well. */
export async function watchAndMake(names: readonly string[], asked: GenerateOptions, office: Office): Promise<ExitCode> {
  const { terminal } = office;
  const desk = followedDesk(office);
  const rounds = openRounds(asked.json ?? false, office);
  const makeRound = openMaker(names, asked, desk, office);
  const first = terminal.milliseconds();
  const { end, ...outcome } = await makeRound();
  rounds.tell({ ...outcome, changes: null, milliseconds: terminal.milliseconds() - first });
  if (end !== null) return end;

  // From here on the command may run for hours, so that it pays to have the engine prepare.
  terminal.longWork?.();
  const interruption = terminal.interruption?.() ?? { signal: AbortSignal.abort(), end: () => {} };
  for (;;) {
    rounds.wait();
    // So that Ctrl-C comes through even where files are saved faster than documents are made.
    await setImmediate();
    const changes = await nextChanges(desk, terminal, interruption.signal);
    if (!changes) break;
    const started = terminal.milliseconds();
    const { files, problems } = await makeRound();
    rounds.tell({ files, problems, changes, milliseconds: terminal.milliseconds() - started });
  }
  interruption.end();
  return exit.ok;
}

/** Rounds of one command: each reads everything anew and makes what is made of other things than before. */
function openMaker(names: readonly string[], asked: GenerateOptions, desk: FollowedDesk, office: Office): () => Promise<Outcome> {
  const madeFiles = openMadeFiles(office.workspace, { force: asked.force ?? false, dryRun: asked.dryRun ?? false });
  let making: { library: Office['library']; make: ReturnType<typeof openMaking>; standing: Set<string> } | null = null;
  let isFirst = true;
  return async () => {
    const problems: Diagnostic[] = [];
    const here: Office = { ...office, ...desk.next() };
    const wasFirst = isFirst;
    isFirst = false;
    const failed = (end: ExitCode | null = null): Outcome => ({ files: [], problems, end: wasFirst ? end : null });
    // What documents are made of may have a fault of its own, such as a kind of the project.
    const errand = await attemptLater(() => readErrand(names, asked, here, problems), problems);
    if (!errand) return failed();
    if ('refused' in errand) return failed(errand.refused === exit.usage ? exit.usage : null);
    const { options, orders, print } = errand;
    if (making?.library !== here.library) making = { library: here.library, make: openMaking(here.library), standing: new Set() };
    const { make, standing } = making;
    // The project may have named another folder meanwhile.
    const keys = orderKeys(orders, print).map((key) => `${key} ${options.out}`);
    const due = orders.filter((_, at) => !standing.has(keys[at] ?? ''));
    const paths = due.map(({ path }) => path);
    if (!madeFiles.mayWrite(paths, options.out, problems)) return failed(exit.failure);
    const made = await makeAll(due, print, make, here, problems);
    if (hasErrors(problems) || !madeFiles.write(made, options.out, problems)) return failed();
    making = { ...making, standing: new Set(keys) };
    return { files: made.map((one) => fileOf(one, options.out)), problems, end: null };
  };
}

/** What was saved next; null when the command is to end. */
function nextChanges(desk: FollowedDesk, { watch }: Terminal, signal: AbortSignal): Promise<ReturnType<FollowedDesk['changes']> | null> {
  return new Promise((resolve) => {
    const done = (changes: ReturnType<FollowedDesk['changes']> | null): void => {
      watching?.end();
      signal.removeEventListener('abort', stop);
      resolve(changes);
    };
    const stop = (): void => done(null);
    const look = (): void => {
      const changes = desk.changes();
      if (changes.length > 0) done(changes);
    };
    const watching = watch?.(desk.places(), look);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    // What was saved while the last round was on its way.
    else look();
  });
}
