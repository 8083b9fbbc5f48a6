/** What an organisation says of the positions of roles, held against the roles: answers that fit no question, titles that mean something else. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Locate } from '../read/yaml-data.js';
import { segment } from '../read/yaml-data.js';
import { misfits } from '../role/answer-fit.js';
import type { OrganisationFile } from './organisation-file.js';
import type { StructureFile } from './structure-file.js';
import type { Role, Text } from '../role/role.generated.js';

/** An organisation, and where in its file each of its values stands. */
export interface Employing {
  readonly organisation: Organisation;
  readonly locate: Locate;
}

/** Answers of the organisation, its departments and its positions that do not fit the questions of these roles; each once. */
export function answerProblems(roles: readonly Role[], { organisation, locate }: Employing): Diagnostic[] {
  const findings = roles.flatMap(({ id, questions }) => [
    ...misfits(organisation.answers, questions, '/answers'),
    ...(organisation.departments ?? []).flatMap(({ answers }, at) => misfits(answers, questions, `/departments/${at}/answers`)),
    ...misfits(organisation.positions?.[id]?.answers, questions, `/positions${segment(id)}/answers`),
  ]);
  return once(findings.map((one) => diagnostic(one.code, one.args, locate(one.pointer, one.side), one.severity)));
}

/** The same of a structure: of its departments, and of each position those that do not fit the questions of its role. */
export function structureAnswerProblems(roles: readonly Role[], { lines, file }: StructureFile): Diagnostic[] {
  const { departments = [], positions } = lines.structure;
  const findings = roles.flatMap(({ id, questions }) => [
    ...departments.flatMap(({ answers }, at) => misfits(answers, questions, `/departments/${at}/answers`)),
    ...lines.ofRole(id).flatMap((position) => misfits(positions[position]?.answers, questions, `/positions${segment(position)}/answers`)),
  ]);
  return once(findings.map((one) => diagnostic(one.code, one.args, file.locate(one.pointer, one.side), one.severity)));
}

/** Titles of positions that mean another role in the country of the organisation, as the roles know. */
export function titleProblems(roles: readonly Role[], { organisation, locate }: Employing): Diagnostic[] {
  return once(
    roles.flatMap(({ id, titleNotes = [], languages }) => {
      const title = organisation.positions?.[id]?.title;
      if (title === undefined) return [];
      return titleNotes
        .filter(({ jurisdictions }) => jurisdictions?.includes(organisation.jurisdiction) ?? true)
        .filter((note) => locales.some((locale) => isSame(title, note.title, locale, [organisation.languages, languages])))
        .slice(0, 1)
        .map(({ title: meant, text }) => {
          const written = locales.find((locale) => isSame(title, meant, locale, [organisation.languages, languages]));
          const args = { title: written ? (said(title, written, organisation.languages) ?? '') : '', role: id };
          const note = (locale: Locale): string => said(text, locale, languages) ?? said(text, languages[0] ?? 'en', languages) ?? '';
          const notes = { inRussian: note('ru'), inEnglish: note('en'), inDutch: note('nl') };
          return diagnostic('title-means-otherwise', { ...args, ...notes }, locate(`/positions${segment(id)}/title`), 'info');
        });
    }),
  );
}

/** Both, for papers that are to be made of roles for an employer; a blank form has none. */
export const positionProblems = (roles: readonly Role[], from: OrganisationFile | null): Diagnostic[] => {
  if (!from) return [];
  const { organisation, file, structure } = from;
  // Its departments are those of the structure, which has them at places of its own.
  const { departments, ...ownWords } = organisation;
  const employing = { organisation: structure ? ownWords : { ...ownWords, ...(departments && { departments }) }, locate: file.locate };
  return [
    ...answerProblems(roles, employing),
    ...(structure ? structureAnswerProblems(roles, structure) : []),
    ...titleProblems(roles, employing),
  ];
};

/** The words of a text in a language; a plain string is in the languages declared. */
const said = (text: Text, locale: Locale, declared: readonly Locale[]): string | undefined =>
  typeof text !== 'string' ? text[locale] : declared.includes(locale) ? text : undefined;

function isSame(one: Text, other: Text, locale: Locale, [ours, theirs]: readonly [readonly Locale[], readonly Locale[]]): boolean {
  const words = said(one, locale, ours)?.trim().toLowerCase();
  return words !== undefined && words === said(other, locale, theirs)?.trim().toLowerCase();
}

function once(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}
