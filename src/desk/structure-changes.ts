/** What a changed structure means for papers: which of them say something else, and who has to sign. */
import { contentKey } from '../content/content.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Document, Locale } from '../document/document.js';
import { changedStatements } from '../document/statements.js';
import type { ChangedStatement } from '../document/statements.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { blankOf } from '../paper/blank.js';
import type { PaperJob, Press } from '../press/press.js';
import type { Role } from '../role/role.generated.js';
import { descriptionFor } from '../shelf/kinds.js';
import { peopleChange, positionChanges, positionPairs } from '../structure/changes.js';
import type { PositionChange, PositionPair } from '../structure/changes.js';
import { groupedBy } from '../structure/check/inspected.js';
import type { Day } from '../structure/holders.js';
import { ownHoldersOn } from '../structure/holders.js';
import type { Place } from '../structure/lines.js';
import { departmentOf, seenFrom } from '../structure/seen-from.js';
import type { Holder } from '../structure/structure.generated.js';
import { openRoles } from './department-roles.js';
import type { Desk } from './desk.js';
import { fileAt, namesRevision } from './revision.js';
import type { Git } from './revision.js';
import { attempt } from './attempt.js';
import { structureAt } from './structure-file.js';
import type { StructureFile } from './structure-file.js';

export interface StructureChanges {
  readonly positions: readonly PositionChange[];
  /** Null where nobody says whose structure it is: papers are then not compared. */
  readonly papers: readonly PaperChange[] | null;
  readonly signing: readonly Signing[];
}

/** A description that says something else than it did, and the positions whose it is. */
export interface PaperChange {
  readonly role: string;
  /** The id of the kind. */
  readonly kind: string;
  readonly positions: readonly string[];
  /** In which of the languages it differs. */
  readonly languages: readonly Locale[];
  /** What it says otherwise, in one of them. */
  readonly statements: readonly ChangedStatement[];
}

export interface Signing {
  readonly position: string;
  readonly holder: Holder;
  /** again: other words than the holder has signed; first: words that the holder has not signed yet. */
  readonly when: 'again' | 'first';
}

export interface ComparedStructures {
  readonly before: StructureFile;
  readonly after: StructureFile;
  /** Whose structure it is now. */
  readonly organisation: Organisation | null;
  readonly day: Day;
  /** The languages of the papers; those of the organisation when null. */
  readonly locales: readonly Locale[] | null;
  /** The language in which people are told, if papers have it. */
  readonly language: Locale;
  /** Is told of each position before its papers are compared. */
  readonly begin?: (position: string) => void;
}

/** An earlier structure by its path, or by a git revision and its path there. A file that is there wins. */
export function earlierStructure(
  name: string,
  { workspace, shelf }: Desk,
  git: Git | undefined,
  problems: Diagnostic[],
): StructureFile | null {
  if (!namesRevision(name) || workspace.exists(name)) return structureAt(workspace, name, problems);
  const file = fileAt(name, git, shelf);
  if (!('code' in file)) return structureAt(file.workspace, file.path, problems, file.shown);
  problems.push(file);
  return null;
}

/** The description of a position, as far as it binds whoever holds it; `key` is the same where nothing of it can differ. */
interface Paper {
  readonly role: Role;
  readonly kind: string;
  readonly key: string;
  readonly locales: readonly Locale[];
  blank(locale: Locale): Document;
  /** By language. */
  fingerprints(): readonly string[];
}

/** Compares positions and the descriptions of their work. What keeps a paper from being made goes to `problems`. */
export function compareStructures(compared: ComparedStructures, press: Press, desk: Desk, problems: Diagnostic[]): StructureChanges {
  const { before, after, organisation, day } = compared;
  const pairs = positionPairs({ before: before.lines, after: after.lines });
  const positions = positionChanges(pairs, day);
  if (!organisation) return { positions, papers: null, signing: [] };
  const was = papersOf(before, organisation, compared, press, desk, problems);
  const is = papersOf(after, organisation, compared, press, desk, problems);
  const described = pairs.flatMap((pair): Described[] => {
    if (pair.after) compared.begin?.(pair.after.id);
    const made = attempt(() => describe(pair, was, is), problems);
    return made ? [made] : [];
  });
  const hasSigned = openSigned(described, day);
  return { positions, papers: paperChanges(described, compared), signing: described.flatMap((one) => signingOf(one, hasSigned, day)) };
}

