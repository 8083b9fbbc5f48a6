/** Sheets and notices name the post in which somebody was asked, be it given up since or taken later. */
import { expect, it } from 'vitest';
import { sheetBytes } from '../src/papers/for-request.js';
import { noticesOf } from '../src/post/letters.js';
import type { RequestMeant } from '../src/register/find.js';
import { takePeople } from '../src/register/people.js';
import { request, toAsk } from '../src/register/requests.js';
import type { Setting } from '../src/register/setting.js';
import { statusOf } from '../src/register/status.js';
import { anna, issued, openOffice, rowOf } from './office.js';
import { ownFolder } from './service.js';
import type { Office } from './office.js';

async function askedIn(office: Office, today: string): Promise<RequestMeant> {
  const setting = { ...(await office.setting()), today };
  const [asked] = await request(toAsk(await statusOf({}, setting)), { method: 'in-person', due: undefined }, setting);
  const found = asked && (await office.storage.read.request(asked.id));
  if (!found) throw new Error('nobody was asked');
  return { request: found, document: asked.row.document, person: asked.row.holder.person };
}

/** What the sheet says, as one text. */
async function sheetOf(meant: RequestMeant, setting: Setting): Promise<string> {
  let said = '';
  const press = {
    ...setting.press,
    print: ((paper: unknown) => {
      said = JSON.stringify(paper);
      return Promise.resolve({ bytes: new Uint8Array() });
    }) as unknown as Setting['press']['print'],
  };
  await sheetBytes(meant, 'ABCD-EFGH-JKMN', { ...setting, press }, ownFolder);
  return said;
}

it('names each of the posts of one role for its own time', async () => {
  const office = await openOffice([rowOf({ ...anna, department: 'hr' })]);
  await issued(office);
  const first = await askedIn(office, '2026-12-01');
  const moved = [rowOf({ ...anna, department: 'sales' })];
  await takePeople(moved, { on: '2026-12-02', isDayOfList: true, complete: false, newcomers: false }, await office.setting(), []);
  office.edge.wait(86_400_000);
  await issued(office, '2026-12-02');
  const second = await askedIn(office, '2026-12-02');
  const plain = await office.setting();
  expect([await sheetOf(first, plain), await sheetOf(second, plain)]).toEqual([
    expect.stringContaining('personeelszaken'),
    expect.stringContaining('verkoop"'),
  ]);
  // Two people may share a name: the personnel number tells whose sheet it is.
  expect(await sheetOf(first, plain)).toMatch(/Bakker[^"]{0,9}\(1001\)"/);
  const organisation = plain.workplace.organisation;
  if (!organisation) throw new Error('no organisation');
  const posts = {
    ...organisation.posts,
    'head-of-sales': { title: 'head of sales', email: 'sales@example.org' },
    'hr-manager': { title: 'HR manager', email: 'hr@example.org' },
  };
  const setting = { ...plain, workplace: { ...plain.workplace, organisation: { ...organisation, posts } } };
  const to = async (meant: RequestMeant) => (await noticesOf('question', meant, 'Why?', setting)).map(({ recipient }) => recipient);
  expect([await to(first), await to(second)]).toEqual([['hr@example.org'], ['hr@example.org', 'sales@example.org']]);
});
