/** The file of a role as text, beside the form: what the form says is written into it, and what is typed there is read as any role file is. */
import { hasErrors, readRole, Refusal } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import { diagnosticsOf } from '../register/told.js';
import { refusal } from '../register/setting.js';
import { withText } from '../register/with-text.js';
import { isMap } from './edits.js';
import type { Edit, Value } from './edits.js';
import { dataOf, editedText } from './role-text.js';
import type { RoleFile, Studio, Told } from './studio.js';
import { dataOfVariant, editedVariantText, openVariantFile } from './variants.js';

/** What somebody typed in place of the file: the first so many edits say the same of its data, those behind them come on top of it. */
export interface Typed {
  readonly text: string;
  readonly after: number;
}

export interface AskedText {
  readonly base: string;
  readonly edits: readonly Edit[];
  readonly typed?: Typed | undefined;
}

/** The file that was edited: as it lies there, or as somebody has typed it; with the edits of it. Throws a Refusal for a text that is no role. */
export function typedOver(
  file: RoleFile,
  { edits, typed }: Pick<AskedText, 'edits' | 'typed'>,
  studio: Studio,
): { readonly file: RoleFile; readonly edits: readonly Edit[] } {
  return typed === undefined ? { file, edits } : { file: asTyped(file, typed.text, studio), edits: edits.slice(typed.after) };
}

function asTyped(file: RoleFile, text: string, studio: Studio): RoleFile {
  const desk = studio.desk();
  const workspace = withText(desk.workspace, file.path, text);
  const { role, diagnostics } = readRole(workspace, file.path, desk.shelf);
  if (hasErrors(diagnostics) || role === null) throw new Refusal(diagnostics);
  if (role.id !== file.id) throw refusal('register-role-unknown-file', { file: file.path, other: role.id, role: file.id });
  const variant = file.variant && openVariantFile(text, { workspace, path: file.path }, desk);
  return { ...file, text, variant, data: variant ? dataOfVariant(variant) : dataOf(text) };
}

/** The text that would be saved. Throws a Refusal where the file is another by now, and for a typed text that is no role. */
export function textWith(id: string, asked: AskedText, studio: Studio): { readonly text: string } {
  const now = studio.role(id);
  const known = now.hash === asked.base ? now : studio.known(asked.base);
  if (known?.id !== id) throw refusal('studio-changed-meanwhile');
  if (asked.typed && asked.typed.after === asked.edits.length) return { text: asked.typed.text };
  const { file, edits } = typedOver(known, asked, studio);
  if (edits.length === 0) return { text: file.text };
  return { text: file.variant ? editedVariantText(file.text, file.variant, edits).text : editedText(file.text, edits).text };
}

export interface TypedRead {
  /** What the form shows of it; null where it is no role. */
  readonly data: Value | null;
  /** What stands against it, at lines and columns of the text from 1 on. */
  readonly told: readonly (Told & { readonly line: number; readonly column: number })[];
}

/** Reads what was typed in place of the file of a role. */
export function readTyped(id: string, text: string, language: Locale, studio: Studio): TypedRead {
  const file = studio.role(id);
  try {
    const { data } = asTyped(file, text, studio);
    return { data: isMap(data) ? data : null, told: [] };
  } catch (error) {
    const problems = diagnosticsOf(error);
    if (problems === null) throw error;
    const own = problems.filter(({ severity }) => severity === 'error');
    // What is wrong with the role that a variant builds on has no line here.
    const placeOf = ({ file: of, line = 1, column = 1 }: Diagnostic) => (of === file.path ? { line, column } : { line: 1, column: 1 });
    return { data: null, told: studio.tell(own, language).flatMap((one, at) => (own[at] ? [{ ...one, ...placeOf(own[at]) }] : [])) };
  }
}
