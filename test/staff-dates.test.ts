/** Dates of staff lists: what a cell says, and how the whole column tells what a cell alone cannot. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { dateColumn, dateIn, openEvidence, silent } from '../src/staff-list/date-column.js';
import type { DateFound } from '../src/staff-list/date-column.js';
import type { DateOrder } from '../src/staff-list/dates.js';
import type { Cell } from '../src/staff-list/sheet.js';
import type { ColumnWords } from '../src/staff-list/columns.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const { values: words } = parse(packageWorkspace().readText('locales/columns.yaml')) as ColumnWords;

interface Read {
  readonly chosen?: DateOrder;
  readonly country?: 'ru' | 'nl' | 'gb' | 'us';
  readonly from1904?: boolean;
  readonly other?: readonly Cell[];
}

/** The cells of a column, and of another beside it, from row 2. */
function column(cells: readonly Cell[], { chosen, country = 'ru', from1904 = false, other = [] }: Read = {}): DateFound[] {
  const facts = { words, from1904 };
  const look = (all: readonly Cell[]) => {
    const evidence = openEvidence(facts);
    for (const [at, cell] of all.entries()) evidence.add(cell, at + 2);
    return evidence.against;
  };
  const read = dateColumn({ facts, jurisdiction: country, chosen: chosen ?? null, own: look(cells), others: [look(other)] });
  return cells.map(read);
}
const days = (cells: readonly Cell[], how?: Read) =>
  column(cells, how).map((found) => (found === null ? null : 'day' in found ? found.day : `? ${found.unclear}`));

describe('a cell alone', () => {
  it.each([
    ['2026-11-22', 'ru', '2026-11-22'],
    ['2026/11/22', 'ru', '2026-11-22'],
    ['20261122', 'ru', '2026-11-22'],
    ['22.11.2026', 'ru', '2026-11-22'],
    ['1.2.2026', 'ru', '2026-02-01'],
    ['22. 11. 2026', 'ru', '2026-11-22'],
    ['22.11.2026 г.', 'ru', '2026-11-22'],
    ['22-11-2026', 'nl', '2026-11-22'],
    ['03/04/2026', 'gb', '2026-04-03'],
    ['03/04/2026', 'us', '2026-03-04'],
    ['03-04-2026', 'us', '2026-03-04'],
    ['03.04.2026', 'us', '2026-04-03'],
    ['22.11.26', 'ru', '2026-11-22'],
    ['01.06.98', 'ru', '1998-06-01'],
    [46348, 'ru', '2026-11-22'],
    [46348.375, 'ru', '2026-11-22'],
    ['46348', 'ru', '2026-11-22'],
    ['2026-11-22 00:00:00', 'ru', '2026-11-22'],
    ['2026-11-22T00:00:00.000Z', 'ru', '2026-11-22'],
    ['01.06.2026 0:00:00', 'ru', '2026-06-01'],
    ['6/1/2026 12:00:00 AM', 'us', '2026-06-01'],
    ['01-06-2026 09:30', 'nl', '2026-06-01'],
    ['2026-06-01T22:00:00Z', 'nl', null],
    ['1 декабря 2026 г.', 'ru', '2026-12-01'],
    ['«01» декабря 2026 года', 'ru', '2026-12-01'],
    ['01-дек-2026', 'ru', '2026-12-01'],
    ['1 June 2026', 'gb', '2026-06-01'],
    ['June 1, 2026', 'ru', '2026-06-01'],
    ['June 1st, 2026', 'us', '2026-06-01'],
    ['1st of June 2026', 'gb', '2026-06-01'],
    ['Monday, 1 June 2026', 'gb', '2026-06-01'],
    ['1-Jun-26', 'gb', '2026-06-01'],
    ['1 juni 2026', 'nl', '2026-06-01'],
    ['ma 1 jun. 2026', 'nl', '2026-06-01'],
    ['1 mrt 2026', 'nl', '2026-03-01'],
    ['2026-Jun-01', 'gb', '2026-06-01'],
    ['31 июня 2026', 'ru', null],
    ['30.02.2026', 'ru', null],
    ['июнь 2026', 'ru', null],
    ['June 26', 'gb', null],
    ['22.11-2026', 'ru', null],
    ['01.06.0026', 'ru', null],
    ['00.00.0000', 'ru', null],
    ['скоро', 'ru', null],
    ['x'.repeat(10_000), 'ru', null],
    [7, 'ru', null],
    [true, 'ru', null],
    [null, 'ru', null],
  ] as const)('%s in %s', (cell, country, date) => {
    expect(dateIn(cell, country, words)).toBe(date);
    expect(dateColumn({ facts: { words }, jurisdiction: country, chosen: null, own: silent, others: [] })(cell)).toEqual(
      date && { day: date },
    );
  });
});

