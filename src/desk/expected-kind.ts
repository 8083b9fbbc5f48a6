/** A file is known by what it is: that it is of another sort than an errand needs is said at once, and not by all that is wrong with it. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';
import { sureKindOf } from './file-kind.js';
import type { FileKind } from './file-kind.js';
import { attempt } from './attempt.js';

/** Null unless there is no doubt. */
export function otherKind(workspace: Workspace, path: string, wanted: FileKind): Diagnostic | null {
  const text = attempt(() => workspace.readText(path), []);
  const kind = text === null ? null : sureKindOf(text, path);
  return kind === null || kind === wanted ? null : diagnostic('file-of-other-kind', { file: path, kind, wanted }, { file: path });
}
