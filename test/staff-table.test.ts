/** A staff list as a table of texts, for those who match its columns on a screen. */
import { describe, expect, it } from 'vitest';
import { memoryWorkspace, openDesk, readStaffTable, Refusal, staffFieldNames, staffFields } from '../src/index.js';
import type { Diagnostic, StaffTable } from '../src/index.js';

const desk = openDesk(memoryWorkspace({}), { project: null });
const read = (text: string, problems: Diagnostic[] = []): Promise<StaffTable> =>
  readStaffTable(new TextEncoder().encode(text), 'list.tsv', desk, problems);

describe('a staff list as a table', () => {
  it('has its headings, what they mean, and its rows with their numbers', async () => {
    const table = await read(
      'Staff of the sales office\n\nFull name\tJob title\tParking\n\nAnna  Smith\tSales manager\tB12\nTom Hill\tOffice manager\n',
    );
    expect(table).toMatchObject({
      sheet: null,
      headingRow: 3,
      headings: ['Full name', 'Job title', 'Parking'],
      fields: ['name', 'role', null],
    });
    expect(table.rows).toEqual([
      { number: 5, cells: ['Anna Smith', 'Sales manager', 'B12'] },
      { number: 6, cells: ['Tom Hill', 'Office manager', ''] },
    ]);
  });

  it('takes the first row for a person where no heading is known, and calls columns by their letters', async () => {
    const table = await read('Anna Smith\tSales manager\nTom Hill\tOffice manager\n');
    expect(table).toMatchObject({ headingRow: 0, headings: ['A', 'B'], fields: [null, null] });
    expect(table.rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, 'Anna Smith'],
      [2, 'Tom Hill'],
    ]);
  });

  it('tells two columns of one heading apart, and one without any', async () => {
    const { headings } = await read('Name\tPhone\tPhone\t\nAnna Smith\t1\t2\t3\n');
    expect(headings).toEqual(['Name', 'Phone', 'Phone (2)', 'D']);
  });

  it('refuses what is no table, and one with too many columns', async () => {
    await expect(readStaffTable(new TextEncoder().encode('%PDF-1.7'), 'a.pdf', desk, [])).rejects.toThrow(Refusal);
    await expect(read(`Name${'\tx'.repeat(70)}\n`)).rejects.toMatchObject({ diagnostics: [{ code: 'table-too-wide' }] });
  });

  it('names all that a column can hold, in each language', () => {
    for (const language of ['en', 'ru', 'nl'] as const) expect(Object.keys(staffFieldNames(language, desk))).toEqual([...staffFields]);
    expect(staffFieldNames('nl', desk).name).toBe('Volledige naam');
  });
});
