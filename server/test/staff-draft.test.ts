/** A list on its way into the register, and runs of issuing: what the screens of HR do between two requests. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic, StaffTable } from 'rolewright';
import type { AskedIssue, PlannedPaper } from '../src/studio/hr/issue-plan.js';
import type { IssuedPaper } from '../src/studio/hr/issue-run.js';
import { openRuns } from '../src/studio/hr/runs.js';
import type { Hands, Run } from '../src/studio/hr/runs.js';
import { draftOf, headingsOf, matched, shiftOf, textOf, withCells, withFields, withLeft } from '../src/studio/hr/staff-draft.js';

const table: StaffTable = {
  ...{ sheet: null, headingRow: 2, headings: ['Name', 'Car', 'Post'], fields: ['name', null, 'role'] },
  rows: [
    { number: 3, cells: ['Anna "A" Smith', 'B12', 'Seller'] },
    { number: 5, cells: ['Tom Hill', '', 'Seller'] },
  ],
};

describe('a list on its way', () => {
  it('is read with its matched columns alone, each row in the line of its number', () => {
    const draft = draftOf('', table);
    expect(textOf(draft).split('\n')).toEqual(['', '"Name"\t"Post"', '"Anna ""A"" Smith"\t"Seller"', '', '"Tom Hill"\t"Seller"', '']);
    expect([matched(draft), headingsOf(draft)]).toEqual([[0, 2], { name: 'Name', role: 'Post' }]);
    expect(textOf(withLeft(draft, 3, true))).not.toContain('Anna');
    expect(textOf(withLeft(withLeft(draft, 3, true), 3, false))).toBe(textOf(draft));
  });

  it('has a line for headings that the list itself has not', () => {
    const headless = draftOf('', { ...table, headingRow: 0, rows: [{ number: 1, cells: ['Anna Smith', '', 'Seller'] }] });
    expect([shiftOf(headless), textOf(headless)]).toEqual([1, '"Name"\t"Post"\n"Anna Smith"\t"Seller"\n']);
  });

  it('takes one column for each thing, and is to be looked at anew after each change', () => {
    const draft = { ...draftOf('', table), checked: { isReadable: true, findings: [], people: 2, newDepartments: [] } };
    expect(withFields(draft, ['name', 'role', 'role'])).toMatchObject({ fields: ['name', 'role', null], checked: null });
    const mended = withCells(draft, [{ row: 5, column: 2, text: ' Head \n of sales ' }]);
    expect([mended.table.rows[1]?.cells[2], mended.table.rows[0], mended.checked]).toEqual(['Head of sales', table.rows[0], null]);
  });
});

describe('a run of issuing', () => {
  const papers = Array.from({ length: 7 }, (_, at) => ({ stem: `p${at}` }) as PlannedPaper);
  const begin = { id: 'run-1', asked: {} as AskedIssue, papers, folder: 'out', ask: true, due: undefined };

  /** Workers that issue only when they are let. */
  function hands(
    failing: (stem: string) => boolean = () => false,
    { refusing = () => false, told = () => [] }: { refusing?: () => boolean; told?: () => readonly Diagnostic[] } = {},
  ) {
    const waiting: (() => void)[] = [];
    const attempts: number[] = [];
    const asked: string[][] = [];
    const issued: string[] = [];
    const own: Hands = {
      async issue({ stems, attempt }) {
        attempts.push(attempt);
        await new Promise<void>((go) => waiting.push(go));
        if (refusing()) throw new Error('a role cannot be read');
        issued.push(...stems);
        const papers = stems.map((stem): IssuedPaper => {
          const isBad = failing(stem);
          return {
            stem,
            document: isBad ? null : `d_${stem}`,
            number: isBad ? null : '1',
            outcome: isBad ? 'failed' : 'issued',
            problems: [],
            files: [],
          };
        });
        return { papers, problems: told() };
      },
      async ask({ documents }) {
        asked.push([...documents]);
        return { requested: documents.length, problems: [] };
      },
      told: () => null,
    };
    const step = async (): Promise<void> => {
      waiting.shift()?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    };
    return { own, step, asked, issued, attempts };
  }

  it('issues all, asks once, and is begun once however often it is asked for', async () => {
    const [runs, { own, step, asked, issued }] = [openRuns(), hands()];
    runs.begin(begin, own);
    runs.begin(begin, own);
    for (let turn = 0; turn < 4; turn += 1) await step();
    expect(runs.get('run-1')).toMatchObject({ state: 'done', requested: 7 } satisfies Partial<Run>);
    expect([issued, asked]).toEqual([papers.map(({ stem }) => stem), [papers.map(({ stem }) => `d_${stem}`)]]);
  });

  it('stops after what is being made, and goes on with the rest', async () => {
    const [runs, { own, step, issued }] = [openRuns(), hands()];
    runs.begin(begin, own);
    expect(runs.stop('run-1')?.state).toBe('stopping');
    await step();
    expect(runs.get('run-1')?.state).toBe('stopped');
    const before = issued.length;
    await step();
    expect(issued).toHaveLength(before);
    runs.goOn('run-1', own);
    for (let turn = 0; turn < 4; turn += 1) await step();
    expect(runs.get('run-1')?.state).toBe('done');
    expect([...issued].sort()).toEqual(papers.map(({ stem }) => stem));
  });

  it('ends at what stands against all, and reads roles again when it is gone on with', async () => {
    let [isRefused, problems]: [boolean, readonly Diagnostic[]] = [true, []];
    const [runs, { own, step, attempts, issued }] = [openRuns(), hands(undefined, { refusing: () => isRefused, told: () => problems })];
    runs.begin({ ...begin, ask: false }, own);
    await step();
    expect(runs.get('run-1')).toMatchObject({ state: 'broken', attempt: 1 } satisfies Partial<Run>);
    [isRefused, problems] = [false, [{ code: 'seal-papers-wait', severity: 'error', args: {} }]];
    runs.goOn('run-1', own);
    await step();
    expect(runs.get('run-1')).toMatchObject({ state: 'broken', attempt: 2, problems } satisfies Partial<Run>);
    expect(issued).toHaveLength(3);
    problems = [{ code: 'seal-key-ends', severity: 'warning', args: {} }];
    runs.goOn('run-1', own);
    for (let turn = 0; turn < 4; turn += 1) await step();
    // What is told of each piece is told once.
    expect(runs.get('run-1')).toMatchObject({ state: 'done', problems } satisfies Partial<Run>);
    expect(new Set(attempts)).toEqual(new Set([1, 2, 3]));
  });

  it('tries again what failed, and nothing else', async () => {
    let isBroken = true;
    const [runs, { own, step, issued }] = [openRuns(), hands((stem) => isBroken && stem === 'p2')];
    runs.begin({ ...begin, ask: false }, own);
    for (let turn = 0; turn < 4; turn += 1) await step();
    expect(runs.get('run-1')?.done.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    isBroken = false;
    runs.goOn('run-1', own);
    await step();
    expect(issued.slice(7)).toEqual(['p2']);
    expect(runs.get('run-1')?.done.every(({ outcome }) => outcome === 'issued')).toBe(true);
  });

  it('tells a fault as one, and can be gone on with', async () => {
    const [runs, { own, step }] = [openRuns(), hands()];
    let isDown = true;
    const shaky: Hands = { ...own, issue: (errand) => (isDown ? Promise.reject(new Error('down')) : own.issue(errand)) };
    runs.begin(begin, shaky);
    await step();
    expect(runs.get('run-1')).toMatchObject({ state: 'broken', problems: [{ code: 'http-fault' }] });
    isDown = false;
    runs.goOn('run-1', shaky);
    for (let turn = 0; turn < 5; turn += 1) await step();
    expect(runs.get('run-1')?.state).toBe('done');
  });
});
