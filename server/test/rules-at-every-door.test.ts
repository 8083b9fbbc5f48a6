/** What the register forbids or asks for, it does at the command line, in the studio and through the service alike. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageWorkspace } from 'rolewright';
import { expect, it } from 'vitest';
import { setRules } from '../src/register/begin.js';
import { decisionsOf } from '../src/register/decisions.js';
import { takePeople } from '../src/register/people.js';
import { approve, propose, proposalMeant } from '../src/register/proposals.js';
import { takeStaff } from '../src/studio/hr/staff-reading.js';
import { anna, codeOf, issued, on, openOffice, personOf, rowOf } from './office.js';
import type { Office } from './office.js';

/** The code of what refuses to issue everything that somebody holds. */
const issuing = (office: Office): Promise<string> => codeOf(issued(office));

/** The file as one that is proposed, and written when it is approved. */
async function approved(world: Office, role: string, path: string): Promise<void> {
  const content = new Uint8Array(readFileSync(join(world.folder, path)));
  rmSync(join(world.folder, path));
  await propose({ role, path, base: null, content, comparison: 'as it is', summary: 'Looked through' }, await world.setting());
  const other = await world.setting('Peter Hall');
  const proposal = await proposalMeant(role, other);
  const { diff } = JSON.parse(
    JSON.stringify((await world.storage.read.eventsOf(proposal.id)).find(({ kind }) => kind === 'proposed')?.payload),
  ) as { diff: string };
  await approve(proposal, { seen: diff, comment: undefined }, other);
}

it('takes a paper for approved by the very files that it is made of: the variant where it lies, and the role that it extends', async () => {
  const world = await openOffice([rowOf({ ...anna, department: 'export' })]);
  const role = packageWorkspace().readText('roles/sales-manager.yaml');
  writeFileSync(join(world.folder, 'roles/sales-manager.yaml'), role);
  await setRules({ approvedOnly: true }, await world.setting());
  const variant = 'overlays/export-sales-manager.yaml';
  world.goOn();
  // A copy in another place was approved, which no department uses.
  writeFileSync(join(world.folder, 'overlays/copy.yaml'), readFileSync(join(world.folder, variant)));
  await approved(world, 'export-sales-manager', 'overlays/copy.yaml');
  await approved(world, 'sales-manager', 'roles/sales-manager.yaml');
  expect(await issuing(world)).toBe('register/not-approved');
  await approved(world, 'export-sales-manager', variant);
  expect(await issuing(world)).toBe('done');
  // The role below it gets other words, which nobody has approved.
  writeFileSync(
    join(world.folder, 'roles/sales-manager.yaml'),
    role.replace('het verkopen van de producten', 'het met winst verkopen van de producten'),
  );
  expect(readFileSync(join(world.folder, 'roles/sales-manager.yaml'), 'utf8')).not.toBe(role);
  world.goOn();
  expect(await issuing(world)).toBe('register/not-approved');
});

it('keeps what somebody decided about a variant as long as its file still reads so', async () => {
  const world = await openOffice([rowOf({ ...anna, department: 'export' })]);
  writeFileSync(join(world.folder, 'roles/sales-manager.yaml'), packageWorkspace().readText('roles/sales-manager.yaml'));
  await takePeople(
    [rowOf({ name: { last: 'Hall', first: 'Peter' }, personnelNumber: '1002' })],
    { on, complete: false, newcomers: false },
    await world.setting(),
    [],
  );
  await approved(world, 'export-sales-manager', 'overlays/export-sales-manager.yaml');
  const setting = await world.setting();
  const { kept } = await decisionsOf(await personOf('1002', world), { also: [], own: new Set() }, setting);
  expect(kept.map(({ role, why }) => [role, why])).toEqual([['export-sales-manager', 'papers']]);
});

it('takes nobody for gone by a list that was cut, until HR says of these very people that they have left', async () => {
  const names = ['Adams', 'Bell', 'Clark', 'Dunn', 'Evans'];
  const world = await openOffice(names.map((last, at) => rowOf({ name: { last, first: 'Kim' }, personnelNumber: `20${at}` }, at + 1)));
  const list = {
    text: '"Name"\t"Personnel number"\t"Job title"\n"Kim Adams"\t"200"\t"sales-manager"\n',
    headings: { name: 'Name', personnelNumber: 'Personnel number', role: 'Job title' },
    ...{ shift: 0, columns: [0, 1, 2] },
  };
  const taking = { list, on: '2026-12-01', complete: true, newcomers: false };
  const asked = await takeStaff(taking, await world.setting());
  expect(asked).toMatchObject({ waits: 'many', left: [], missing: ['Kim Bell', 'Kim Clark', 'Kim Dunn', 'Kim Evans'] });
  const wrong = { ...list, text: `${list.text}"Kim Bell"\t"201"\t"juggler of bees"\n` };
  expect(await takeStaff({ ...taking, list: wrong, allLeft: true }, await world.setting())).toMatchObject({ waits: 'rows', left: [] });
  const told = await takeStaff({ ...taking, allLeft: true }, await world.setting());
  expect([told?.waits, told?.left.length, told?.missing]).toEqual([null, 4, []]);
});
