/** Two roles compared: what a head of department would say has changed. */
import type { Locale } from '../document.js';
import type { Role } from '../role/role.generated.js';
import type { Change, ChangeKind, FieldChange, RoleDiff, Spot } from './change.js';
import { entriesOf, headingOf } from './entries.js';
import type { Entries, Entry } from './entries.js';
import { compareField, compareFields, isPart, partOf } from './fields.js';
import type { Comparison } from './fields.js';
import { displaced, matched } from './match.js';
import type { Matching } from './match.js';
import { fieldReason, orderReason, presenceReason } from './material.js';
import { fieldShape, formOf, keysOf, namingField, roleShape } from './shape.js';
import type { Shape } from './shape.js';

export interface RoleDiffOptions {
  /** The language that was signed: what changes in others only is a translation. Any of them when absent. */
  signed?: Locale;
}

/**
 * Everything that differs between two valid roles, in the order of the form. Entries are known by their ids, whatever
 * list they are in, and by their words where an id was changed; fields are found along the schema, and those that it
 * does not know are compared as they are.
 */
export function diffRoles(before: Role, after: Role, options: RoleDiffOptions = {}): RoleDiff {
  const spoken = { before: before.languages, after: after.languages };
  const shared = before.languages.filter((language) => after.languages.includes(language));
  const languages = shared.length > 0 ? shared : [...before.languages, ...after.languages];
  const [old, young] = [entriesOf(before), entriesOf(after)];
  const matching = matched(old, young, spoken);
  const comparison: Comparison = { spoken, languages, signed: options.signed ?? null, renamed: renamesIn(old, matching) };
  const changes = [...partChanges(before, after, old, young, matching, comparison)];
  const identity = ({ id, version }: Role): RoleDiff['before'] => ({ id, version });
  return {
    before: identity(before),
    after: identity(after),
    signed: comparison.signed,
    languages,
    changes,
    material: changes.some((one) => one.material),
  };
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
function* partChanges(
  before: Role,
  after: Role,
  old: Entries,
  young: Entries,
  matching: Matching,
  comparison: Comparison,
): Generator<Change> {
  function* walk(shape: Shape, was: unknown, is: unknown, section: string): Generator<Change> {
    const isInner = (key: string): boolean => {
      const own = fieldShape(shape, key);
      return formOf(own, partOf(was, key), partOf(is, key)) === 'entries' || isPart(own, partOf(was, key), partOf(is, key));
    };
    if (section !== '') yield* partChange(section, was, is, compareFields(shape, was, is, comparison, isInner));
    for (const key of keysOf(shape, was, is)) {
      const name = section === '' ? key : `${section}/${key}`;
      const [own, inner, outer] = [fieldShape(shape, key), partOf(was, key), partOf(is, key)];
      if (isInner(key)) {
        if (formOf(own, inner, outer) === 'entries')
          yield* listChanges(old.lists.get(name) ?? [], young.lists.get(name) ?? [], matching, comparison);
        else yield* walk(own, inner, outer, name);
      } else if (section === '') yield* partChange(name, inner, outer, compareField(own, name, inner, outer, comparison));
    }
  }
  yield* walk(roleShape(), before, after, '');
}

function* partChange(section: string, before: unknown, after: unknown, fields: FieldChange[]): Generator<Change> {
  if (fields.length === 0) return;
  const reworded = fields.every(({ words }) => words !== undefined);
  const kind: ChangeKind = before === undefined ? 'added' : after === undefined ? 'removed' : reworded ? 'reworded' : 'changed';
  const reason = fieldReason(section);
  const own = reason === null ? fields : fields.map((one) => ({ ...one, material: false, reason }));
  yield { kind, section, id: null, heading: {}, group: null, fields: own, ...judged(own) };
}

/** The entries of a list of both roles and all that is in them; what went stands where it was. */
function* listChanges(before: readonly Entry[], after: readonly Entry[], matching: Matching, comparison: Comparison): Generator<Change> {
  const moved = displaced(after, (entry) => {
    const old = matching.before(entry);
    return old && before.includes(old) ? old.index : null;
  });
  const gone = goneIn(before, after, matching);
  for (const entry of gone.get(null) ?? []) yield* removal(entry, matching, comparison);
  for (const entry of after) {
    const old = matching.before(entry);
    if (old) {
      yield* entryChanges(old, entry, { moved: moved.has(entry), before, after, stay: (one) => !moved.has(one) }, matching, comparison);
    } else {
      const fields = compareFields(entry.shape, {}, entry.value, comparison, (key) => key === 'id');
      const reason = presenceReason(entry.section);
      yield {
        kind: 'added',
        section: entry.section,
        id: entry.id,
        heading: headingOf(entry, comparison.spoken.after),
        group: groupOf(entry, comparison.spoken.after),
        fields,
        material: reason === null,
        reason,
      };
    }
    yield* innerChanges(old, entry, matching, comparison);
    for (const one of (old && gone.get(old)) ?? []) yield* removal(one, matching, comparison);
  }
}

function* innerChanges(before: Entry | undefined, after: Entry | undefined, matching: Matching, comparison: Comparison): Generator<Change> {
  const sections = new Set([
    ...(after?.lists.keys() ?? []),
    ...[...(before?.lists.keys() ?? [])].map((section) => renamedSection(section, before, after)),
  ]);
  for (const section of sections) {
    const former = before && after && before.section !== after.section ? section.replace(after.section, before.section) : section;
    yield* listChanges(before?.lists.get(former) ?? [], after?.lists.get(section) ?? [], matching, comparison);
  }
}

/** The lists of an entry that moved to another section have moved along. */
const renamedSection = (section: string, before: Entry | undefined, after: Entry | undefined): string =>
  before && after ? section.replace(before.section, after.section) : section;

/** The entries that no role has any more, by the last one before them that stays in the list. */
function goneIn(before: readonly Entry[], after: readonly Entry[], matching: Matching): Map<Entry | null, Entry[]> {
  const gone = new Map<Entry | null, Entry[]>();
  let last: Entry | null = null;
  for (const entry of before) {
    const now = matching.after(entry);
    if (!now) gone.set(last, [...(gone.get(last) ?? []), entry]);
    else if (after.includes(now)) last = entry;
  }
  return gone;
}

function* removal(entry: Entry, matching: Matching, comparison: Comparison): Generator<Change> {
  const fields = compareFields(entry.shape, entry.value, {}, comparison, (key) => key === 'id');
  const reason = presenceReason(entry.section);
  const languages = comparison.spoken.before;
  yield {
    kind: 'removed',
    section: entry.section,
    id: entry.id,
    heading: headingOf(entry, languages),
    group: groupOf(entry, languages),
    fields,
    material: reason === null,
    reason,
  };
  yield* innerChanges(entry, undefined, matching, comparison);
}

interface Lists {
  moved: boolean;
  before: readonly Entry[];
  after: readonly Entry[];
  stay(entry: Entry): boolean;
}

function* entryChanges(before: Entry, after: Entry, lists: Lists, matching: Matching, comparison: Comparison): Generator<Change> {
  const { before: older, after: newer } = comparison.spoken;
  const about = { section: after.section, id: after.id, heading: headingOf(after, newer), group: groupOf(after, newer) };
  if (before.id !== after.id) yield { kind: 'renamed', ...about, formerId: before.id, fields: [], material: false, reason: 'metadata' };

  const elsewhere = before.section !== after.section || matching.before(after.parent ?? after) !== (before.parent ?? before);
  if (elsewhere || lists.moved) {
    const direction = elsewhere ? 'elsewhere' : wentUp(before, after, lists, matching) ? 'up' : 'down';
    const reason = elsewhere ? null : orderReason(after.section);
    yield {
      kind: 'moved',
      ...about,
      move: { from: spotOf(before, older), to: spotOf(after, newer), direction },
      fields: [],
      material: reason === null,
      reason,
    };
  }

  const fields = compareFields(after.shape, before.value, after.value, comparison, (key) => key === 'id');
  if (fields.length === 0) return;
  const naming = namingField(after.shape);
  const reworded = fields.some(({ field, before: was, after: is }) => field === naming && was !== null && is !== null);
  yield { kind: reworded ? 'reworded' : 'changed', ...about, fields, ...judged(fields) };
}

/** Up, when something that kept its place stood before it and stands after it now. */
function wentUp(before: Entry, after: Entry, { after: list, stay }: Lists, matching: Matching): boolean {
  return list
    .slice(after.index + 1)
    .filter(stay)
    .some((one) => {
      const old = matching.before(one);
      return old !== undefined && old.parent === before.parent && old.section === before.section && old.index < before.index;
    });
}

const groupOf = ({ parent }: Entry, languages: readonly Locale[]): Change['group'] =>
  parent && { id: parent.id, heading: headingOf(parent, languages) };

const spotOf = (entry: Entry, languages: readonly Locale[]): Spot => ({
  section: entry.section,
  group: groupOf(entry, languages),
  position: entry.index + 1,
});

/** Material when any of the fields is; else the reason of the first. */
function judged(fields: readonly FieldChange[]): Pick<Change, 'material' | 'reason'> {
  const material = fields.some((field) => field.material);
  return { material, reason: material ? null : (fields[0]?.reason ?? null) };
}
