/** HR’s screen of issuing: what would be issued, each paper before it is, the run with its progress, and its files as one. */
import { posix } from 'node:path';
import { isRealDate } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { refusePastDue } from '../register/requests.js';
import { refusal } from '../register/setting.js';
import { diagnosticsOf } from '../register/told.js';
import { kindsToIssue } from '../studio/hr/issue-plan.js';
import type { AskedIssue, KindChoice, Plan, PlannedPaper, Preview } from '../studio/hr/issue-plan.js';
import type { HoldersAsked, IssuedPaper, IssuedPiece } from '../studio/hr/issue-run.js';
import { openRuns } from '../studio/hr/runs.js';
import type { Hands, Run } from '../studio/hr/runs.js';
import type { Studio, Told } from '../studio/studio.js';
import { changing, lookedAtOnce, reading, work } from './studio-route.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';

export interface PlanAnswer extends Omit<Plan, 'problems'> {
  readonly told: readonly Told[];
}

export interface IssueFacts {
  readonly kinds: readonly KindChoice[];
  readonly languages: readonly string[];
  /** Where files go, from the folder of the project. */
  readonly folder: string;
  readonly today: string;
  /** A run that was begun before and can be looked at. */
  readonly run: string | null;
}

export interface RunAnswer {
  readonly id: string;
  readonly state: Run['state'];
  readonly folder: string;
  readonly all: number;
  readonly ask: boolean;
  readonly requested: number;
  readonly done: readonly (Pick<IssuedPaper, 'stem' | 'document' | 'number' | 'outcome' | 'files'> & {
    readonly paper: PlannedPaper | null;
    readonly told: readonly Told[];
  })[];
  readonly told: readonly Told[];
}

interface Beginning {
  readonly run: string;
  readonly asked: AskedIssue;
  readonly stems: readonly string[];
  readonly ask: boolean;
  readonly due?: string;
}

export function hrIssueRoutes(studio: Studio): readonly Route[] {
  const runs = openRuns();
  const known = (run: Run | null): Run => {
    if (!run) throw refusal('studio-no-run');
    return run;
  };
  const idOf = ({ params }: Asked): string => params['run'] ?? '';
  return [
    reading('hr-issue-facts', 'hr/issue', 'documents.issue', {}, (asked): IssueFacts => {
      const setting = asked.setting();
      const last = runs.last();
      return {
        kinds: kindsToIssue(setting),
        languages: setting.workplace.organisation?.languages ?? [],
        ...{ folder: folderOf(setting.today, studio), today: setting.today, run: last && last.state !== 'done' ? last.id : null },
      };
    }),
    changing('hr-issue-plan', 'hr/issue/plan', 'documents.issue', 'studio-hr#HrIssuing', async (asked) => {
      const step = { asked: askedIn(bodyOf<AskedIssue>(asked)), most: lookedAtOnce };
      const { problems, ...plan } = await work<Plan>(asked, 'hr-plan-step', step);
      return { ...plan, told: studio.tell(problems, asked.language) } satisfies PlanAnswer;
    }),
    changing('hr-issue-preview', 'hr/issue/preview', 'documents.issue', 'studio-hr#HrPreviewing', (asked) => {
      const { stem, asked: of } = bodyOf<{ asked: AskedIssue; stem: string }>(asked);
      return work<Preview>(asked, 'hr-preview', { asked: askedIn(of), stem });
    }),
    changing('hr-issue-begin', 'hr/issue/runs', 'documents.issue', 'studio-hr#HrRun', async (asked) => {
      const { run: id, asked: of, stems, ask, due } = bodyOf<Beginning>(asked);
      const before = runs.get(id);
      if (before) return answerOf(before, asked);
      if (ask) refusePastDue(due, asked.setting());
      const { papers } = await work<Plan>(asked, 'hr-plan', askedIn(of));
      const wanted = papers.filter(({ stem }) => stems.includes(stem));
      if (wanted.length === 0) throw refusal('register-nobody-holds');
      const folder = folderOf(of.on, studio);
      return answerOf(runs.begin({ id, asked: of, papers: wanted, folder, ask, due }, handsOf(asked)), asked);
    }),
    reading('hr-issue-run', 'hr/issue/runs/{run}', 'documents.issue', {}, (asked) => answerOf(known(runs.get(idOf(asked))), asked)),
    changing('hr-issue-stop', 'hr/issue/runs/{run}/stop', 'documents.issue', null, (asked) =>
      answerOf(known(runs.stop(idOf(asked))), asked),
    ),
    changing('hr-issue-go-on', 'hr/issue/runs/{run}/go-on', 'documents.issue', null, (asked) =>
      answerOf(known(runs.goOn(idOf(asked), handsOf(asked))), asked),
    ),
    {
      ...{
        id: 'hr-issue-archive',
        method: 'GET',
        path: '/api/v1/studio/hr/issue/runs/{run}/archive',
        right: 'documents.issue',
        answers: 'file',
      },
      async run(asked) {
        const { done, asked: of } = known(runs.get(idOf(asked)));
        const documents = done.flatMap(({ document }) => document ?? []);
        const bytes = await work<Uint8Array>(asked, 'hr-archive', { documents });
        return { file: { bytes, type: 'application/zip', name: `${of.on}.zip` } };
      },
    },
  ];
}

function askedIn(asked: AskedIssue): AskedIssue {
  if (!isRealDate(asked.on)) throw refusal('bad-date', { value: asked.on });
  return asked;
}

/** A folder for each day, so that papers of one day are found together. */
function folderOf(day: string, studio: Studio): string {
  const { project } = studio.workplace([]);
  const folder = studio.desk().shelf.project?.folder ?? '.';
  return posix.join(folder, project?.out ?? 'out', day);
}

const handsOf = (asked: Asked): Hands => ({
  issue: (errand) => work<IssuedPiece>(asked, 'hr-issue', errand),
  ask: (errand) => work<HoldersAsked>(asked, 'hr-ask', errand),
  told: diagnosticsOf,
});

function answerOf({ id, state, folder, papers, ask, requested, done, problems }: Run, asked: Asked): RunAnswer {
  const byStem = new Map(papers.map((one) => [one.stem, one]));
  const say = (of: readonly Diagnostic[]): readonly Told[] =>
    asked.service
      .texts(asked.language)
      .telling.plain(of)
      .map(({ code, severity, message, hint }) => ({ code, severity: severity, message, hint }));
  return {
    ...{ id, state, folder, all: papers.length, ask, requested, told: say(problems) },
    done: done.map(({ problems: own, ...one }) => ({ ...one, paper: byStem.get(one.stem) ?? null, told: say(own) })),
  };
}
