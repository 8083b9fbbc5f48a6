/** What may be erased of somebody, and what is undone when it was noted by mistake. */
import { expect, it } from 'vitest';
import { acknowledgeInPerson, undoAcknowledgement } from '../src/register/answers.js';
import { issue } from '../src/register/issue.js';
import { leave, takePeople, undoLeaving } from '../src/register/people.js';
import { request } from '../src/register/requests.js';
import { erasableOf } from '../src/register/retention.js';
import { statusOf } from '../src/register/status.js';
import { anna, openOffice, papersIn, personOf, rowOf } from './office.js';

it('counts no term from an acknowledgement that was taken back', async () => {
  const office = await openOffice([rowOf(anna)]);
  const setting = await office.setting();
  const [paper] = await papersIn(office, setting);
  // Kept for two years from the day on which it was signed.
  if (paper) await issue({ ...paper, retention: 'signing/2' }, '2026-12-01', setting, []);
  const rows = await statusOf({}, setting);
  const [asked] = await request(rows, { method: 'in-person', due: undefined }, setting);
  const found = asked && (await office.storage.read.request(asked.id));
  if (!found) throw new Error('nobody was asked');
  const { document, holder } = asked.row;
  const meant = { request: found, document, person: holder.person };
  await acknowledgeInPerson(meant, { statement: 'I have read it', on: '2026-12-01' }, setting);
  await leave(await personOf('1001', office), '2026-12-01', setting);
  const later = { ...setting, today: '2040-01-01' };
  const of = async () => (await erasableOf(await personOf('1001', office), later)).kept.map(({ why }) => why);
  expect(await of()).toEqual([]);
  await undoAcknowledgement(meant, { reason: 'Another paper was shown', second: undefined }, setting);
  expect(await of()).toEqual(['in-force']);
});

it('gives back the posts that somebody gave up by leaving, and no other that ended on that day', async () => {
  const two = [rowOf(anna), rowOf(anna, 2, 'hr-manager')];
  const office = await openOffice(two);
  const setting = await office.setting();
  const posts = async (): Promise<Readonly<Record<string, string | null>>> =>
    Object.fromEntries(
      (await office.storage.read.holdingsOf((await personOf('1001', office)).id)).map(({ role, to_day }) => [role ?? '', to_day]),
    );
  // The list of the next day names one post alone.
  await takePeople(two.slice(0, 1), { on: '2026-12-02', complete: false, newcomers: false }, setting, []);
  expect(await posts()).toEqual({ 'sales-manager': null, 'hr-manager': '2026-12-01' });
  await leave(await personOf('1001', office), '2026-12-01', setting);
  await leave(await personOf('1001', office), '2026-11-27', setting);
  expect(await posts()).toEqual({ 'sales-manager': '2026-11-27', 'hr-manager': '2026-12-01' });
  await leave(await personOf('1001', office), '2026-12-01', setting);
  await undoLeaving(await personOf('1001', office), 'An old list', setting);
  expect(await posts()).toEqual({ 'sales-manager': null, 'hr-manager': '2026-12-01' });
});
