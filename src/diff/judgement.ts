/** Which changes are material: those that a paper which people sign would read otherwise without. */
import type { Change, FieldChange, Immaterial } from './change.js';
import { fieldReason, isInert, presenceReason } from './material.js';
import type { ComparedPaper, Paper } from './paper.js';
import type { Reading } from './reading.js';
import type { Variant } from './variant.js';

/** A change, and how to read papers without it. */
export interface Found {
  change: Omit<Change, 'papers' | 'material' | 'reason'>;
  /** Null for a change that no paper shows. */
  without: Variant | null;
  /** The same without one of the fields of something that was there before and still is. */
  withoutField?: (field: FieldChange) => Variant;
}

interface Judged {
  change: Omit<Change, 'papers'>;
  papers: readonly ComparedPaper[];
  /** Whether nothing had to be read to know that no paper shows it. */
  inert: boolean;
}

/** `concerned` are the papers that read otherwise and were signed; no change is material for any other. */
export function judged(found: readonly Found[], concerned: readonly ComparedPaper[], reading: Reading): Change[] {
  const all = found.map((one) => judge(one, concerned, reading));
  // Two changes may show only together. Then neither is harmless.
  const unexplained = concerned.filter((paper) => !all.some((one) => one.papers.includes(paper)));
  return all.map(({ change, papers: own, inert }): Change => {
    if (inert || unexplained.length === 0) return { ...change, papers: own.map(named) };
    return { ...change, papers: [...own, ...unexplained].map(named), material: true, reason: null };
  });
}

/** A paper by its name; its fingerprints are left to the list of all. */
const named = ({ kind, jurisdiction, locale }: ComparedPaper): Paper => ({ kind, jurisdiction, locale });

function judge({ change, without, withoutField }: Found, concerned: readonly ComparedPaper[], reading: Reading): Judged {
  const { kind, section, fields } = change;
  const inert = without === null || isInert(section) || (withoutField !== undefined && fields.every(({ field }) => isInert(field)));
  if (inert) return { change: { ...change, fields: fields.map(harmless), material: false, reason: 'metadata' }, papers: [], inert };

  const each = withoutField && fields.map((field) => (isInert(field.field) ? [] : reading.seenIn(change, withoutField(field), field)));
  const together = each?.flat() ?? [];
  const seen =
    together.length > 0 ? concerned.filter((paper) => together.includes(paper)) : each?.length === 1 ? [] : reading.seenIn(change, without);
  const material = seen.length > 0;
  const reason = material ? null : reasonOf(kind, section, fields);
  const own = fields.map((field, at): FieldChange => {
    const counts = each ? (each[at]?.length ?? 0) > 0 : material && field.reason === null;
    return { ...field, material: counts, reason: counts ? null : (field.reason ?? (each ? 'not-printed' : reason)) };
  });
  return { change: { ...change, fields: own, material, reason }, papers: seen, inert };
}

const harmless = (field: FieldChange): FieldChange => ({ ...field, material: false, reason: 'metadata' });

function reasonOf(kind: Change['kind'], section: string, fields: readonly FieldChange[]): Immaterial {
  if (kind === 'moved') return 'order';
  if (kind === 'renamed') return 'metadata';
  return (
    fieldReason(section) ??
    presenceReason(section) ??
    (kind === 'added' || kind === 'removed' ? 'not-printed' : (fields[0]?.reason ?? 'not-printed'))
  );
}
