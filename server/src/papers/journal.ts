/**
 * The journal that a country keeps of who has read what: журнал ознакомления, register of acknowledgements, register van ontvangen
 * documenten. Its rows are given; what has no answer yet has a place to sign, so that the printed journal can be signed by hand.
 */
import { paragraph } from 'rolewright';
import type { Block, Cell, Document, Inline, Row, Sheets } from 'rolewright';
import type { JournalRow } from '../register/journal.js';
import type { Note } from '../register/journal-notes.js';
import type { PaperSetting } from './words.js';

export interface Journal {
  /** The first and the last day, YYYY-MM-DD; from the beginning where the first is null. */
  readonly from: string | null;
  readonly to: string;
  /** Who keeps it; null leaves the place empty. */
  readonly keeper: { readonly post: string | null; readonly name: string | null } | null;
  readonly rows: readonly JournalRow[];
}

/** The name of its file without an ending: two periods that end on one day are two journals. */
export const journalName = ({ from, to }: Pick<Journal, 'from' | 'to'>, { phrase }: Pick<PaperSetting, 'phrase'>): string =>
  [phrase('journal.file'), ...(from === null ? [] : [from]), to].join(' ');

const kind = 'acknowledgement-journal';

/** Widths in shares of the sheet, which lies on its long side. */
const columns = [
  ['number', 1.6, 'center'],
  ['date', 3.2, 'center'],
  ['document', 7, 'left'],
  ['version', 2.8, 'center'],
  ['name', 5.5, 'left'],
  ['post', 5.5, 'left'],
  ['outcome', 6, 'left'],
  ['note', 6.5, 'left'],
] as const;

/** The journal as a paper. */
export function journalPaper(journal: Journal, setting: PaperSetting): Document {
  const { phrase, words, organisation, titleAlign } = setting;
  const period = periodOf(journal, setting);
  const title = phrase('journal.title');
  const blocks: Block[] = [
    ...(organisation === '' ? [] : [paragraph([words(organisation)], 'requisite', titleAlign)]),
    { type: 'title', lines: [[words(title)], [words(phrase('journal.with'))]] },
    paragraph([words(period)], 'requisite', titleAlign),
    journal.rows.length === 0 ? paragraph([words(phrase('journal.empty'))]) : tableOf(journal, setting),
    paragraph([words(totalOf(journal, setting))], 'note'),
    keeperOf(journal, setting),
  ];
  return {
    ...setting.start,
    kind,
    title: `${title}: ${period}`,
    subject: phrase('journal.kind'),
    keywords: [],
    role: { id: kind, version: '' },
    orientation: 'landscape',
    identity: setting.identity(title, [period]),
    blocks,
  };
}

function tableOf({ rows }: Journal, setting: PaperSetting): Block {
  const { phrase, words } = setting;
  return {
    type: 'table',
    id: 'entries',
    caption: [words(phrase('journal.caption'))],
    captionHidden: true,
    columns: columns.map(([, share, align]) => ({ share, align })),
    header: columns.map(([id]) => cell([words(phrase(`journal.columns.${id}`))])),
    rows: rows.map((row, at): Row => ({ id: `entry-${at + 1}`, cells: cellsOf(row, at + 1, setting) })),
  };
}

function cellsOf(row: JournalRow, number: number, setting: PaperSetting): Cell[] {
  const { phrase, words, date } = setting;
  const said = textsOf(row, setting);
  return [
    cell([words(String(number))]),
    cell(
      row.outcome === null
        ? [{ type: 'field', name: `date-${number}`, label: phrase('journal.day-label', { row: number }), kind: 'date', width: 0 }]
        : [words(row.date === null ? '–' : date(row.date))],
    ),
    cell([words(said.document)]),
    cell([words(row.version)]),
    cell([words(said.name ?? '–')]),
    cell([words(row.post ?? '–')]),
    cell(
      said.outcome === null
        ? [{ type: 'field', name: `sign-${number}`, label: phrase('journal.sign-label', { row: number }), kind: 'signature', width: 0 }]
        : [words(said.outcome)],
      // What was noted without the signature that the law asks for can be signed here.
      isUnsigned(row)
        ? [{ type: 'field', name: `sign-${number}`, label: phrase('note.sign-label', { row: number }), kind: 'signature', width: 0 }]
        : null,
    ),
    cell([words(said.note)]),
  ];
}

const cell = (content: readonly Inline[], below: readonly Inline[] | null = null): Cell => ({
  children: [paragraph(content), ...(below === null ? [] : [paragraph(below)])],
});

const isUnsigned = ({ notes }: JournalRow): boolean => notes.some(({ sort }) => sort === 'signature');

