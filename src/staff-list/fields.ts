/** What a column of a staff list can hold, and the words by which it is known. */
import type { Locale } from '../document/document.js';

export const fields = [
  'name',
  'last',
  'first',
  'middle',
  'particle',
  'initials',
  'gender',
  'personnelNumber',
  'position',
  'role',
  'department',
  'hireDate',
  'contract',
  'contractEnd',
  'probation',
  'hours',
  'fte',
  'workDays',
  'manager',
  'managerPost',
  'managerEmail',
  'mentor',
  'mentorPost',
  'mentorEmail',
  'language',
  'email',
  'genitive',
  'reason',
] as const;
export type Field = (typeof fields)[number];

/** The words of `locales/columns.yaml`. */
export interface ColumnWords {
  columns: Record<Field, Record<Locale, readonly string[]>>;
  /** Whose column it is, before a heading or behind it. */
  subjects: readonly string[];
  /** What headings have in brackets and mean nothing by. */
  notes: readonly string[];
  values: {
    /** What stands in the place of a name below a list. */
    totals: readonly string[];
    gender: Record<'male' | 'female' | 'unspecified', readonly string[]>;
    language: Record<Locale, readonly string[]>;
    contract: Record<'indefinite' | 'fixed-term' | 'on-call', readonly string[]>;
    /** No probation, and the units of its length. */
    probation: Record<'none' | 'months' | 'weeks', readonly string[]>;
    /** Twelve, each as dates have it. */
    months: readonly (readonly string[])[];
    weekdays: Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>;
    /** Units behind hours a week. */
    hours: readonly string[];
    /** Units behind a part of a full week. */
    share: readonly string[];
    /** Between the first and the last of several days, and what stands between days and means nothing. */
    dayWords: Record<'to' | 'filler', readonly string[]>;
  };
}
