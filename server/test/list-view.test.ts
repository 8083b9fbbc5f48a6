/** What the screen shows of a list on its way: its findings with other words, and how often the same stands there. */
import { memoryWorkspace, packageWorkspace } from 'rolewright';
import type { Diagnostic, StaffTable } from 'rolewright';
import { expect, it } from 'vitest';
import { draftView } from '../src/studio/hr/draft-view.js';
import { draftOf } from '../src/studio/hr/staff-draft.js';
import { openStudio } from '../src/studio/studio.js';
import { ownFolder } from './service.js';

const workspace = memoryWorkspace({
  'rolewright.yaml': 'schema: 2\norganisation: organisation.yaml\n',
  'organisation.yaml': packageWorkspace().readText('examples/organisation.gb.yaml'),
});

it('offers titles of roles in the language of the reader, reads them once for all rows, and counts who says the same', () => {
  const studio = openStudio({ workspace, own: ownFolder, now: () => 0 });
  const rows = Array.from({ length: 40 }, (_, at) => ({
    number: at + 2,
    cells: [`Person ${at}`, at < 30 ? 'Sales manger' : 'Ofice manager'],
  }));
  const table: StaffTable = { headings: ['Name', 'Post'], headingRow: 1, fields: ['name', 'role'], rows, sheet: null };
  const findings = rows.map(({ number }): Diagnostic => {
    const nearest = number < 32 ? 'sales-manager' : 'office-manager';
    return { code: 'cell-unknown-role', severity: 'error', line: number, column: 2, args: { row: number, text: 'x', nearest } };
  });
  const draft = { ...draftOf('list.csv', table), checked: { isReadable: true, findings, people: 0, newDepartments: [] } };
  let read = 0;
  const counting = { ...studio, named: () => [read++, studio.named()][1] as ReturnType<typeof studio.named> };
  const view = draftView(draft, { show: 'findings', offset: 0, limit: 50 }, 'nl', counting);
  expect(view.items.map(({ findings: [one] }) => [one?.column, one?.fixes, one?.alike])).toEqual([
    ...rows.slice(0, 30).map(() => [1, ['verkoopadviseur'], 30]),
    ...rows.slice(30).map(() => [1, ['officemanager'], 10]),
  ]);
  expect(read).toBe(1);
  expect(view.roles).toContain('officemanager');
});
