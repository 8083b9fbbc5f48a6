/** Whose law the papers of a project follow when nobody says: files of another country have to be told. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { inOne } from '../../import/draft-values.js';
import type { Understanding } from '../../import/understand.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import { readOrganisation } from '../../organisation/organisation.js';
import type { Organisation } from '../../organisation/organisation.generated.js';
import { usualJurisdiction } from '../../shelf/library.js';
import { attempt } from '../attempt.js';
import type { Desk } from '../desk.js';
import { organisationPath, projectOf } from '../settings.js';

interface Understood {
  readonly understood: Understanding;
}

/** The country of all files where it is not the usual one of each language, as for American descriptions; otherwise null. */
export function countryOf(files: readonly Understood[]): string | null {
  const [country = null, ...more] = new Set(files.map(({ understood }) => understood.jurisdiction));
  const isUnusual = files.some(({ understood }) => country !== usualJurisdiction[understood.language]);
  return more.length === 0 && isUnusual ? country : null;
}

/**
 * The employer of all files, in the fullest draft of it: where all name the same, and all are of its country. An employer of a project
 * decides whose law its papers follow and whose name stands above them, so it must not be that of half of the files.
 */
export function employerOf(files: readonly Understood[]): Organisation | null {
  const named = files.flatMap(({ understood }) => understood.organisation ?? []);
  const names = new Set(named.map((one) => JSON.stringify([one.name, one.jurisdiction]).toLowerCase()));
  const countries = new Set(files.map(({ understood }) => understood.jurisdiction));
  if (names.size !== 1 || countries.size !== 1 || named.length < files.length) return null;
  const fullest = (one: Organisation): number => JSON.stringify(one).length;
  return named.reduce<Organisation | null>((most, one) => (most === null || fullest(one) > fullest(most) ? one : most), null);
}

/** That no employer is written for all files, because they name several or some name none; nothing where none is named or all name one. */
export function employersApart(files: readonly (Understood & { readonly file: string })[]): Diagnostic[] {
  const names = new Map<string, string>();
  for (const { understood } of files) {
    const name = understood.organisation?.name;
    if (name !== undefined) names.set(inOne(name).toLowerCase(), inOne(name));
  }
  const silent = files.filter(({ understood }) => understood.organisation === null);
  if (names.size === 0 || (names.size === 1 && silent.length === 0)) return [];
  const facts = {
    count: names.size,
    names: [...names.values()].join('; '),
    silent: silent.length,
    files: silent.map(({ file }) => file).join(', '),
  };
  return [diagnostic('import-employers', facts, {}, 'warning')];
}

/** The law that papers in a language follow, once the files are imported. */
export function lawAfter(files: readonly Understood[], desk: Desk): (language: Locale) => JurisdictionId {
  const { workspace, shelf } = desk;
  const project = shelf.project && attempt(() => projectOf(desk, []), []);
  const path = attempt(() => organisationPath(undefined, project, desk, []), []);
  const employer = path === null ? null : attempt(() => readOrganisation(workspace, posix.normalize(path), shelf).organisation, []);
  const law = project?.jurisdiction ?? (shelf.project ? null : countryOf(files)) ?? employer?.jurisdiction ?? null;
  return (language) => law ?? usualJurisdiction[language];
}
