/** Runs of issuing: papers go to the workers piece by piece, so that a run can be looked at, stopped and gone on with. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'rolewright';
import type { AskedIssue, PlannedPaper } from './issue-plan.js';
import type { AskErrand, HoldersAsked, IssuedPaper, IssuedPiece, IssueErrand } from './issue-run.js';

export interface Run {
  readonly id: string;
  readonly asked: AskedIssue;
  readonly papers: readonly PlannedPaper[];
  readonly folder: string;
  /** Whether people are asked to acknowledge at the end, and until when. */
  readonly ask: boolean;
  readonly due: string | undefined;
  /** From 1: how often it was begun, or gone on with. */
  readonly attempt: number;
  readonly done: readonly IssuedPaper[];
  /** asking: all is issued, people are being asked; broken: a fault or a refusal has ended it, and `problems` says why. */
  readonly state: 'running' | 'stopping' | 'stopped' | 'asking' | 'done' | 'broken';
  /** How many were asked to acknowledge. */
  readonly requested: number;
  readonly problems: readonly Diagnostic[];
}

/** What a run needs of the workers; each throws what it refuses. */
export interface Hands {
  issue(errand: IssueErrand): Promise<IssuedPiece>;
  ask(errand: AskErrand): Promise<HoldersAsked>;
  /** What an error says of itself; null for a fault. */
  told(error: unknown): readonly Diagnostic[] | null;
}

export interface Runs {
  /** Begins a run, or gives the one that was begun under this id. */
  begin(run: Pick<Run, 'id' | 'asked' | 'papers' | 'folder' | 'ask' | 'due'>, hands: Hands): Run;
  get(id: string): Run | null;
  /** The one that was begun last. */
  last(): Run | null;
  /** No paper is begun any more; the one that is being made is finished. */
  stop(id: string): Run | null;
  goOn(id: string, hands: Hands): Run | null;
}

/** Papers of one errand: so many a worker makes before it looks for others’ work. */
const piece = 3;
/** Runs that can still be looked at. */
const mostKept = 20;
/** Nothing is made in them any more. */
const over: ReadonlySet<Run['state']> = new Set(['stopped', 'done', 'broken']);

export function openRuns(): Runs {
  const runs = new Map<string, Run>();
  const put = (run: Run): Run => {
    runs.set(run.id, run);
    return run;
  };
  const change = (id: string, made: Partial<Run>): void => {
    const run = runs.get(id);
    if (run) put({ ...run, ...made });
  };
  const issueNext = async (id: string, hands: Hands): Promise<boolean> => {
    const run = runs.get(id);
    if (run?.state !== 'running') return false;
    const settled = new Set(run.done.map(({ stem }) => stem));
    const stems = run.papers.flatMap(({ stem }) => (settled.has(stem) ? [] : [stem])).slice(0, piece);
    if (stems.length === 0) return false;
    const { asked, folder, attempt } = run;
    const { papers, problems: told } = await hands.issue({ run: id, attempt, asked, folder, stems });
    const { done = [], problems = [] } = runs.get(id) ?? {};
    const news = told.filter((one) => !problems.some((other) => isDeepStrictEqual(one, other)));
    const isBroken = told.some(({ severity }) => severity === 'error');
    change(id, { done: [...done, ...papers], problems: [...problems, ...news], ...(isBroken && { state: 'broken' }) });
    return !isBroken;
  };
  const work = async (id: string, hands: Hands): Promise<void> => {
    try {
      for (let more = true; more; ) more = await issueNext(id, hands);
      const run = runs.get(id);
      if (run?.state === 'stopping') return change(id, { state: 'stopped' });
      if (run?.state !== 'running') return;
      const documents = run.done.flatMap(({ document }) => document ?? []);
      if (!run.ask || documents.length === 0) return change(id, { state: 'done' });
      change(id, { state: 'asking' });
      const { asked, due, problems } = run;
      const told = await hands.ask({ documents, due, byName: asked.who === 'people' ? asked.people : undefined });
      change(id, { requested: told.requested, problems: [...problems, ...told.problems], state: 'done' });
    } catch (error) {
      change(id, { state: 'broken', problems: hands.told(error) ?? [{ code: 'http-fault', args: {}, severity: 'error' }] });
    }
  };
  return {
    begin(given, hands) {
      const before = runs.get(given.id);
      if (before) return before;
      for (const [id, { state }] of runs) if (runs.size >= mostKept && over.has(state)) runs.delete(id);
      const run = put({ ...given, attempt: 1, done: [], state: 'running', requested: 0, problems: [] });
      void work(run.id, hands);
      return run;
    },
    get: (id) => runs.get(id) ?? null,
    last: () => [...runs.values()].at(-1) ?? null,
    stop(id) {
      if (runs.get(id)?.state === 'running') change(id, { state: 'stopping' });
      return runs.get(id) ?? null;
    },
    goOn(id, hands) {
      const run = runs.get(id);
      if (run?.state === 'stopping') change(id, { state: 'running' });
      else if (run?.state === 'stopped' || run?.state === 'broken' || run?.state === 'done') {
        // What failed is tried again.
        const done = run.done.filter(({ outcome }) => outcome !== 'failed');
        put({ ...run, attempt: run.attempt + 1, done, state: 'running', problems: [] });
        void work(id, hands);
      }
      return runs.get(id) ?? null;
    },
  };
}
