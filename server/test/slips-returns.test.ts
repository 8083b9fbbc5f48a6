/** Whoever leaves is asked no more, and whoever comes back is asked anew: nothing that was signed in the employment before counts in this one. */
import { expect, it } from 'vitest';
import { onBothDatabases } from './databases.js';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';

interface Status {
  readonly rows: readonly { readonly number: string; readonly standing: string; readonly due: string | null }[];
}
const standingOf = async (hr: Visiting, number: string) => {
  const { rows } = await hr.data<Status>('status');
  return rows.filter((one) => one.number === number).map(({ standing, due }) => [standing, due]);
};

onBothDatabases('leaving and coming back', ({ next }) => {
  const visit = openVisits();

  async function opened(): Promise<Visiting> {
    const { postgres } = await next();
    const hr = visit({ environment: postgres === undefined ? {} : { DATABASE_URL: postgres } });
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
    hr.write(
      'organisation.yaml',
      'schema: 2\nname: Ветер\nplace: Псков\njurisdiction: ru\nlanguages: [ru]\ndepartments:\n  - { id: sales, name: Продажи }\n',
    );
    writeRoles(hr, 'sales-manager');
    hr.write('people.csv', listOf('2019-04-16'));
    await hr.data('init');
    await hr.data('people people.csv');
    await hr.data('issue --all --format pdf --on 2026-12-01 --request');
    return hr;
  }
  const listOf = (day: string, ...more: readonly string[]): string =>
    staffList(
      `Ветрова Анна Петровна,f,00106,sales-manager,sales,${day}`,
      `Белов Иван Ильич,m,00107,sales-manager,sales,${day}`,
      `Громов Лев Ильич,m,00108,sales-manager,sales,2019-04-16`,
      ...more,
    );

  it('begins anew with the first day of the new contract', async () => {
    const hr = await opened();
    await hr.data('acknowledge 00106', 'Ким Ольга');
    await hr.data('leave 00106 --on 2026-12-01');
    await hr.data('leave 00107 --on 2026-12-01');
    // Nobody is asked again on the last day, and what waited is closed.
    expect(await hr.data('request --all')).toMatchObject({ requests: [] });
    expect((await hr.run('acknowledge 00107', 'Ким Ольга')).code).toBe(1);
    hr.day('2026-12-02');
    hr.write('people.csv', listOf('2026-12-14'));
    await hr.data('people people.csv');
    expect(await standingOf(hr, '00106')).toEqual([['to-come', '2026-12-14']]);
    expect(await standingOf(hr, '00107')).toEqual([['to-come', '2026-12-14']]);
    expect(await standingOf(hr, '00108')).toEqual([['requested', expect.anything()]]);
    expect(await hr.data('request 00106')).toMatchObject({ requests: [{ due: '2026-12-14' }] });
    expect(await hr.data('paper 00106')).toMatchObject({ sheets: [{ code: expect.any(String) as string }] });
    await hr.data('acknowledge 00106', 'Ким Ольга');
    expect(await standingOf(hr, '00106')).toEqual([['current', null]]);
    const said = await hr.run('journal --format xlsx');
    expect(said.code).toBe(0);
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  });

  it('keeps a printed sheet, which may be signed on the last day, until the person comes back', async () => {
    const hr = await opened();
    await hr.data('paper 00107');
    await hr.data('leave 00107 --on 2026-12-01');
    hr.day('2026-12-02');
    expect((await hr.run('request 00107')).err).toContain('register-asked-left');
    hr.write('people.csv', listOf('2026-12-02').replace('00106,sales-manager,sales,2026-12-02', '00106,sales-manager,sales,2019-04-16'));
    await hr.data('people people.csv');
    expect(await standingOf(hr, '00107')).toEqual([['to-do', '2026-12-02']]);
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  });
});
