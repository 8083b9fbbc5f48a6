/** What the server answers HR’s screens; its own types. */
export type { Beginnings, TakenAnswer } from '../../../server/src/http/hr-people-routes.js';
export type { EmployerAnswer } from '../../../server/src/http/employer-routes.js';
export type {
  DepartmentForm,
  EmployerForm,
  EmployerShown,
  LackingPost,
  PostForm,
  Wordings,
} from '../../../server/src/studio/hr/employer.js';
export type { PostChoices } from '../../../server/src/http/hr-one-person-routes.js';
export type { PersonPlans } from '../../../server/src/http/hr-plan-routes.js';
export type { PersonPlan } from '../../../server/src/http/tasks-person-plan.js';
export type { IssueFacts, PlanAnswer, RunAnswer } from '../../../server/src/http/hr-issue-routes.js';
export type { FileShown } from '../../../server/src/http/tasks-verify.js';
export type { AskedIssue, KindChoice, PlannedPaper, Preview } from '../../../server/src/studio/hr/issue-plan.js';
export type { DraftColumn, DraftFinding, DraftRow, DraftView } from '../../../server/src/studio/hr/draft-view.js';
export type { PeoplePage, RegisterPage } from '../../../server/src/studio/hr/lists.js';
export type { EventLine, PaperLine, PersonPage, RequestLine } from '../../../server/src/studio/hr/person-page.js';
export type { PersonLine, RegisterRow } from '../../../server/src/studio/hr/register-rows.js';
export type { Today, TodayAtOnce, ToIssue, Waiting, WaitingLine } from '../../../server/src/studio/hr/today.js';
export type { Choice, Shown, Told } from '../types.js';
