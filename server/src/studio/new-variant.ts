/** A variant of a role for a department: begun with nothing in it, and put to use. */
import { posix } from 'node:path';
import { hasErrors, newOverlay, Refusal } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import { orRefuse, refusal } from '../register/setting.js';
import { isList, isMap, valueAt } from './edits.js';
import type { Edit, Value } from './edits.js';
import { dataOf, editedText } from './role-text.js';
import type { Studio } from './studio.js';

export interface AskedVariant {
  /** The id of a department of the employer, or the name of one that nobody has written down yet. */
  readonly department: string;
}

/** Writes a variant in which nothing differs yet; gives its id. Throws a Refusal where the department has one already. */
export function beginVariant(role: string, { department }: AskedVariant, language: Locale, studio: Studio): { readonly id: string } {
  const desk = studio.desk();
  const problems: Diagnostic[] = [];
  const { organisation, project, from } = studio.workplace(problems);
  orRefuse(problems);
  const isKnown = organisation?.departments?.some(({ id }) => id === department) ?? false;
  const options = { department, organisation: isKnown && from ? from.file.path : (false as const) };
  const started = newOverlay(role, options, language, desk, problems);
  const [file, ...schemas] = started?.files ?? [];
  if (!started || !file || hasErrors(problems)) throw new Refusal(problems);
  const id = valueAt(dataOf(file.text), ['id']);
  if (typeof id !== 'string') throw new TypeError('an overlay without an id');
  const taken = studio.named().find((one) => one.id === id);
  if (taken) throw refusal('studio-variant-exists', { id, file: taken.path });
  const text = inLanguages(file.text, project?.languages ?? organisation?.languages ?? null, studio.role(role).data);
  const { folder } = started;
  // The department may have a variant of another role.
  const isFree = !studio.workspace.exists(posix.join(folder, file.path));
  const path = isFree ? file.path : `${posix.dirname(file.path)}/${id}.yaml`;
  const written = [{ path, text }, ...schemas];
  studio.workspace.writeAll(
    written.map((one) => ({ path: one.path, bytes: new TextEncoder().encode(one.text) })),
    { folder },
  );
  return { id };
}

/** In the languages of the employer alone: nobody there would write the others. */
function inLanguages(text: string, spoken: readonly Locale[] | null, role: Value): string {
  const has = valueAt(role, ['languages']);
  const languages = isList(has) ? has.filter((one) => spoken?.some((tag) => tag === one) ?? true) : [];
  if (!isList(has) || languages.length === 0 || languages.length === has.length) return text;
  const department = valueAt(dataOf(text), ['department']);
  const edits: Edit[] = [{ do: 'set', at: ['languages'], value: languages }];
  if (isMap(department)) {
    const words = Object.fromEntries(Object.entries(department).filter(([tag]) => languages.includes(tag)));
    edits.push({ do: 'set', at: ['department'], value: words });
  }
  return editedText(text, edits).text;
}

/**
 * Writes into the file of the employer, or of its structure, that a department has this version of a role from now on. Throws a Refusal
 * where there is no such department, and where the employer could not be read with that.
 */
export function useVariant(id: string, department: string, studio: Studio): void {
  const file = studio.role(id);
  const problems: Diagnostic[] = [];
  const { from } = studio.workplace(problems);
  orRefuse(problems);
  const base = file.variant?.variant.bases[0]?.id;
  const place = (from?.structure?.file ?? from?.file)?.path;
  if (base === undefined || place === undefined) throw refusal('studio-no-department', { department });
  const text = studio.workspace.readText(place);
  const folder = posix.dirname(place);
  const named = posix.relative(folder, file.path);
  const at = ['departments', `#${department}`];
  if (valueAt(dataOf(text), at) === undefined || named.startsWith('..')) throw refusal('studio-no-department', { department });
  const has = isMap(valueAt(dataOf(text), [...at, 'overlays']));
  const edit: Edit = has
    ? { do: 'set', at: [...at, 'overlays', base], value: named }
    : { do: 'set', at: [...at, 'overlays'], value: { [base]: named } };
  studio.rewrite(place, editedText(text, [edit]).text);
}