/** What a row says in words. */
function textsOf(
  { document: { name, number, date: dated }, name: who, number: personnel, outcome, notes }: JournalRow,
  setting: PaperSetting,
) {
  const { phrase, date } = setting;
  return {
    name: who === null ? null : phrase('journal.reader', { name: who, number: personnel ?? 'none' }),
    document: phrase('document.named', { name, number: number ?? 'none', date: dated === null ? 'none' : date(dated) }),
    outcome:
      outcome === null
        ? null
        : phrase(`outcome.${outcome.sort}`, {
            event: 'event' in outcome ? String(outcome.event) : '',
            known: 'known' in outcome ? (outcome.known ?? 'none') : 'none',
            act: 'act' in outcome ? (outcome.act ?? 'none') : 'none',
          }),
    note: notes.map((note) => noteIn(note, setting)).join('; '),
  };
}

/** A note in words; what is not known is left out of its sentence. */
function noteIn(note: Note, { phrase, date }: PaperSetting): string {
  const known = (value: string | null): string => (value === null || value === '' ? 'none' : value);
  return phrase(`note.${note.sort}`, {
    ...{ act: 'act' in note ? note.act : '', law: 'law' in note ? note.law : '', code: 'code' in note ? note.code : '' },
    day: 'day' in note && note.day !== '' ? date(note.day) : '',
    who: 'who' in note ? known(note.who) : 'none',
    reason: 'reason' in note ? known(note.reason) : 'none',
  }).trim();
}

function keeperOf({ keeper }: Journal, { phrase, words }: PaperSetting): Block {
  const field = (name: 'signature' | 'name' | 'date', sort: 'signature' | 'text' | 'date'): Inline => ({
    ...{ type: 'field', name: `keeper-${name}`, label: phrase(`journal.kept-${name}`), kind: sort, width: 0 },
  });
  return {
    type: 'signature',
    id: 'keeper',
    lead: [words(`${phrase('journal.kept')}:${keeper?.post ? ` ${keeper.post}` : ''}`)],
    cells: [
      { share: 3, content: [field('signature', 'signature')], caption: phrase('captions.signature') },
      { share: 4, content: [keeper?.name ? words(keeper.name) : field('name', 'text')], caption: phrase('captions.name') },
      { share: 3, content: [field('date', 'date')], caption: phrase('captions.date') },
    ],
  };
}

const totalOf = ({ rows }: Journal, { phrase }: PaperSetting): string =>
  phrase('journal.total', { n: rows.length, waiting: rows.filter((row) => row.outcome === null || isUnsigned(row)).length });

const periodOf = ({ from, to }: Journal, { phrase, date }: PaperSetting): string =>
  phrase('journal.period', { from: from === null ? 'none' : date(from, 'long'), to: date(to, 'long') });

/** Widths in characters. */
const widths = { number: 7, date: 12, document: 46, version: 12, name: 32, post: 32, outcome: 30, note: 22 } as const;

/** The journal as a spreadsheet: every text a text, every day a day, so that it can be filtered. */
export function journalWorkbook(journal: Journal, setting: PaperSetting): Sheets.Workbook {
  const { phrase, start } = setting;
  const title = `${phrase('journal.title')}: ${phrase('journal.with')}`;
  const text = (words: string | null): Sheets.Cell => (words === null || words === '' ? { type: 'empty' } : { type: 'text', text: words });
  const fact = (label: string, value: string): Sheets.Fact[] => [{ label, labelAt: 'document', value: text(value), valueAt: 'name' }];
  return {
    title,
    subject: phrase('journal.kind'),
    author: start.author,
    keywords: [],
    language: start.language,
    role: { id: kind, version: '' },
    layout: start.layout,
    brand: start.brand ?? {},
    sheets: [
      {
        name: phrase('journal.kind').slice(0, 31),
        title,
        facts: [
          ...(start.author === '' ? [] : [fact(phrase('journal.organisation'), start.author)]),
          fact(phrase('journal.days'), periodOf(journal, setting)),
        ],
        columns: columns.map(([id]) => ({ id, heading: phrase(`journal.columns.${id}`), width: widths[id] })),
        rows: journal.rows.map((row, at): Sheets.Cell[] => {
          const said = textsOf(row, setting);
          return [
            { type: 'number', value: at + 1, format: 'whole' },
            row.date === null ? { type: 'empty' } : { type: 'date', date: row.date, format: 'date' },
            text(said.document),
            text(row.version),
            text(said.name),
            text(row.post),
            text(said.outcome),
            text(said.note),
          ];
        }),
        totals: [],
        remarks: [totalOf(journal, setting)],
      },
    ],
  };
}
