/** Tasks of HR’s screens: lists that are read, people in pages, papers that are planned and issued, and where everybody stands. */
import { readStaffTable } from 'rolewright';
import type { Diagnostic, StaffTable } from 'rolewright';
import { archiveOf } from '../papers/issued-archive.js';
import { previewOf, planFor } from '../studio/hr/issue-plan.js';
import type { AskedIssue, Plan, Preview } from '../studio/hr/issue-plan.js';
import { askHolders, filesOf, issuePapers } from '../studio/hr/issue-run.js';
import type { AskErrand, HoldersAsked, IssuedPiece, IssueErrand } from '../studio/hr/issue-run.js';
import { peoplePage, registerPage } from '../studio/hr/lists.js';
import type { AskedList, AskedRegister, PeoplePage, RegisterPage } from '../studio/hr/lists.js';
import { personPage } from '../studio/hr/person-page.js';
import type { PersonPage } from '../studio/hr/person-page.js';
import type { Checked } from '../studio/hr/staff-draft.js';
import { checkStaff, takeStaff } from '../studio/hr/staff-reading.js';
import type { StaffText, Taken, Taking } from '../studio/hr/staff-reading.js';
import { todayAtOnce, todayOf, toIssue } from '../studio/hr/today.js';
import type { Today, TodayAtOnce, ToIssue } from '../studio/hr/today.js';
import type { Tasks, Workshop } from './tasks.js';

export const hrTasks = {
  'hr-table': async ({ bytes, name }: { bytes: Uint8Array; name: string }, { setting }: Workshop): Promise<TableRead> => {
    const problems: Diagnostic[] = [];
    const table = await readStaffTable(bytes, name, setting.desk, problems);
    return { table, problems };
  },
  'hr-check': (list: StaffText, { setting }: Workshop): Promise<Checked> => checkStaff(list, setting),
  'hr-take': (taking: Taking, { setting }: Workshop): Promise<Taken | null> => takeStaff(taking, setting),
  'hr-people': (asked: AskedList & { gone?: boolean }, { setting }: Workshop): Promise<PeoplePage> => peoplePage(asked, setting),
  'hr-register': (asked: AskedRegister, { setting }: Workshop): Promise<RegisterPage> => registerPage(asked, setting),
  'hr-person': ({ id }: { id: string }, { setting, own, life }: Workshop): Promise<PersonPage> =>
    personPage(id, setting, own, life(setting.language)),
  'hr-today': (_: object, { setting }: Workshop): Promise<Today> => todayOf(setting),
  'hr-today-at-once': (_: object, { setting }: Workshop): Promise<TodayAtOnce> => todayAtOnce(setting),
  'hr-to-issue': ({ most }: { most: number }, { setting }: Workshop): Promise<ToIssue> => toIssue(setting, most),
  'hr-plan': (asked: AskedIssue, { setting }: Workshop): Promise<Plan> => planFor(asked, setting),
  'hr-plan-step': ({ asked, most }: { asked: AskedIssue; most: number }, { setting }: Workshop): Promise<Plan> =>
    planFor(asked, setting, most),
  'hr-preview': ({ asked, stem }: { asked: AskedIssue; stem: string }, { setting }: Workshop): Promise<Preview> =>
    previewOf(asked, stem, setting),
  'hr-issue': async (errand: IssueErrand, { setting, problems: before = [] }: Workshop): Promise<IssuedPiece> => {
    const { papers, problems } = await issuePapers(errand, setting);
    return { papers, problems: [...before, ...problems].filter(({ severity }) => severity !== 'info') };
  },
  'hr-ask': (errand: AskErrand, { setting }: Workshop): Promise<HoldersAsked> => askHolders(errand, setting),
  'hr-archive': async ({ documents }: { documents: readonly string[] }, { setting }: Workshop): Promise<Uint8Array> => {
    const files = [];
    for (const id of documents) files.push(...(await filesOf(id, setting)));
    return archiveOf(files);
  },
} satisfies Tasks;

export interface TableRead {
  readonly table: StaffTable;
  readonly problems: readonly Diagnostic[];
}
