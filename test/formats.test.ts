/** Which formats documents come in, and what is said when somebody asks for another. */
import { describe, expect, it } from 'vitest';
import { documentsOf, wantedBy } from '../src/desk/documents.js';
import type { DocumentOptions } from '../src/desk/documents.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { formatsOf } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { openLibrary } from '../src/shelf/library.js';
import { kindOf, kinds } from './own-kinds.js';

const library = openLibrary(packageWorkspace());
const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
if (!role) throw new Error('the role cannot be read');

function asked(options: DocumentOptions, hireDate: string | null = null): { made: string[]; problems: string[] } {
  const problems: Diagnostic[] = [];
  const wanted = wantedBy({ locale: 'en', ...options }, library, problems);
  const person = hireDate === null ? null : { name: { last: 'Lee' }, hireDate };
  const made =
    problems.length > 0
      ? []
      : documentsOf(role as NonNullable<typeof role>, wanted, null, person, problems).map(({ kind, format }) => `${kind}.${format}`);
  return { made, problems: problems.map(({ code }) => code) };
}

describe('formats', () => {
  it('belong to kinds: calendars to plans, spreadsheets to plans and scorecards', () => {
    expect(kinds.filter((kind) => formatsOf(kindOf(kind)).includes('ics'))).toEqual([
      'onboarding-checklist',
      'onboarding-plan-manager',
      'onboarding-plan-hr',
    ]);
    expect(kinds.filter((kind) => formatsOf(kindOf(kind)).includes('xlsx'))).toEqual([
      'onboarding-checklist',
      'onboarding-plan-manager',
      'onboarding-plan-hr',
      'kpi-scorecard',
    ]);
    expect(kinds.every((kind) => formatsOf(kindOf(kind)).includes('pdf'))).toBe(true);
  });

  it('are refused for a kind that is named with one that it does not have', () => {
    expect(asked({ kind: 'job-description', format: 'ics' })).toEqual({ made: [], problems: ['format-not-for-kind'] });
    expect(asked({ kind: 'kpi-scorecard', format: 'xlsx,ics' }).problems).toEqual(['format-not-for-kind']);
    expect(asked({ format: 'xls' }).problems).toEqual(['unknown-option-value']);
  });

  it('are refused where none of the kinds has one, though none was named', () => {
    expect(asked({ format: 'md' })).toEqual({ made: [], problems: ['format-of-none'] });
    expect(asked({ format: 'html,md' }).problems).toEqual(['format-of-none']);
  });

  it('are taken where there are any, when no kind is named', () => {
    expect(asked({ format: 'ics' }, '2026-06-01')).toEqual({ made: ['onboarding-checklist.ics'], problems: [] });
  });

  it('are all made with “all”, a calendar only when its first day is known', () => {
    const all = ['docx', 'pdf', 'html', 'xlsx'].map((format) => `onboarding-checklist.${format}`);
    expect(asked({ kind: 'onboarding-checklist', format: 'all' })).toEqual({ made: all, problems: [] });
    expect(asked({ kind: 'onboarding-checklist', format: 'all' }, '2026-06-01').made).toEqual([...all, 'onboarding-checklist.ics']);
  });
});
