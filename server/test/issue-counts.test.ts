/** What would be issued is counted by what is new, and the two forms of a paper are one: the later takes the place of the earlier. */
import { expect, it } from 'vitest';
import { issue } from '../src/register/issue.js';
import { statusOf } from '../src/register/status.js';
import { planFor, wantedPapers } from '../src/studio/hr/issue-plan.js';
import type { AskedIssue } from '../src/studio/hr/issue-plan.js';
import { onBothDatabases } from './databases.js';
import { anna, openOffice, rowOf } from './office.js';

const asked: AskedIssue = { who: 'everybody', kinds: [], languages: [], form: 'brief', formats: ['docx'], on: '2026-12-01' };

onBothDatabases('a plan of issuing', ({ next }) => {
  it('names those who get something new, and what the other form takes the place of', async () => {
    const office = await openOffice(
      [
        rowOf({ ...anna, hireDate: '2026-11-02' }),
        rowOf({ name: { last: 'Visser', first: 'Piet' }, personnelNumber: '1002', hireDate: '2026-11-02' }, 2),
      ],
      await next(),
    );
    const setting = { ...(await office.setting()), today: '2026-12-01' };
    expect(await planFor(asked, setting)).toMatchObject({ people: 2, papers: [{ outcome: 'first' }] });
    for (const paper of await wantedPapers(asked, setting, [])) await issue(paper, '2026-12-01', setting, []);
    expect(await planFor(asked, setting)).toMatchObject({ people: 0, papers: [{ outcome: 'same' }] });
    const inFull = { ...asked, form: 'full' } as const;
    const { papers } = await planFor(inFull, setting);
    const [brief] = (await statusOf({}, setting)).map(({ document }) => document);
    expect(papers).toMatchObject([{ outcome: 'again', replaces: expect.any(String) as string }]);
    for (const paper of await wantedPapers(inFull, setting, [])) await issue(paper, '2026-12-01', setting, []);
    // One is in force: nobody is asked for both.
    expect((await office.storage.read.document(brief?.id ?? ''))?.state).toBe('replaced');
    expect((await statusOf({}, setting)).map(({ documents }) => documents.map(({ form }) => form))).toEqual([['full'], ['full']]);
  });
});
