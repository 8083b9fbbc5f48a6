/**
 * Wrong programs, each one small slip that a careless change could make, with the tests that must notice it. `find` stands
 * once in all of src/, wherever that is; when it no longer does, the slip has to be written anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const papers = 'test/papers.test.ts';
const overlays = ['test/overlay.test.ts', 'test/overlay-cli.test.ts'];

export const wrongPrograms = [
  {
    id: 'country-everywhere',
    what: 'a clause limited to a country is printed everywhere',
    find: 'applies: ({ jurisdictions }) => !jurisdictions || jurisdictions.includes(jurisdiction.id)',
    replace: 'applies: () => true',
    tests: [papers],
  },
  {
    id: 'third-clause',
    what: 'the third clause of a section is numbered x.4',
    find: 'counter.clauses += 1;',
    replace: 'counter.clauses += counter.clauses === 2 ? 2 : 1;',
    tests: [papers],
  },
  {
    id: 'third-subclause',
    what: 'the third clause in a clause is numbered x.y.4',
    find: 'inner += 1;\n      return numberClause(',
    replace: 'inner += inner === 2 ? 2 : 1;\n      return numberClause(',
    tests: [papers],
  },
  {
    id: 'section-without-number',
    what: 'a section without a number uses one up',
    find: 'if (pattern !== null) sections += 1;',
    replace: 'sections += 1;',
    tests: ['test/number.test.ts'],
  },
  {
    id: 'clauses-anew',
    what: 'a section of the second level starts the clauses anew',
    find: 'children: numberClauses(block.children, section, theme, counter)',
    replace: 'children: numberClauses(block.children, section, theme, { clauses: 0 })',
    tests: ['test/number.test.ts'],
  },
  {
    id: 'order-of-clauses',
    what: 'clauses come in the order of their ids',
    find: '(clauses ?? []).filter(wording.applies).map((clause) => ({',
    replace: '[...(clauses ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(wording.applies).map((clause) => ({',
    tests: [papers],
  },
  {
    id: 'wish-as-condition',
    what: 'a wish is printed as a condition',
    find: '(list ?? []).filter((one) => !one.desirable)',
    replace: '(list ?? [])',
    tests: [papers],
  },
  {
    id: 'limit-of-liability',
    what: 'a responsibility loses the limit that the law sets to it',
    find: 'text: limit ? limited(text, limit, wording) : text',
    replace: 'text',
    tests: [papers],
  },
  {
    id: 'signature-cell',
    what: 'a signature loses its last cell, the date',
    find: "cells: named(element, 'cell').map((cell) => ({\n      share",
    replace: "cells: named(element, 'cell').slice(0, 2).map((cell) => ({\n      share",
    tests: [papers],
  },
  {
    id: 'gender',
    what: 'women acknowledge as men and men as women',
    find: "gender: person?.gender === 'male' || person?.gender === 'female' ? person.gender : 'other'",
    replace: "gender: person?.gender === 'male' ? 'female' : person?.gender === 'female' ? 'male' : 'other'",
    tests: [papers],
  },
  {
    id: 'case-of-name',
    what: 'a name stands in the dative after a noun',
    find: "nameInCase(name, 'genitive', 'full', person.gender",
    replace: "nameInCase(name, 'dative', 'full', person.gender",
    tests: [papers],
  },
  {
    id: 'dates-of-another-country',
    what: 'American papers write their dates the British way',
    find: "hireDate: person?.hireDate ? formatDate(person.hireDate, wording.locale, 'long', languageTag(wording)) : null",
    replace: "hireDate: person?.hireDate ? formatDate(person.hireDate, wording.locale, 'long') : null",
    tests: [papers],
  },
  {
    id: 'review-a-month-late',
    what: 'the date of the review is a month late',
    find: 'addMonths(date, role.review.months)',
    replace: 'addMonths(date, role.review.months + 1)',
    tests: [papers],
  },
  {
    id: 'nbsp',
    what: 'spaces that must not end a line may',
    find: 'return text.replace(rule, NBSP);',
    replace: "return text.replace(rule, ' ');",
    tests: [papers],
  },
  {
    id: 'abbreviation',
    what: 'an abbreviation stands for its last sense, whatever its neighbours say',
    find: 'of entries.get(closed(form)) ?? []',
    replace: 'of (entries.get(closed(form)) ?? []).slice(-1)',
    tests: [papers],
  },
  {
    id: 'logo-outside',
    what: 'a file is read by `..` from outside the folder that names it',
    find: 'return [folder, ...folders].some((one) => workspace.within(named, one)) ? named : null;',
    replace: 'return folders.length === 0 || folders.some((one) => workspace.within(named, one)) ? named : null;',
    tests: ['test/logo.test.ts', 'test/named-file.test.ts'],
  },
  {
    id: 'key-of-looks',
    what: 'the looks of two organisations in Word are kept under one key',
    find: '[document.language, contentKey(profile), contentKey(reference)].join',
    replace: '[document.language, profile.id, contentKey(reference)].join',
    tests: ['test/press.test.ts'],
  },
  {
    id: 'fingerprint-holder',
    what: 'a fingerprint counts who holds a post',
    find: 'Object.entries(posts).map(([id, post]) => [id, withoutHolder(post)])',
    replace: 'Object.entries(posts)',
    tests: ['test/paper-fingerprints.test.ts'],
  },
  {
    id: 'stamp-source',
    what: 'the stamp of an entry counts where it comes from',
    find: "new Set(['source', ...inner])",
    replace: 'new Set([...inner])',
    tests: overlays,
  },
  {
    id: 'probation-limit',
    what: 'a probation may be a month longer than the law allows',
    find: 'months <= limit ? null : {',
    replace: 'months <= limit + 1 ? null : {',
    tests: ['test/law-probation.test.ts'],
  },
  {
    id: 'probation-end',
    what: 'a probation ends a day late',
    find: 'Math.round((months - whole) * daysOfPartMonth) - 1)',
    replace: 'Math.round((months - whole) * daysOfPartMonth))',
    tests: [papers],
  },
  {
    id: 'due-on-a-day-off',
    what: 'a due date stays on a day off',
    find: 'const date = day > 0 ? calendar.workingDayFrom(planned) : calendar.workingDayUntil(planned);',
    replace: 'const date = planned;',
    tests: ['test/calendar.test.ts', papers],
  },
  {
    id: 'ready-too-late',
    what: 'what must be ready before the first day moves behind it',
    find: 'const date = day > 0 ? calendar.workingDayFrom(planned) : calendar.workingDayUntil(planned);',
    replace: 'const date = calendar.workingDayFrom(planned);',
    tests: ['test/calendar.test.ts'],
  },
  {
    id: 'day-in-place',
    what: 'a Russian day in place of a holiday falls on a day off',
    find: 'while (isWeekend(next) || taken.has(next))',
    replace: 'while (isWeekend(next))',
    tests: ['test/calendar.test.ts', 'test/law-holidays.test.ts'],
  },
  {
    id: 'holiday-by-decree',
    what: 'a holiday that a decree has moved is moved once more',
    find: 'isWeekend(date) && !moved.has(date)',
    replace: 'isWeekend(date)',
    tests: ['test/calendar.test.ts'],
  },
  {
    id: 'weights',
    what: 'weights may add up to less than 100',
    find: 'weights.length > 0 && sum !== 100',
    replace: 'weights.length > 0 && sum > 100',
    tests: ['test/diagnostic.test.ts', 'test/read.test.ts'],
  },
  {
    id: 'overlay-remove',
    what: 'an overlay takes nothing away',
    find: "const by = whereDone(change, 'remove');\n    entry.list.items.splice(entry.list.items.indexOf(entry.node), 1);",
    replace: "const by = whereDone(change, 'remove');",
    tests: overlays,
  },
  {
    id: 'stale-stamp',
    what: 'an overlay does not notice that an entry of its base has changed',
    find: "return now === then ? 'unchanged' : 'changed';",
    replace: "return 'unchanged';",
    tests: overlays,
  },
  {
    id: 'batch-changed-row',
    what: 'a batch that goes on skips a row that has changed since',
    find: 'if (same && earlier?.bytes === size) return false;',
    replace: 'if (batch.resume && earlier?.bytes === size) return false;',
    tests: ['test/batch.test.ts'],
  },
  {
    id: 'batch-last-row',
    what: 'a batch leaves out the row that waited while another was made',
    find: 'await make(waiting);',
    replace: 'if (waiting.row.number % 7 !== 0) await make(waiting);',
    tests: ['test/batch.test.ts'],
  },
  {
    id: 'overwritten',
    what: 'a file that is there is overwritten without --force',
    find: 'if (there && !force) return',
    replace: 'if (there?.isSymbolicLink() && !force) return',
    tests: ['test/read.test.ts'],
  },
  {
    id: 'formula-in-list',
    what: 'a cell of a list of failed rows may hold a formula',
    find: "(runs.test(cell) ? `'${cell}` : cell)",
    replace: 'cell',
    tests: ['test/batch-people.test.ts', 'test/batch.test.ts'],
  },
  {
    id: 'html-number',
    what: 'a page for the screen shows no numbers of clauses',
    find: 'run.map((clause) => ({ ...clause, label: clause.number, read: true }))',
    replace: "run.map((clause) => ({ ...clause, label: '', read: true }))",
    tests: ['test/write-html.test.ts'],
  },
  {
    id: 'immaterial-change',
    what: 'a change that one paper alone shows asks nobody to sign again',
    find: 'const material = seen.length > 0;',
    replace: 'const material = seen.length > 1;',
    tests: ['test/diff.test.ts', 'test/diff-papers.test.ts'],
  },
  {
    id: 'logo-by-link',
    what: 'a logo is embedded through a link that leads out of the folder',
    find: 'return [folder, ...folders].some((one) => workspace.within(named, one)) ? named : null;',
    replace:
      'return !posix.relative(folder, named).startsWith("..") || folders.some((one) => workspace.within(named, one)) ? named : null;',
    tests: ['test/named-file.test.ts'],
  },
  {
    id: 'key-of-lines',
    what: 'lines laid out in the look of one organisation serve another',
    find: 'look: contentKey(theme),',
    replace: 'look: theme.id,',
    tests: ['test/press.test.ts'],
  },
  {
    id: 'key-of-calendars',
    what: 'the calendars of two organisations are kept under one key',
    find: '[contentKey(calendar), contentKey(settings), country].join',
    replace: '[contentKey(calendar), country].join',
    tests: ['test/calendars.test.ts'],
  },
  {
    id: 'key-by-identity',
    what: 'a role that was edited in place is taken for what it was',
    find: 'if (!entry) return digestOf(value);',
    replace: 'if (!entry) {\n    known.set(value, { key: null });\n    return contentKey(value);\n  }',
    tests: ['test/assemble-kept.test.ts', 'test/press.test.ts', 'test/paper-fingerprints.test.ts'],
  },
  {
    id: 'kept-not-frozen',
    what: 'blocks that documents share can be edited',
    find: 'Object.freeze(value);',
    replace: '',
    tests: ['test/assemble-kept.test.ts', 'test/press.test.ts'],
  },
  {
    id: 'fingerprint-words',
    what: 'a fingerprint counts the number of a clause and not its words',
    find: 'return [numbered(block.number, block.content), ...linesOf(block.children)];',
    replace: 'return [numbered(block.number, []), ...linesOf(block.children)];',
    tests: ['test/paper-fingerprints.test.ts', 'test/paper-text.test.ts'],
  },
  {
    id: 'fingerprint-version',
    what: 'a fingerprint counts the version of the role',
    find: "({ ...role, id: '', version: '' })",
    replace: "({ ...role, id: '' })",
    tests: ['test/paper-fingerprints.test.ts', 'test/press.test.ts', 'test/foot-mark.test.ts'],
  },
  {
    id: 'probation-order',
    what: 'the probation of the organisation goes before that of the role',
    find: 'return person?.probation?.months ?? ofRole ?? organisation?.probation?.months ?? null;',
    replace: 'return person?.probation?.months ?? organisation?.probation?.months ?? ofRole ?? null;',
    tests: ['test/law-probation.test.ts'],
  },
  {
    id: 'project-template',
    what: 'a template of a project is passed over',
    find: "const folders = ['kinds', 'templates', ",
    replace: "const folders = ['kinds', ",
    tests: ['test/project-shelf.test.ts'],
  },
  {
    id: 'project-link',
    what: 'a file of a project is read through a link that leads out of it',
    find: "if (!workspace.within(file, folder)) throw refusal('project-file-outside', file);",
    replace: '',
    tests: ['test/project-shelf.test.ts'],
  },
  {
    id: 'project-above',
    what: 'a project above the working folder counts, whoever it belongs to',
    find: 'at === start || owner === null || facts.uid === owner',
    replace: 'true',
    tests: ['test/project-shelf.test.ts'],
  },
  {
    id: 'batch-other-template',
    what: 'a batch that goes on keeps what a template of the project says otherwise by now',
    find: '...(shelf === null ? [] : [shelf])',
    replace: '',
    tests: ['test/project-shelf.test.ts'],
  },
  {
    id: 'kinds-of-one-name',
    what: 'two kinds write files of one name over each other',
    find: 'if (other) return [kind, other, fileStem(kind, locale)];',
    replace: '',
    tests: ['test/project-shelf.test.ts'],
  },
];

/** The file of src/ that a slip is made in. Throws when it cannot be made there, or in more places than one. */
export function placeOf({ id, find }, root) {
  const folder = join(root, 'src');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .map((file) => ({ file, times: readFileSync(file, 'utf8').split(find).length - 1 }))
    .filter(({ times }) => times > 0);
  const times = found.reduce((sum, one) => sum + one.times, 0);
  if (times !== 1)
    throw new Error(times === 0 ? `${id} no longer applies: its text is nowhere in src/` : `${id} stands in ${times} places`);
  return found[0].file;
}
