/** Diagnostics about one person’s documents without the person: what is said to a log stops at the number of the row. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Facts that come from roles, law, calendars and templates, never from a row. What is not named here is left out. */
const impersonal: Record<string, readonly string[]> = {
  'calendar-provisional': ['years', 'first', 'country'],
  'calendar-without-work': ['days'],
  'probation-too-long': ['role', 'months', 'limit', 'law'],
  'work-days-unknown': ['role', 'why'],
  'review-left-out': ['role', 'kinds', 'months', 'limit', 'law'],
  'probation-of-role': ['role', 'months', 'usual'],
  'superior-unknown': ['role', 'posts'],
  'posts-not-here': ['role', 'posts'],
  'starter-text-left': ['what', 'name'],
  'position-missing': ['role', 'file'],
  'position-unclear': ['role', 'known'],
  'position-unknown': ['position', 'file'],
  'manager-differs': ['position', 'superior'],
  'signatory-away': ['date', 'positions'],
  'structure-needs-date': ['positions'],
  'role-leads-nobody': ['role', 'position'],
  'probation-not-extended': ['role', 'country'],
  'probation-reaches-protection': ['role', 'months', 'limit', 'law', 'extended'],
  'probation-near-protection': ['role', 'months', 'limit', 'law'],
  'missing-glyph': ['codePoint', 'where'],
  'script-not-in-pdf': ['codePoint', 'where', 'obstacle'],
  'name-forms-ambiguous': ['case', 'byGender'],
  'language-not-in-role': ['role', 'locale', 'known'],
  'row-name-forms': ['case', 'byGender'],
  'phrase-missing': ['key', 'locale'],
  'phrase-malformed': ['key', 'locale', 'reason'],
  'phrase-argument-missing': ['key', 'locale', 'argument'],
  'phrase-too-long': ['key', 'locale'],
  'template-missing': ['name'],
  'template-syntax': ['reason'],
  'template-too-much': ['what'],
  'template-not-text': ['given'],
  'template-bad-argument': ['given'],
  'template-forbidden': ['what'],
  'template-missing-value': ['name'],
  'template-unknown-helper': ['name', 'nearest'],
  // Titles are those of posts, not of people; one that may name somebody comes empty.
  'title-forms-guessed': ['what', 'key', 'title', 'genitive', 'dative', 'instrumental', 'prepositional', 'example'],
  'cell-unknown-role': ['column', 'title', 'nearest', 'id'],
  'cell-date-unclear': ['column', 'row'],
  'cell-number-shared': ['column', 'rows'],
  'cell-position-roleless': ['column', 'position'],
  'row-write-failed': ['reason'],
  'row-fault': ['reason'],
  'no-onboarding': ['role', 'kinds'],
  'no-kpis': ['role', 'kinds'],
  'no-mentor': ['role', 'kinds'],
  'format-not-for-kind': ['kind', 'format', 'known'],
  'calendar-needs-hire-date': ['role'],
  'unknown-time-zone': ['value', 'nearest'],
};

/** Headings, and what the list could have said instead. */
const ofCells = ['column', 'nearest', 'known'];

/** The diagnostic with its code, its numbers and only those of its words that cannot be a person’s. */
export function discreet(one: Diagnostic): Diagnostic {
  const allowed = impersonal[one.code] ?? (one.code.startsWith('cell-') ? ofCells : []);
  const { code, severity, file, line, column, path } = one;
  const place = Object.fromEntries(Object.entries({ file, line, column, path }).filter(([, value]) => value !== undefined));
  return {
    code,
    severity,
    ...place,
    args: Object.fromEntries(
      Object.entries(one.args).map(([name, value]) => [name, typeof value === 'number' || allowed.includes(name) ? value : '']),
    ),
  };
}
