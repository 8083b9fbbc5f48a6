/** One rule for the day by which something is due, whatever day a paper bears, and a double row of a list is one post. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { onBothDatabases } from './databases.js';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';

interface Status {
  readonly rows: readonly { readonly number: string; readonly standing: string; readonly due: string | null; readonly daysLate: number }[];
}
const dueOf = async (hr: Visiting, number: string) =>
  (await hr.data<Status>('status')).rows.filter((one) => one.number === number).map(({ standing, due }) => `${standing} ${due}`);

const old = 'Ветрова Анна Петровна,f,00106,sales-manager,sales,2016-04-16';
const other = 'Белов Иван Ильич,m,00107,sales-manager,sales,2019-04-16';

onBothDatabases('terms', ({ next }) => {
  const visit = openVisits();

  async function opened(...rows: readonly string[]): Promise<Visiting> {
    const { postgres } = await next();
    const hr = visit({ language: 'en', environment: postgres === undefined ? {} : { DATABASE_URL: postgres } });
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
    hr.write(
      'organisation.yaml',
      'schema: 2\nname: Ветер\nplace: Псков\njurisdiction: ru\nlanguages: [ru]\ndepartments:\n  - { id: sales, name: Продажи }\n  - { id: office, name: Офис }\n',
    );
    writeRoles(hr, 'sales-manager', 'office-manager');
    hr.write('people.csv', staffList(...rows));
    await hr.data('init');
    return hr;
  }

  it('count from the day of issue, not from the day on the paper, and anew after what was taken back', async () => {
    const hr = await opened(old, other);
    await hr.data('people people.csv');
    const issued = await hr.run('issue --all --format pdf --on 2026-11-02 --request');
    expect(issued.err).toMatch(/register-dated-back[^]*2 November 2026[^]*1 December 2026/);
    // Five working days from the day on which it was issued.
    expect(await dueOf(hr, '00106')).toEqual(['requested 2026-12-08']);
    await hr.data('acknowledge 00107 --on 2026-11-05');
    const { files } = await hr.data<{ files: readonly string[] }>('journal --format docx');
    const words = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, files[0] ?? '')))['word/document.xml']);
    expect(words.replace(/<[^>]+>/g, '').replace(/[\u00a0\u202f]/g, ' ')).toMatch(
      /Дата раньше, чем документ предложен по реестру: 01\.12\.2026/,
    );
    hr.day('2026-12-21');
    await hr.data('cancel 00106 --reason "Не тот лист"');
    expect(await dueOf(hr, '00106')).toEqual(['to-do 2026-12-28']);
    expect(await hr.data('request 00106')).toMatchObject({ requests: [{ due: '2026-12-28' }] });
    // What was in force already keeps its day, and nothing is said of another one.
    expect((await hr.run('issue --all --format pdf --on 2027-02-01')).err).not.toContain('register-dated');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  });

  it('takes one post from a row that stands twice, and says so', async () => {
    const hr = await opened(old, old, 'Ветрова Анна Петровна,f,00106,office-manager,office,2016-04-16', other);
    const told = await hr.run('people people.csv');
    expect(told.err).toMatch(/register-row-twice[^]*Row 3[^]*Ветрова/);
    const { people } = await hr.data<{ people: readonly { number: string; posts: readonly { role: string }[] }[] }>('people');
    expect(
      people
        .find(({ number }) => number === '00106')
        ?.posts.map(({ role }) => role)
        .sort(),
    ).toEqual(['office-manager', 'sales-manager']);
    expect((await hr.run('people people.csv')).err).not.toContain('register-moves-asked');
  });
});
