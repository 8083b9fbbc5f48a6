/** What the rules of the shelf find in a role as it stands in the editor. */
import type { Diagnostic, Locale, Role } from 'rolewright';
import { checkedDraft, draftOf } from './paper.js';
import type { AskedDraft } from './paper.js';
import type { RoleFile, Studio, Told } from './studio.js';

export interface Finding extends Told {
  /** JSON pointer into the data of the role; empty for the whole of it. */
  readonly pointer: string;
  readonly locale: Locale | null;
  /** Other words for a part of the text. */
  readonly fix: { readonly start: number; readonly end: number; readonly text: string } | null;
}

export interface AskedFindings extends AskedDraft {
  readonly country?: string | undefined;
}

/** Errors first; all else in the order of the rules. */
export async function findingsOf(asked: AskedFindings, language: Locale, studio: Studio): Promise<readonly Finding[]> {
  const problems: Diagnostic[] = [];
  const role = draftOf(asked, studio, problems);
  const errors = studio
    .tell(problems, language)
    .map((one, at): Finding => ({ ...one, pointer: problems[at]?.path ?? '', locale: null, fix: null }));
  return role ? [...errors, ...(await linted(role, { ...asked, language }, studio))] : errors;
}

async function linted(
  role: Role,
  { language, country }: Pick<AskedFindings, 'country'> & { readonly language: Locale },
  studio: Studio,
): Promise<readonly Finding[]> {
  const lint = await studio.lint();
  const found = lint.look(role, { languages: role.languages, jurisdiction: country ?? null });
  const words = studio.tell(
    found.map(({ diagnostic }) => diagnostic),
    language,
    lint,
  );
  return found.flatMap(({ pointer, language: locale, fix }, at) => {
    const told = words[at];
    return told ? [{ ...told, pointer, locale, fix }] : [];
  });
}

export interface Count {
  readonly errors: number;
  readonly warnings: number;
}

/** How many findings a file has; the same file is looked at once. */
export async function countOf(file: RoleFile, studio: Studio): Promise<Count> {
  const ready = counted.get(file);
  if (ready) return ready;
  const { role, diagnostics } = checkedDraft(file, [], studio);
  const found = role ? await linted(role, { language: 'en' }, studio) : [];
  const of = (severity: string): number => [...diagnostics, ...found].filter((one) => one.severity === severity).length;
  const count = { errors: of('error'), warnings: of('warning') };
  counted.set(file, count);
  return count;
}

const counted = new WeakMap<RoleFile, Count>();
