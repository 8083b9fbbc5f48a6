/** Two roles compared: what a head of department would say has changed. */
import type { Locale } from '../document/document.js';
import type { Role } from '../role/role.generated.js';
import type { Change, ChangeKind, FieldChange, RoleDiff, Spot } from './change.js';
import { entriesOf, headingOf } from './entries.js';
import type { Entries, RoleEntry } from './entries.js';
import { compareField, compareFields, isPart, partOf } from './fields.js';
import type { Comparison } from './fields.js';
import { judged } from './judgement.js';
import type { Found } from './judgement.js';
import { displaced, matched } from './match.js';
import type { Matching } from './match.js';
import { comparedPapers } from './paper.js';
import type { Papers } from './paper.js';
import { openReading } from './reading.js';
import { fieldShape, formOf, keysOf, namingField, roleShape } from './shape.js';
import type { Shape } from './shape.js';
import { withEntryBack, withFieldsOf, withoutEntry, withPartOf, withPostRenamed } from './variant.js';

export interface RoleDiffOptions {
  /** The language that was signed: what changes in others only is a translation. Any of them when absent. */
  signed?: Locale;
}

/** Both roles, and what is known of them before they are compared field by field. */
interface Pair {
  before: Role;
  after: Role;
  old: Entries;
  young: Entries;
  matching: Matching;
  comparison: Comparison;
}

/**
 * Everything that differs between two valid roles, in the order of the form. Entries are known by their ids, whatever
 * list they are in, and by their words where an id was changed; fields are found along the schema, and those that it
 * does not know are compared as they are. Which changes are material, `papers` tell: those that a paper which people
 * sign would read otherwise without.
 */
export function diffRoles(before: Role, after: Role, papers: Papers, options: RoleDiffOptions = {}): RoleDiff {
  const spoken = { before: before.languages, after: after.languages };
  const languages = languagesOf(before, after);
  const [old, young] = [entriesOf(before), entriesOf(after)];
  const matching = matched(old, young, spoken);
  const signed = options.signed ?? null;
  const comparison: Comparison = { spoken, languages, signed, renamed: renamesIn(old, matching) };
  const found = [...partChanges({ before, after, old, young, matching, comparison })];
  const compared = comparedPapers(before, found.length > 0 ? after : null, {
    ...papers,
    list: papers.list.filter(({ locale }) => languages.includes(locale)),
  });
  const concerned = compared.filter((one) => one.changed && one.signed && (signed === null || one.locale === signed));
  const identity = ({ id, version }: Role): RoleDiff['before'] => ({ id, version });
  return {
    before: identity(before),
    after: identity(after),
    signed,
    languages,
    changes: judged(found, concerned, openReading({ before, after }, found, concerned, papers)),
    papers: compared,
    material: concerned.length > 0,
  };
}

/** The languages in which two roles can be compared: those that both have, or else all. */
export function languagesOf(before: Role, after: Role): Locale[] {
  const shared = before.languages.filter((language) => after.languages.includes(language));
  return shared.length > 0 ? shared : [...before.languages, ...after.languages];
}

/** References to entries and to posts by the names that these have now. */
function renamesIn(old: Entries, matching: Matching): Comparison['renamed'] {
  const now = (key: string, name: string): string => {
    const entry = old.byKey.get(key);
    return (entry && matching.after(entry)?.id) ?? name;
  };
  return (definition, name) => {
    if (definition === 'postRef') return now(`posts ${name}`, name);
    if (definition === 'actor') return old.byKey.has(`posts ${name}`) ? now(`posts ${name}`, name) : name;
    return definition === 'entryRef' ? now(name, name) : name;
  };
}

