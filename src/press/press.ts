/** From a role to the bytes of a document: assembles the tree and hands it to the writer of a format. */
import { createAssembler } from './assemble.js';
import type { Request } from './assemble.js';
import type { Logo } from '../template/furniture.js';
import { branded } from '../theme/brand.js';
import { contentKey } from '../content/content.js';
import { planFor } from '../law/plan.js';
import type { Plan } from '../law/plan.js';
import type { WorkCalendar } from '../law/work-calendar.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Document, Locale } from '../document/document.js';
import type { Workbook } from '../document/workbook.js';
import type { Jurisdiction, JurisdictionId } from '../law/jurisdiction.js';
import { openKept } from '../content/kept.js';
import type { Lived } from '../view/agenda.js';
import type { ToldOnboarding } from '../view/told-onboarding.js';
import type { FontSet } from '../layout/fonts.js';
import type { LayoutMemory } from '../layout/memory.js';
import { descriptionFor, isIn } from '../shelf/kinds.js';
import type { Kind } from '../shelf/kinds.js';
import type { Library } from '../shelf/library.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Superior } from '../organisation/superior.js';
import { blankOf } from '../paper/blank.js';
import { fingerprintOf, shortFingerprint } from '../paper/fingerprint.js';
import { changedStatements } from '../document/statements.js';
import type { ChangedStatement } from '../document/statements.js';
import type { Person } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';
import type { Refused, Results } from '../view/parties.js';
import type { Detail } from '../view/settlement.js';
import type { DocxWriter } from '../write/docx.js';
import type { ReferenceDocument } from '../write/docx/reference.js';
import type { PdfMemory } from '../write/pdf.js';
import type { PdfOptions } from '../write/pdf/profile.js';

