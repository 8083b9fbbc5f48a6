/** The chart of a structure as files: a page, a PDF, in each language that is wanted. */
import { createChart } from '../chart/chart.js';
import type { ChartTools } from '../chart/chart.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Document, Locale } from '../document/document.js';
import { d3Hierarchy } from '../packages/installed.js';
import { createPress } from '../press/press.js';
import type { Job, Press } from '../press/press.js';
import type { Text } from '../role/role.generated.js';
import { usualJurisdiction } from '../shelf/library.js';
import { departmentOf } from '../structure/seen-from.js';
import { choices } from './choice.js';
import { departmentNamed } from './departments.js';
import type { Desk } from './desk.js';
import { readFonts } from './fonts.js';
import { readLogo } from './logo.js';
import { attempt, attemptLater } from './attempt.js';
import { furnitureOf } from './stationery.js';
import type { AskedStructure } from './structure-asked.js';

export const chartFormats = ['html', 'pdf'] as const;
export type ChartFormat = (typeof chartFormats)[number];

export interface ChartWish {
  readonly formats: readonly ChartFormat[];
  /** Languages as somebody has typed them; that of the organisation when left out. */
  readonly locale: string | undefined;
  /** The id or name of a department: it and those below it only. */
  readonly department: string | undefined;
}

export interface ChartFile {
  readonly locale: Locale;
  readonly format: ChartFormat;
  readonly bytes: Uint8Array;
}

/** The files, one language after another; none where something is wrong, which `problems` then says. */
export async function chartFiles(
  asked: AskedStructure,
  wish: ChartWish,
  desk: Desk,
  problems: Diagnostic[],
): Promise<readonly ChartFile[]> {
  const { structure, organisation: from } = asked;
  const { lines, file } = structure;
  const organisation = from?.organisation ?? null;
  const { languages } = lines.structure;
  const usual = organisation?.languages.find((one) => languages.includes(one)) ?? languages[0] ?? 'en';
  const wanted = choices('--locale', wish.locale ?? usual, languages, problems);
  const departments = [...lines.departments.values()].map(departmentOf);
  const department =
    wish.department === undefined ? null : departmentNamed(wish.department, { organisation: { departments }, file, structure }, problems);
  const logo = from && attempt(() => readLogo(from), problems);
  if (hasErrors(problems)) return [];

  const [fonts, trees] = await Promise.all([readFonts(), d3Hierarchy()]);
  const press = createPress(desk.library, () => fonts);
  const files: ChartFile[] = [];
  for (const locale of wanted) {
    const document = attempt(() => chartIn(locale, asked, department?.id ?? null, logo, { fonts, trees }, press), problems);
    for (const format of document ? wish.formats : []) {
      const printed = document && (await attemptLater(() => press.print(document, format), problems));
      if (printed) files.push({ locale, format, bytes: printed.bytes });
    }
  }
  return hasErrors(problems) ? [] : files;
}

function chartIn(
  locale: Locale,
  { structure: { lines }, organisation: from, day }: AskedStructure,
  department: string | null,
  logo: Job['logo'],
  tools: ChartTools,
  { library }: Press,
): Document {
  const organisation = from?.organisation ?? null;
  const law = library.jurisdiction(organisation?.jurisdiction ?? usualJurisdiction[locale]);
  const language = law.languages[locale];
  return createChart(
    {
      ...{ lines, department, day, locale, language },
      phrase: library.phrases(locale, language),
      theme: library.theme(organisation?.layout ?? law.layout),
      organisation: organisation ? inLanguage(organisation.shortName ?? organisation.name, locale) : '',
      furniture: furnitureOf(organisation, logo, locale, tallestLogo),
    },
    tools,
  );
}

/** mm; the sheet is for the chart. */
const tallestLogo = 14;

/** The wording of this language, or the one that there is. */
const inLanguage = (words: Text, locale: Locale): string =>
  typeof words === 'string' ? words : (words[locale] ?? words.en ?? words.nl ?? words.ru ?? '');