/** The parts of the role in the order of the schema, with the lists in them. */
function* partChanges(pair: Pair): Generator<Found> {
  const { before, after, old, young, comparison } = pair;
  function* walk(shape: Shape, was: unknown, is: unknown, section: string): Generator<Found> {
    const isInner = (key: string): boolean => {
      const own = fieldShape(shape, key);
      return formOf(own, partOf(was, key), partOf(is, key)) === 'entries' || isPart(own, partOf(was, key), partOf(is, key));
    };
    if (section !== '') yield* partChange(section, section.split('/'), was, is, compareFields(shape, was, is, comparison, isInner), pair);
    for (const key of keysOf(shape, was, is)) {
      const name = section === '' ? key : `${section}/${key}`;
      const [own, inner, outer] = [fieldShape(shape, key), partOf(was, key), partOf(is, key)];
      if (isInner(key)) {
        if (formOf(own, inner, outer) === 'entries') yield* listChanges(old.lists.get(name) ?? [], young.lists.get(name) ?? [], pair);
        else yield* walk(own, inner, outer, name);
      } else if (section === '') yield* partChange(name, [], inner, outer, compareField(own, name, inner, outer, comparison), pair);
    }
  }
  yield* walk(roleShape(), before, after, '');
}

/** `place` is the path in the role that the names of the fields go on from. */
function* partChange(
  section: string,
  place: readonly string[],
  before: unknown,
  after: unknown,
  fields: FieldChange[],
  pair: Pair,
): Generator<Found> {
  if (fields.length === 0) return;
  const reworded = fields.every(({ words }) => words !== undefined);
  const kind: ChangeKind = before === undefined ? 'added' : after === undefined ? 'removed' : reworded ? 'reworded' : 'changed';
  const among = { older: place.length === 0 ? pair.before : before, entry: null, part: place };
  const change = { kind, section, id: null, heading: {}, group: null, fields };
  // A part that came or went is one thing: there is none with half of its fields.
  if (kind === 'added' || kind === 'removed') yield { change, without: withPartOf(pair.after, section.split('/'), before) };
  else
    yield {
      change,
      without: withFieldsOf(pair.after, fields, among),
      withoutField: (field) => withFieldsOf(pair.after, [field], among),
    };
}

/** The entries of a list of both roles and all that is in them; what went stands where it was. */
function* listChanges(before: readonly RoleEntry[], after: readonly RoleEntry[], pair: Pair): Generator<Found> {
  const { matching, comparison } = pair;
  const moved = displaced(after, (entry) => {
    const old = matching.before(entry);
    return old && before.includes(old) ? old.index : null;
  });
  const gone = goneIn(before, after, matching);
  for (const entry of gone.get(null) ?? []) yield* removal(entry, pair);
  for (const entry of after) {
    const old = matching.before(entry);
    if (old) {
      yield* entryChanges(old, entry, { moved: moved.has(entry), before, after, stay: (one) => !moved.has(one) }, pair);
    } else {
      const fields = compareFields(entry.shape, {}, entry.value, comparison, (key) => key === 'id');
      yield {
        change: { kind: 'added', ...aboutOf(entry, comparison.spoken.after), fields },
        without: withoutEntry('after', pair.after, entry),
      };
    }
    yield* innerChanges(old, entry, pair);
    for (const one of (old && gone.get(old)) ?? []) yield* removal(one, pair);
  }
}

function* innerChanges(before: RoleEntry | undefined, after: RoleEntry | undefined, pair: Pair): Generator<Found> {
  const sections = new Set([
    ...(after?.lists.keys() ?? []),
    ...[...(before?.lists.keys() ?? [])].map((section) => renamedSection(section, before, after)),
  ]);
  for (const section of sections) {
    const former = before && after && before.section !== after.section ? section.replace(after.section, before.section) : section;
    yield* listChanges(before?.lists.get(former) ?? [], after?.lists.get(section) ?? [], pair);
  }
}

/** The lists of an entry that moved to another section have moved along. */
const renamedSection = (section: string, before: RoleEntry | undefined, after: RoleEntry | undefined): string =>
  before && after ? section.replace(before.section, after.section) : section;

