/**
 * The chart of an organisation as a document: who reports to whom, drawn on as many sheets as it takes, and the same in
 * words. What it looks like on paper is settled here, since a drawing cannot be broken like text.
 */
import { paragraph, text } from '../document/document.js';
import type { Block, Document, Locale, Section, Title } from '../document/document.js';
import { formatDate } from '../language/dates.js';
import { upperFirst } from '../language/sentences.js';
import { chartGap } from '../layout/chart.js';
import { roomBelow } from '../layout/layout.js';
import type { FontSet } from '../layout/fonts.js';
import type { Phrases } from '../language/phrases.js';
import type { Day } from '../structure/holders.js';
import type { Lines } from '../structure/lines.js';
import { branded } from '../theme/brand.js';
import type { Theme } from '../theme/theme.js';
import type { Trees } from './arrange.js';
import { bandsOf } from './bands.js';
import { branchesOf, within } from './branches.js';
import type { Branch } from './branches.js';
import { cardsOf } from './cards.js';
import { drawn } from './draw.js';
import { lettersIn, point } from './lettering.js';
import { sheetsOf } from './sheets.js';
import type { Sheet } from './sheets.js';
import { besideOneAnother, space } from './space.js';
import type { Paper } from './space.js';
import { speechFor } from './speech.js';
import type { Speech } from './speech.js';
import { inWords } from './words.js';

export interface ChartRequest {
  readonly lines: Lines;
  /** The id of a department: it and those that are part of it; null for all. */
  readonly department: string | null;
  /** The day that the chart is of; null for none in particular. */
  readonly day: Day;
  readonly locale: Locale;
  /** BCP 47 tag of the language and its country. */
  readonly language: string;
  readonly phrase: Phrases;
  /** The layout profile, without the brand. */
  readonly theme: Theme;
  /** The organisation; an empty string where nobody says. */
  readonly organisation: string;
  /** What stands around the text. */
  readonly furniture: Pick<Document, 'brand' | 'letterhead' | 'footer'>;
}

/** What a chart is made with: the faces that its texts are measured in, and the library that lays trees out. */
export interface ChartTools {
  readonly fonts: FontSet;
  readonly trees: Trees;
}

/** The narrowest box that titles of posts can be read in, mm. */
const narrowest = 34;

/** On paper that leaves less below its head, the first chart has a page of its own, mm. */
const leastRoom = 90;

/** Browsers set the lines of a page a little otherwise than this does, mm. */
const allowance = 3;

/** Letters of a name in a heading, which must leave room for the chart. */
const longestName = 120;

export function createChart(request: ChartRequest, { fonts, trees }: ChartTools): Document {
  const { lines, department, day, locale, language } = request;
  const speech = speechFor(lines.structure, request, day);
  const tops = branchesOf(lines, wanted(lines, department));
  const all = tops.flatMap(within);
  const shownIds = new Set(all.map(({ id }) => id));
  const shown = [...lines.places.values()].filter(({ id }) => shownIds.has(id));
  const frame: Document = {
    kind: 'org-chart',
    locale,
    language,
    layout: request.theme.id,
    title: [speech.phrase('chart.title'), request.organisation].filter(Boolean).join('. '),
    subject: speech.phrase('chart.title'),
    author: request.organisation,
    keywords: [speech.phrase('chart.title')],
    role: { id: 'org-chart', version: '' },
    orientation: 'landscape',
    ...request.furniture,
    blocks: [],
  };
  const theme = branded(request.theme, frame);
  const head = headOf(request, speech);
  const roomOf = (blocks: readonly Block[]): Paper => paperIn(roomBelow({ ...frame, blocks }, theme, fonts));
  const crowded = roomOf(head).height < leastRoom;
  const paper = (place: 'only' | 'first' | 'other', about: Branch | null): Paper => {
    if (place === 'only' && !crowded) return roomOf(head);
    const heading = { number: 100, about, together: [], continues: place === 'other' ? 100 : null };
    return roomOf([...head, sectionOf(heading, place !== 'first' || crowded, [], speech)]);
  };
  const widest = roomOf(head);
  const cards = cardsOf(widest.box, speech, lettersIn(fonts, language));
  const sheets = sheetsOf(tops, { cards, trees, paper });
  const heads = new Set([...lines.departments.values()].map((one) => one.head));
  const sheetOf = new Map(
    sheets.flatMap(({ about, together, continues, number }) =>
      (continues === null ? [...(about ? [about] : []), ...together] : []).map((branch) => [branch, number] as const),
    ),
  );
  const pens = {
    ...{ cards, speech, bands: bandsOf(lines, shown) },
    sheetOf: (branch: Branch) => sheetOf.get(branch) ?? null,
    isHead: ({ id }: Branch) => heads.has(id),
  };
  const charts = sheets.map((sheet) => ({ sheet, chart: drawn(sheet, widest.width, widest.box, pens) }));
  return {
    ...frame,
    blocks: [
      ...head,
      ...charts.flatMap(({ sheet, chart }): Block[] =>
        sheets.length === 1 && !crowded ? [chart] : [sectionOf(sheet, sheet.number > 1 || crowded, [chart], speech)],
      ),
      inWords(lines, shown, speech),
    ],
  };
}