describe('a column', () => {
  const american = ['04/25/2026', '04/08/2026', '05/31/2026', '06/05/2026', '07/07/2026', '1 June 2026'];

  it('in which one cell has the month first leaves nothing to guess', () => {
    expect(days(american)).toEqual(['2026-04-25', '? 2', '2026-05-31', '? 2', '2026-07-07', '2026-06-01']);
    expect(days(american, { country: 'us' })).toEqual(['2026-04-25', '2026-04-08', '2026-05-31', '2026-06-05', '2026-07-07', '2026-06-01']);
    expect(days(american, { chosen: 'mdy' })).toEqual(days(american, { country: 'us' }));
  });

  it('that contradicts itself is unclear where it can be', () => {
    expect(days(['25/04/2026', '04/25/2026', '04/05/2026'])).toEqual(['2026-04-25', '2026-04-25', '? 3']);
    expect(days(['25/04/2026', '04/25/2026', '04/05/2026'], { country: 'us' })).toEqual(['2026-04-25', '2026-04-25', '? 2']);
  });

  it('that does not fit the order that the user names has no date where it does not', () => {
    expect(days(american, { chosen: 'dmy' })).toEqual([null, '2026-08-04', null, '2026-05-06', '2026-07-07', '2026-06-01']);
    expect(days(['26-06-01', '98-12-31', '26.06.2026'], { chosen: 'ymd' })).toEqual(['2026-06-01', '1998-12-31', '2026-06-26']);
  });

  it('that says nothing itself is judged by the others of its list', () => {
    expect(days(['01/06/2026', '02/03/2026'], { other: ['12/31/1990'] })).toEqual(['? 2', '? 2']);
    expect(days(['01/06/2026', '25/03/2026'], { other: ['12/31/1990'] })).toEqual(['2026-06-01', '2026-03-25']);
  });

  it('may have years in front in one cell, and then the others are unclear', () => {
    expect(days(['98-12-01', '26-06-01', '25-11-30'])).toEqual(['1998-12-01', '? 2', '? 2']);
  });

  it('has serial numbers from 1900 or from 1904', () => {
    expect(days([46348, '01.06.2026'])).toEqual(['2026-11-22', '2026-06-01']);
    expect(days([44886], { from1904: true })).toEqual(['2026-11-22']);
  });

  it('never gives a wrong day where it has a cell that can be read one way only', () => {
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    const written = { dmy: [2, 1, 0], mdy: [1, 2, 0] } as const;
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('dmy', 'mdy'),
        fc.constantFrom('/', '-', '.'),
        fc.constantFrom('ru', 'nl', 'gb', 'us'),
        fc.boolean(),
        (some, order, sign, country, padded) => {
          const real = [...some.map((one) => one.toISOString().slice(0, 10)), '2026-05-31'];
          const cells = real.map((one) => {
            const parts = one.split('-').map((part) => (padded ? part : String(Number(part))));
            return written[order].map((at) => parts[at]).join(sign);
          });
          for (const [at, found] of column(cells, { country }).entries()) {
            if (found && 'day' in found) expect(found.day, cells[at]).toBe(real[at]);
            else expect(found).not.toBeNull();
          }
          expect(days(cells, { country, chosen: order })).toEqual(real);
        },
      ),
    );
  });

  it('reads every day in words, in three languages', () => {
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    const styles = fc.constantFrom('long', 'medium');
    fc.assert(
      fc.property(date, fc.constantFrom('ru-RU', 'en-GB', 'en-US', 'nl-NL'), styles, (one, tag, dateStyle) => {
        const cell = new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).format(one);
        expect(days([cell]), cell).toEqual([one.toISOString().slice(0, 10)]);
      }),
    );
  });
});
