/** A pasted list is read as a file of the project: against its own roles, which a list may name as it names those of the library. */
import { memoryWorkspace, openDesk, openWorkplace, packageWorkspace } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { expect, it } from 'vitest';
import type { Setting } from '../src/register/setting.js';
import { checkStaff } from '../src/studio/hr/staff-reading.js';

const role = packageWorkspace()
  .readText('roles/sales-manager.yaml')
  .replace(/^id: .*$/m, 'id: beekeeper')
  .replace(/^title:[\s\S]*?(?=^\w)/m, 'title: { en: beekeeper, nl: imker, ru: пчеловод }\n');

it('knows the roles of the project', async () => {
  const workspace = memoryWorkspace({
    'rolewright.yaml': 'schema: 2\norganisation: organisation.yaml\n',
    'organisation.yaml': packageWorkspace().readText('examples/organisation.gb.yaml'),
    'roles/beekeeper.yaml': role,
  });
  const desk = openDesk(workspace);
  const problems: Diagnostic[] = [];
  const workplace = openWorkplace({}, desk, problems);
  expect(problems).toEqual([]);
  const list = {
    text: '"Name"\t"Job title"\n"Anna Smith"\t"Beekeeper"\n"Tom Hill"\t"Beekeepr"\n',
    headings: { name: 'Name', role: 'Job title' },
    ...{ shift: 0, columns: [0, 1] },
  };
  const checked = await checkStaff(list, { desk, workplace, today: '2026-12-01', language: 'en' } as unknown as Setting);
  expect(checked.people).toBe(1);
  expect(checked.findings.map(({ code, line, args }) => [code, line, args['nearest']])).toEqual([['cell-unknown-role', 3, 'beekeeper']]);
});