interface Described extends PositionPair {
  readonly old: Paper | null;
  readonly young: Paper | null;
  /** Whether the words that bind are others. */
  readonly differs: boolean;
}

function describe(pair: PositionPair, was: (place: Place) => Paper | null, is: (place: Place) => Paper | null): Described {
  const old = pair.before && was(pair.before);
  const young = pair.after && is(pair.after);
  const differs = old !== null && young !== null && old.key !== young.key && String(old.fingerprints()) !== String(young.fingerprints());
  return { ...pair, old, young, differs };
}

/** The papers of a structure; roles are those of today, with what its departments change in them. */
function papersOf(
  { lines, file }: StructureFile,
  organisation: Organisation,
  { locales, day }: ComparedStructures,
  press: Press,
  desk: Desk,
  problems: Diagnostic[],
): (place: Place) => Paper | null {
  const found: Diagnostic[] = [];
  const departments = [...lines.departments.values()].map(departmentOf);
  const roles = openRoles({ organisation: { departments }, file, structure: { lines, file } }, desk, found);
  const told = new Set<string>();
  return (place) => {
    const role = place.position.role === undefined ? null : (roles(place.position.role, place.department?.id ?? null)?.role ?? null);
    for (const one of found.splice(0)) {
      const key = JSON.stringify(one);
      if (one.severity === 'error' && !told.has(key)) problems.push(one);
      told.add(key);
    }
    if (!role) return null;
    const { jurisdiction } = organisation;
    const seen = seenFrom(lines, organisation, { role, position: place.id, day });
    const department = place.department?.id ?? null;
    const kind = descriptionFor(press.library.kinds(), jurisdiction, role.category);
    const job = (locale: Locale): PaperJob => ({ role, kind, locale, jurisdiction, organisation: seen, department });
    const languages = (locales ?? organisation.languages).filter((locale) => role.languages.includes(locale));
    const terms = blankOf({ role, organisation: seen, person: null, date: null, department });
    return {
      role,
      kind,
      key: contentKey({ ...terms, role: contentKey(role), kind, languages }),
      locales: languages,
      blank: (locale) => press.blank(job(locale)),
      fingerprints: () => languages.map((locale) => press.fingerprint(job(locale))),
    };
  };
}

/** Papers that change in the same way are told of once, with all of their positions. */
function paperChanges(described: readonly Described[], { language }: ComparedStructures): PaperChange[] {
  const changed = described.filter(({ differs }) => differs);
  const groups = groupedBy(changed, ({ old, young }) => [young?.role.id, old?.fingerprints(), young?.fingerprints()].join(' '));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const { old, young } = first ?? {};
    if (!old || !young) return [];
    const languages = young.locales.filter((locale, at) => old.fingerprints()[old.locales.indexOf(locale)] !== young.fingerprints()[at]);
    const shown = languages.includes(language) ? language : (languages[0] ?? language);
    return [
      {
        role: young.role.id,
        kind: young.kind,
        positions: group.map(({ after }) => after?.id ?? ''),
        languages,
        statements: changedStatements(old.blank(shown), young.blank(shown)),
      },
    ];
  });
}

/** The words that people have signed, as far as they held a position before: whoever moves to the same words has signed them. */
function openSigned(described: readonly Described[], day: Day): (holder: Holder, paper: Paper) => boolean {
  const papers = new Map<string, Paper[]>();
  for (const { before, old } of described) {
    if (!before || !old) continue;
    for (const holder of ownHoldersOn(before.position, day)) {
      const key = personKey(holder);
      papers.set(key, [...(papers.get(key) ?? []), old]);
    }
  }
  return (holder, paper) =>
    (papers.get(personKey(holder)) ?? []).some(
      (one) => one.key === paper.key || String(one.fingerprints()) === String(paper.fingerprints()),
    );
}

const personKey = ({ personnelNumber, name }: Holder): string => personnelNumber ?? JSON.stringify(name).toLowerCase();

function signingOf(
  { before, after, old, young, differs }: Described,
  hasSigned: (holder: Holder, paper: Paper) => boolean,
  day: Day,
): Signing[] {
  if (!after || !young) return [];
  const { stayed, came } = peopleChange({ before, after }, day);
  const due = (holders: readonly Holder[], when: Signing['when']): Signing[] =>
    holders.filter((holder) => !hasSigned(holder, young)).map((holder) => ({ position: after.id, holder, when }));
  return [...(old && !differs ? [] : due(stayed, old ? 'again' : 'first')), ...due(came, 'first')];
}