/** What people read on paper or on a screen: made of the document tree. */
export const paperFormats = ['docx', 'pdf', 'html', 'md', 'txt'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** What other programs go on with: made of the days and figures themselves. */
export const dataFormats = ['xlsx', 'ics'] as const;
export type DataFormat = (typeof dataFormats)[number];

export const formats = [...paperFormats, ...dataFormats] as const;
export type Format = PaperFormat | DataFormat;

export const isPaper = (format: Format): format is PaperFormat => (paperFormats as readonly Format[]).includes(format);

/** What a kind has that names no formats: text without a page is for kinds that people paste elsewhere. */
const usualFormats: readonly Format[] = ['docx', 'pdf', 'html'];

/** The formats that a kind of document has. */
export const formatsOf = (kind: Kind): readonly Format[] => kind.formats ?? usualFormats;

/** brief: what people sign, in the structure of the country; full: all that the role says. */
export const details = ['brief', 'full'] as const satisfies readonly Detail[];
export type { Detail } from '../view/settlement.js';

export interface Job {
  role: Role;
  /** The id of a kind. */
  kind: string;
  locale: Locale;
  jurisdiction: JurisdictionId;
  /** Null gives a blank form with lines to fill in; so does a null person. */
  organisation: Organisation | null;
  person: Person | null;
  /** The date of the document, YYYY-MM-DD; null leaves it blank. */
  date: string | null;
  logo: Logo | null;
  /** Whether the foot of the pages says which version and content this is. */
  fingerprint?: boolean;
  /** The department, by its id in the organisation, that the documents are for when the person does not say. */
  department?: string | null;
  /** brief or full; when left out as the organisation says, else brief. Only some kinds have both. */
  detail?: Detail | null;
  /** The earlier version of the role, of which a change notice tells what has become of it. */
  former?: Role | null;
  /** From which day the changes hold, YYYY-MM-DD; null leaves it blank. */
  effective?: string | null;
  /** Why, in the words of the employer; null leaves lines to write on. */
  reason?: string | null;
  /** What became of it when the paper was offered, for a record of a refusal; without it that is a form. */
  refused?: Refused | null;
  /** What came of the onboarding, for a review of it; without it there is room to write it down. */
  results?: Results | null;
  /** Those who sign one sheet together, all of this role; without it the person does. */
  people?: readonly Person[];
  /** All roles that one order is for, `role` among them; without it that alone. */
  roles?: readonly Role[];
  /** The superiors, the direct one first, where they are known beforehand; otherwise organisation and person tell. */
  superiors?: readonly Superior[];
  /** Gives an onboarding its dates when the hire date of the person is known; without it days stay relative. */
  calendar?: WorkCalendar | null;
}

/** What the fingerprint of a paper depends on. */
export type PaperJob = Pick<Job, 'role' | 'kind' | 'locale' | 'jurisdiction' | 'organisation'> &
  Partial<Pick<Job, 'person' | 'department' | 'detail'>>;

export interface Press {
  /** What it prints from. */
  readonly library: Library;
  /** The document tree. Throws a Refusal when a template, a phrase or a name does not fit. */
  assemble(job: Job): Document;
  /** The blank paper that a job is a copy of. Throws a Refusal as `assemble` does. */
  blank(job: PaperJob): Document;
  /**
   * The fingerprint of the paper that a job is a copy of, 64 hexadecimal digits: the same for everybody who signs the
   * same words. Throws a Refusal as `assemble` does.
   */
  fingerprint(job: PaperJob): string;
  /** The days of the onboarding; null where they are not known: no hire date, no calendar, or a role without one. */
  plan(job: Pick<Job, 'role' | 'person' | 'organisation' | 'jurisdiction' | 'calendar'>): Plan | null;
  /** What the papers of an onboarding say, with its days. Throws a Refusal, `calendar-needs-hire-date`, where these are not known. */
  onboarding(job: Job): ToldOnboarding;
  /** The document in a format. Throws a Refusal when a font lacks a character. */
  print(document: Document, format: PaperFormat, options?: PrintOptions): Promise<Printed>;
  /** The spreadsheet or calendar of a job, the calendar with what has become of its plan where that is told. Throws a Refusal when the kind has no such format, or a calendar would have no days. */
  transfer(job: Job, format: DataFormat, lived?: Lived): Promise<Printed>;
  /** A spreadsheet of any caller’s own, as an Excel file. */
  workbook(workbook: Workbook): Promise<Printed>;
}

export interface PrintOptions extends PdfOptions {
  /** The document of the company that Word files take their look from. */
  reference?: ReferenceDocument | null;
}

export interface Printed {
  bytes: Uint8Array;
  /** Known for PDF only: word processors and browsers decide for themselves. */
  pages: number | null;
}

/** What the documents of one press share: it goes with the press, and nothing in it changes a document. */
interface Shared {
  fonts: FontSet;
  layout: LayoutMemory;
  pdf: PdfMemory;
}

/**
 * `fonts` gives the parsed fonts when the first PDF is printed; templates and fonts are prepared once and shared by all
 * documents. At most about `budget` bytes of what documents have in common are kept for the next; with 0 nothing is.
 */
export function createPress(library: Library, fonts: () => FontSet | Promise<FontSet>, budget?: number): Press {
  const kept = openKept(budget);
  const assembler = createAssembler(library.template, library, kept);
  let shared: Shared | null = null;
  let writeDocx: DocxWriter | null = null;
  const request = ({ jurisdiction, ...job }: Job): Request => {
    const kind = library.kind(job.kind);
    if (!isIn(kind, jurisdiction)) throw new Refusal([kindMissing(kind, [jurisdiction], library.kinds())]);
    const law = library.jurisdiction(jurisdiction);
    return { ...job, jurisdiction: law, theme: library.theme(layoutOf(job.organisation, law)) };
  };
  const known = kept.drawer<string>((fingerprint) => fingerprint.length);
  const blankJob = ({ role, kind, locale, jurisdiction, organisation, person = null, department = null, detail }: PaperJob): Job => ({
    ...blankOf({ role, organisation, person, date: null, department }),
    kind,
    locale,
    jurisdiction,
    ...(detail ? { detail } : {}),
  });
  const blank = (job: PaperJob): Document => assembler.assemble(request(blankJob(job)));
  const fingerprint = (job: PaperJob): string => {
    // The key of a role that was read is known; its parts would take longer to write down than the paper does.
    const key = contentKey({ ...blankJob(job), role: contentKey(job.role) });
    return known.get(key, () => fingerprintOf(blank(job)));
  };
  /** What the description of the work says otherwise than in its earlier version, as people sign it. */
  const changesOf = ({ former, role, ...job }: Job): readonly ChangedStatement[] | null => {
    if (!former) return null;
    const kind = descriptionFor(library.kinds(), job.jurisdiction, role.category);
    const description = (of: Role): Document => assembler.assemble(request({ ...job, role: of, kind }));
    // That another version is another is no news.
    return changedStatements(description({ ...former, id: role.id, version: role.version }), description(role));
  };
  const writeWorkbook = async (workbook: Workbook): Promise<Printed> => ({
    bytes: (await import('../write/xlsx.js')).writeXlsx(workbook, branded(library.theme(workbook.layout), workbook)),
    pages: null,
  });
  return {
    library,
    workbook: writeWorkbook,
    assemble: (job) =>
      assembler.assemble({
        ...request(job),
        contentCode: job.fingerprint ? shortFingerprint(fingerprint(job)) : null,
        changes: changesOf(job),
      }),
    blank,
    plan: ({ role, jurisdiction, ...starting }) => planFor(role, starting, library.jurisdiction(jurisdiction)),
    onboarding: (job) => assembler.onboarding(request(job)),
    fingerprint,
    // Each writer brings a large library along; a command loads the one it needs.
    async print(document, format, options = {}) {
      if (document.redline && format !== 'docx') throw new Refusal([diagnostic('redline-only-word', { format })]);
      const theme = branded(library.theme(document.layout), document);
      if (format === 'docx')
        return {
          bytes: await (writeDocx ??= (await import('../write/docx.js')).createDocxWriter(kept))(document, theme, options),
          pages: null,
        };
      if (format === 'html')
        return { bytes: new TextEncoder().encode((await import('../write/html.js')).writeHtml(document, theme)), pages: null };
      if (format === 'md' || format === 'txt') {
        const { writeMarkdown, writeText } = await import('../write/pasted.js');
        return { bytes: new TextEncoder().encode(format === 'md' ? writeMarkdown(document) : writeText(document)), pages: null };
      }
      const [{ layoutDocument, openLayoutMemory }, { paintPdf, openPdfMemory }] = await Promise.all([
        import('../layout/layout.js'),
        import('../write/pdf.js'),
      ]);
      if (!shared) {
        const set = await fonts();
        shared ??= { fonts: set, layout: openLayoutMemory(kept, set), pdf: openPdfMemory(kept) };
      }
      const layout = layoutDocument(document, theme, shared.fonts, shared.layout);
      return { bytes: await paintPdf(layout, document, options, shared.pdf), pages: layout.pages.length };
    },
    async transfer(job, format, lived) {
      if (format === 'xlsx') {
        const workbook = assembler.workbook(request(job));
        if (!workbook) throw new Refusal([formatMissing(library.kind(job.kind), format)]);
        return await writeWorkbook(workbook);
      }
      const agenda = assembler.agenda(request(job), lived);
      if (!agenda) throw new Refusal([formatMissing(library.kind(job.kind), format)]);
      return { bytes: new TextEncoder().encode((await import('../write/ics.js')).writeIcs(agenda)), pages: null };
    },
  };
}

/** The organisation's layout is meant for its own country; papers for another follow that country's. */
const layoutOf = (organisation: Organisation | null, law: Jurisdiction): string =>
  organisation?.jurisdiction === law.id ? (organisation.layout ?? law.layout) : law.layout;

/** That none of the countries has the kind; of `kinds` it names those that they have. */
export const kindMissing = ({ id, jurisdictions = [] }: Kind, countries: readonly string[], kinds: readonly Kind[]): Diagnostic =>
  diagnostic('kind-not-in-country', {
    kind: id,
    countries: countries.join(', '),
    known: jurisdictions.join(', '),
    kinds: kinds.flatMap((kind) => (countries.some((country) => isIn(kind, country)) ? [kind.id] : [])).join(', '),
  });

export const formatMissing = (kind: Kind, format: Format): Diagnostic =>
  diagnostic('format-not-for-kind', { kind: kind.id, format, known: formatsOf(kind).join(', ') });

/** A format that none of the wanted kinds has; `kinds` are all there are. */
export const formatOfNone = (format: Format, wanted: readonly Kind[], kinds: readonly Kind[]): Diagnostic =>
  diagnostic('format-of-none', {
    format,
    kinds: wanted.map(({ id }) => id).join(', '),
    known: kinds.flatMap((kind) => (formatsOf(kind).includes(format) ? [kind.id] : [])).join(', '),
  });
