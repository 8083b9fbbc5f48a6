/** The changes as people read them, one field under the other, for any kind of report. */
import type { Change, RoleDiff } from './change.js';
import { fieldReason } from './material.js';
import { isTarget, targetsOf } from './wording.js';
import type { ChangeWording } from './wording.js';
import type { Words } from './words.js';

export interface ReportSection {
  name: string;
  entries: ReportEntry[];
}

export interface ReportEntry {
  change: Change;
  /** “reworded”, “moved”. */
  kind: string;
  /** What the entry is called; empty for a part of the role that is no entry. */
  name: string;
  /** The entry that holds it, or empty. */
  group: string;
  /** Why nobody has to sign again for it; null for a material change. */
  reason: string | null;
  rows: Row[];
}

export interface Row {
  label: string;
  words: Words[];
  reason: string | null;
}

export function reportOf(diff: RoleDiff, wording: ChangeWording): ReportSection[] {
  const sections: ReportSection[] = [];
  for (const change of diff.changes) {
    const name = wording.heading(change.section);
    if (sections.at(-1)?.name !== name) sections.push({ name, entries: [] });
    sections.at(-1)?.entries.push(entryOf(change, diff, wording));
  }
  return sections;
}

function entryOf(change: Change, diff: RoleDiff, wording: ChangeWording): ReportEntry {
  const { say } = wording;
  return {
    change,
    kind: say(`kinds.${change.kind}`),
    name: change.id === null ? '' : wording.called(change.heading, change.id),
    group: change.group ? wording.called(change.group.heading, change.group.id) : '',
    reason: change.reason === null ? null : say(`reasons.${change.reason}`),
    rows: [...placeRows(change, wording), ...fieldRows(change, diff, wording)],
  };
}

function placeRows({ kind, id, formerId, move }: Change, wording: ChangeWording): Row[] {
  const row = (before: string, after: string): Row => ({ label: '', words: exchanged(before, after), reason: null });
  if (kind === 'renamed') return [row(formerId ?? '', id ?? '')];
  if (!move) return [];
  const spot = ({ group, section, position }: NonNullable<Change['move']>['from']): string =>
    move.direction === 'elsewhere'
      ? wording.say('moves.grouped', { group: group ? wording.called(group.heading, group.id) : wording.section(section), position })
      : wording.say('moves.spot', { position });
  return [row(spot(move.from), spot(move.to))];
}

function fieldRows(change: Change, { languages }: RoleDiff, wording: ChangeWording): Row[] {
  const whole = change.id !== null && (change.kind === 'added' || change.kind === 'removed');
  const targets = targetsOf(change, wording);
  const target: Row[] = targets ? [{ label: wording.field('target'), words: exchanged(targets.before, targets.after), reason: null }] : [];
  const rest = change.fields.flatMap((field): Row[] => {
    const { language, words, reason, before, after } = field;
    // Of what came or went whole, the language of the report is enough, and what no document prints is too much.
    if (whole && (fieldReason(field.field) !== null || (language !== undefined && language !== wording.shown))) return [];
    if (targets && isTarget(change, field)) return [];
    // A part of one field has said its name already.
    const name = field.field === change.section ? '' : wording.field(field.field);
    const label =
      language === undefined || languages.length === 1 || whole
        ? name
        : wording.say('page.wording', { field: name, language: wording.say(`language.${language}`) }).trim();
    const shown =
      words ??
      (before === null
        ? came(wording.value(field, 'after'))
        : after === null
          ? went(wording.value(field, 'before'))
          : exchanged(wording.value(field, 'before'), wording.value(field, 'after')));
    return [{ label, words: shown, reason: reason === null || reason === change.reason ? null : wording.say(`reasons.${reason}`) }];
  });
  return [...target, ...rest];
}

const came = (text: string): Words[] => [{ kind: 'added', text }];
const went = (text: string): Words[] => [{ kind: 'removed', text }];
const exchanged = (before: string, after: string): Words[] => [...went(before), { kind: 'same', text: ' → ' }, ...came(after)];