/** As many boxes side by side as can be read, each as wide as there is room. */
function paperIn({ width, height }: { width: number; height: number }): Paper {
  const count = Math.max(1, besideOneAnother({ width }, narrowest + space.indent));
  const box = (width + space.beside) / count - space.beside - space.indent;
  return { width, height: height - chartGap * point - allowance, box };
}

function wanted({ places, within: departmentsAround }: Lines, department: string | null): (id: string) => boolean {
  if (department === null) return () => true;
  const inside = new Map<string, boolean>();
  return (id) => {
    const own = places.get(id)?.department?.id;
    if (own === undefined) return false;
    const known = inside.get(own) ?? departmentsAround(own).some((one) => one.id === department);
    inside.set(own, known);
    return known;
  };
}

/** The name of the document, and under it the day and the table that it shows. */
function headOf({ organisation, day, locale, language, lines, department, theme }: ChartRequest, speech: Speech): Block[] {
  const { phrase } = speech;
  const { table } = lines.structure;
  const part = department === null ? undefined : lines.departments.get(department);
  const title: Title = {
    type: 'title',
    lines: [phrase('chart.title'), ...(part ? [speech.department(part)] : []), organisation].filter(Boolean).map((line) => [text(line)]),
  };
  const dated = (date: string): string => formatDate(date, locale, 'long', language);
  const facts = [
    ...(day === null ? [] : [phrase('chart.as-of', { date: dated(day) })]),
    ...(table?.number === undefined && table?.date === undefined
      ? []
      : [
          phrase('chart.table', {
            ...{ hasNumber: table.number === undefined ? 'no' : 'yes', number: table.number ?? '' },
            ...{ hasDate: table.date === undefined ? 'no' : 'yes', date: table.date === undefined ? '' : dated(table.date) },
          }),
        ]),
    ...(table?.order === undefined
      ? []
      : [
          phrase('chart.approved', {
            ...{ hasNumber: table.order.number === undefined ? 'no' : 'yes', number: table.order.number ?? '' },
            ...{
              hasDate: table.order.date === undefined ? 'no' : 'yes',
              date: table.order.date === undefined ? '' : dated(table.order.date),
            },
          }),
        ]),
    ...(table?.from === undefined ? [] : [phrase('chart.in-force', { date: dated(table.from) })]),
  ];
  return [
    title,
    ...(facts.length > 0
      ? [paragraph([text(upperFirst(facts.join('; '), locale))], 'requisite', theme.title.align === 'center' ? 'center' : 'left')]
      : []),
  ];
}

/** A sheet is known by whoever it is about: the department that they lead, or their post. */
function sectionOf(
  { number, about, together, continues }: Pick<Sheet, 'number' | 'about' | 'together' | 'continues'>,
  breakBefore: boolean,
  children: readonly Block[],
  speech: Speech,
): Section {
  const [first, last] = [together[0], together.at(-1)];
  const name = about ? nameOf(about, speech) : first && last ? [first, last].map((one) => nameOf(one, speech)).join(' – ') : '';
  const what = name === '' ? 'none' : continues === null ? 'name' : 'continued';
  return {
    type: 'section',
    id: `part-${number}`,
    level: 1,
    number: null,
    heading: [text(speech.phrase('chart.heading', { sheet: number, what, name }))],
    breakBefore,
    children,
  };
}

function nameOf({ id, place: { department, position } }: Branch, speech: Speech): string {
  const name = department?.head === id ? speech.department(department) : speech.title(position);
  return name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
}
