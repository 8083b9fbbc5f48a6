/** All tasks of the crew, by their names. */
import { changesTask, journalTask, statusTask, verifyTask } from './tasks-register.js';
import { issueTask, refusalTask, sheetTask, exportTask } from './tasks-papers.js';
import { packTask } from './tasks-package.js';
import { apartTasks } from './tasks-apart.js';
import { askByLinkTask } from './tasks-by-link.js';
import { distanceTasks } from './tasks-distance.js';
import { erasureTasks } from './tasks-erasure.js';
import { departmentTask } from './tasks-department.js';
import { personPlanTask } from './tasks-person-plan.js';
import { newcomersTask, planLinkTask, planMailTask } from './tasks-plans.js';
import { proposeTask } from './tasks-proposals.js';
import { hrTasks } from './tasks-hr.js';
import { careTasks } from './tasks-care.js';
import { editorTasks, studioTasks } from './tasks-studio.js';
import { verifyTasks } from './tasks-verify.js';
import { lookTask, takeTask } from './tasks-word-files.js';
import type { Tasks } from './tasks.js';

export const tasks = {
  issue: issueTask,
  sheet: sheetTask,
  refusal: refusalTask,
  export: exportTask,
  pack: packTask,
  'ask-by-link': askByLinkTask,
  propose: proposeTask,
  department: departmentTask,
  newcomers: newcomersTask,
  'person-plan': personPlanTask,
  'plan-link': planLinkTask,
  'plan-mail': planMailTask,
  status: statusTask,
  changes: changesTask,
  journal: journalTask,
  verify: verifyTask,
  'check-file': apartTasks['check-file'].run,
  ...distanceTasks,
  ...erasureTasks,
  ...hrTasks,
  ...verifyTasks,
  ...studioTasks,
  ...editorTasks,
  ...careTasks,
  'word-look': lookTask,
  'word-take': takeTask,
} satisfies Tasks;

/** Those that issue papers: their workshop has the seal of the organisation. */
export const issuing: ReadonlySet<string> = new Set<keyof typeof tasks>(['issue', 'hr-issue']);
/** Those that may come to a paper: the key is opened for the first PDF, and one that must not seal keeps nothing else back. */
export const issuingPerhaps: ReadonlySet<string> = new Set<keyof typeof tasks>(['refusal']);
