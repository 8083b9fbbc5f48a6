/** What the server answers; its own types, so that both sides are one program. */
export type { Chapter, Field } from '../../server/src/studio/form.js';
export type { Finding } from '../../server/src/studio/findings.js';
export type { Paper, PaperAnswer } from '../../server/src/studio/paper.js';
export type { OpenRole, Saved, Conflict } from '../../server/src/studio/role-editor.js';
export type { Hit, RoleRow } from '../../server/src/studio/roles.js';
export type { Edit, Path, Value } from '../../server/src/studio/edits.js';
export type { Frame as FrameAnswer } from '../../server/src/studio/frame.js';
export type { ToldDecision, ToldFile, ToldPart, ToldPiece } from '../../server/src/studio/word-files.js';
