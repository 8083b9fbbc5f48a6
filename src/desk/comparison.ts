/** Two roles to be compared, and the words in which their changes are told. */
import { frozen } from '../content/content.js';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { RoleDiff } from '../diff/change.js';
import { diffRoles, languagesOf } from '../diff/roles.js';
import { createChangeWording } from '../diff/wording.js';
import type { Catalogue, ChangeWording, Names } from '../diff/wording.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { isAcknowledged, kindName } from '../shelf/kinds.js';
import { liftedRoles } from '../migrate/lifted-roles.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { ownData } from '../read/own-data.js';
import { openPapers } from './papers.js';
import type { Press } from '../press/press.js';
import { readLayer } from '../role/overlay/overlay.js';
import type { Layer } from '../role/overlay/overlay.js';
import type { RoleFile } from '../role/overlay/base.js';
import type { Role } from '../role/role.generated.js';
import type { Desk } from './desk.js';
import { fileAt, namesRevision } from './revision.js';
import type { Git } from './revision.js';
import { findRole } from './sources.js';

export type Pair = Readonly<Record<'before' | 'after', Role>>;

/** The roles of two names, or of an overlay and what it extends; null where one of them cannot be read, and `problems` says why. */
export function readPair(names: readonly string[], desk: Desk, git: Git | undefined, problems: Diagnostic[]): Pair | null {
  const layers = names.map((name) => layerOf(name, desk, git, problems));
  const [first, second] = layers;
  if (!first || hasErrors(problems)) return null;
  if (second) return pairOf(first.role, second.role);
  if (!first.base) {
    problems.push(diagnostic('diff-needs-two', { name: names[0] ?? '' }));
    return null;
  }
  return pairOf(first.base.role, first.role);
}

/** Frozen, so that their many papers share what is made of them. */
const pairOf = (before: Role | null, after: Role | null): Pair | null =>
  before && after ? { before: frozen(before), after: frozen(after) } : null;

/** The earlier version of a role; null where it cannot be read, and `problems` says why. */
export const readFormer = (name: string, desk: Desk, git: Git | undefined, problems: Diagnostic[]): Role | null =>
  layerOf(name, desk, git, problems)?.role ?? null;

function layerOf(name: string, desk: Desk, git: Git | undefined, problems: Diagnostic[]): Layer | null {
  const file = fileOf(name, desk, git);
  if ('code' in file) {
    problems.push(file);
    return null;
  }
  const layer = readLayer(file);
  // What is doubtful in a role is for `validate` to say.
  problems.push(...layer.diagnostics.filter(({ severity }) => severity === 'error'));
  return layer;
}

/** A file that is there wins over a revision of the same name. */
function fileOf(name: string, desk: Desk, git: Git | undefined): RoleFile | Diagnostic {
  if (namesRevision(name) && !desk.workspace.exists(name)) {
    const file = fileAt(name, git, desk.shelf);
    // What has been committed cannot be lifted in its file any more.
    return 'code' in file ? file : { ...file, workspace: liftedRoles(file.workspace) };
  }
  const found = findRole(name, desk);
  return 'code' in found ? found : { ...found, shown: found.path, library: desk.shelf };
}

/** Texts are shown in the language that was signed, else in that of the messages if the roles have it. */
export function wordingOf(
  { languages }: RoleDiff,
  roles: Pair,
  signed: Locale | null,
  language: Locale,
  { shelf, library }: Desk,
): ChangeWording {
  const shown = signed ?? (languages.includes(language) ? language : (languages[0] ?? language));
  const catalogue = ownData(shelf.own, `locales/changes.${language}.yaml`) as Catalogue;
  const names: Names = { kind: (id) => kindName(library.kind(id), language), country: (id) => library.jurisdiction(id).name[language] };
  return createChangeWording(catalogue, library.phrases(language), names, language, shown, roles);
}

export interface CompareOptions {
  /** The language that people sign in; without it each language counts. */
  readonly signed: Locale | null;
  /** The country whose papers are compared; without it those of the employer, or of all countries. */
  readonly jurisdiction: JurisdictionId | null;
  /** Whether only papers count that people sign. */
  readonly signedOnly: boolean;
}

/** What changed between two roles, and in which papers of an employer it is seen. Throws a Refusal when one cannot be made. */
export function compare(
  roles: Pair,
  organisation: Organisation | null,
  { signed, jurisdiction, signedOnly }: CompareOptions,
  press: Press,
): RoleDiff {
  const papers = openPapers(press, {
    organisation,
    locales: languagesOf(roles.before, roles.after),
    ...(jurisdiction && { jurisdictions: [jurisdiction] }),
    ...(signedOnly && {
      kinds: press.library
        .kinds()
        .filter((kind) => isAcknowledged(kind))
        .map(({ id }) => id),
    }),
  });
  return diffRoles(roles.before, roles.after, papers, signed ? { signed } : {});
}
