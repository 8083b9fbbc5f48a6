/** What the server answers; its own types, so that both sides are one program. */
export type { Chapter, Field } from '../../server/src/studio/form.js';
export type { Finding } from '../../server/src/studio/findings.js';
export type { Choice, Paper, PaperAnswer } from '../../server/src/studio/paper.js';
export type { OpenRole, OpenVariant, Saved, Conflict } from '../../server/src/studio/role-editor.js';
export type { Hit, RoleRow } from '../../server/src/studio/roles.js';
export type { Edit, Path, Value } from '../../server/src/studio/edits.js';
export type { FrameShown as FrameAnswer } from '../../server/src/http/frame-route.js';
export type { ComparisonShown, ProposalRow, ProposalShown } from '../../server/src/studio/proposing.js';
export type { Shown } from '../../server/src/studio/hr/register-rows.js';
export type { RoleHistory, RoleVersion } from '../../server/src/studio/history.js';
export type { Told } from '../../server/src/studio/studio.js';
export type { TypedRead } from '../../server/src/studio/typed.js';
export type { VariantRow } from '../../server/src/studio/variant-facts.js';
export type { PlanMailed } from '../../server/src/post/plan-mail.js';
export type { NewcomerRow, Newcomers, PlanLinkMade } from '../../server/src/http/tasks-plans.js';
export type { DepartmentRow } from '../../server/src/http/tasks-department.js';
export type { ToldDecision, ToldFile, ToldPart, ToldPiece } from '../../server/src/studio/word-files.js';
export type { DepartmentChoice, DepartmentHead } from '../../server/src/studio/employer-departments.js';