/** The entries that no role has any more, by the last one before them that stays in the list. */
function goneIn(before: readonly RoleEntry[], after: readonly RoleEntry[], matching: Matching): Map<RoleEntry | null, RoleEntry[]> {
  const gone = new Map<RoleEntry | null, RoleEntry[]>();
  let last: RoleEntry | null = null;
  for (const entry of before) {
    const now = matching.after(entry);
    if (!now) gone.set(last, [...(gone.get(last) ?? []), entry]);
    else if (after.includes(now)) last = entry;
  }
  return gone;
}

function* removal(entry: RoleEntry, pair: Pair): Generator<Found> {
  const fields = compareFields(entry.shape, entry.value, {}, pair.comparison, (key) => key === 'id');
  yield {
    change: { kind: 'removed', ...aboutOf(entry, pair.comparison.spoken.before), fields },
    without: withoutEntry('before', pair.before, entry),
  };
  yield* innerChanges(entry, undefined, pair);
}

interface Lists {
  moved: boolean;
  before: readonly RoleEntry[];
  after: readonly RoleEntry[];
  stay(entry: RoleEntry): boolean;
}

function* entryChanges(before: RoleEntry, after: RoleEntry, lists: Lists, pair: Pair): Generator<Found> {
  const { matching, comparison } = pair;
  const { before: older, after: newer } = comparison.spoken;
  const about = aboutOf(after, newer);
  if (before.id !== after.id)
    yield {
      change: { kind: 'renamed', ...about, formerId: before.id, fields: [] },
      // Ids of other entries are printed nowhere.
      without: after.section === 'posts' ? withPostRenamed(pair.after, before.id, after.id) : null,
    };

  const elsewhere = before.section !== after.section || matching.before(after.parent ?? after) !== (before.parent ?? before);
  if (elsewhere || lists.moved) {
    const direction = elsewhere ? 'elsewhere' : wentUp(before, after, lists, matching) ? 'up' : 'down';
    const siblings = (before.parent?.lists ?? pair.old.lists).get(before.section) ?? [];
    yield {
      change: { kind: 'moved', ...about, move: { from: spotOf(before, older), to: spotOf(after, newer), direction }, fields: [] },
      without: withEntryBack(pair.after, before, after, siblings, matching),
    };
  }

  const fields = compareFields(after.shape, before.value, after.value, comparison, (key) => key === 'id');
  if (fields.length === 0) return;
  const naming = namingField(after.shape);
  const reworded = fields.some(({ field, before: was, after: is }) => field === naming && was !== null && is !== null);
  const among = { older: before.value, entry: after, part: [] };
  yield {
    change: { kind: reworded ? 'reworded' : 'changed', ...about, fields },
    without: withFieldsOf(pair.after, fields, among),
    withoutField: (field) => withFieldsOf(pair.after, [field], among),
  };
}

/** Up, when something that kept its place stood before it and stands after it now. */
function wentUp(before: RoleEntry, after: RoleEntry, { after: list, stay }: Lists, matching: Matching): boolean {
  return list
    .slice(after.index + 1)
    .filter(stay)
    .some((one) => {
      const old = matching.before(one);
      return old !== undefined && old.parent === before.parent && old.section === before.section && old.index < before.index;
    });
}

const aboutOf = (entry: RoleEntry, languages: readonly Locale[]): Pick<Change, 'section' | 'id' | 'heading' | 'group'> => ({
  section: entry.section,
  id: entry.id,
  heading: headingOf(entry, languages),
  group: groupOf(entry, languages),
});

const groupOf = ({ parent }: RoleEntry, languages: readonly Locale[]): Change['group'] =>
  parent && { id: parent.id, heading: headingOf(parent, languages) };

const spotOf = (entry: RoleEntry, languages: readonly Locale[]): Spot => ({
  section: entry.section,
  group: groupOf(entry, languages),
  position: entry.index + 1,
});
