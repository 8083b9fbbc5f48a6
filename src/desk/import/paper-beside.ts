/** The description that `generate` makes of an imported role, beside the file that the role was made from. */
import { Refusal } from '../../diagnostic/diagnostic.js';
import { statementsOf } from '../../document/statements.js';
import type { Statement } from '../../document/statements.js';
import { plainText } from '../../document/reading.js';
import type { Document, Locale } from '../../document/document.js';
import { besidePaper } from '../../import/beside-paper.js';
import type { BesidePaper, OtherRole } from '../../import/beside-paper.js';
import type { ImportReport, ReportPart } from '../../import/report.js';
import type { ImportWords } from '../../import/import-words.js';
import { rulesOf } from '../../import/rules.js';
import type { Understanding } from '../../import/understand.js';
import { createPress } from '../../press/press.js';
import type { Role } from '../../role/role.generated.js';
import { descriptionFor, isFor, isIn } from '../../shelf/kinds.js';
import type { Desk } from '../desk.js';
import { readFonts } from '../fonts.js';

/** Paragraphs, cells and notes; nobody signs a description of a hundred pages. */
const mostEntries = 3000;

/** Which other form or paper says a part that the description does not say as it is usually made: `full`, or the id of a kind. */
export type Outlet = 'full' | (string & {});

export interface PaperBeside extends BesidePaper {
  /** For each entry of the report, for each of its parts that the usual form lacks: who prints it; null for nobody, and for what is printed. */
  readonly elsewhere: readonly (readonly (Outlet | null)[])[];
}

/**
 * Of each file, what the paper of its role will say under its law, as a form without an employer; null where no such paper can be
 * made. The role is the draft, or another that the file became part of: an overlay on its base, or a draft that was edited since.
 */
export function openPaperBeside(
  { library }: Desk,
  words: Readonly<Record<Locale, ImportWords>>,
): (understood: Understanding, role?: Role, other?: OtherRole) => PaperBeside | null {
  const press = createPress(library, readFonts);
  return ({ draft, report, language, jurisdiction }, role = draft, other = {}) => {
    if (report.entries.length > mostEntries) return null;
    const description = attempted(() => descriptionFor(library.kinds(), jurisdiction, role.category));
    if (description === null) return null;
    const beside = (kind: string, detail: 'brief' | 'full' | null, isAsked?: IsAsked): BesidePaper | null =>
      attempted(() => {
        const paper = press.blank({ role, kind, locale: language, jurisdiction, organisation: null, detail });
        return besidePaper(report, draft, [...headOf(paper), ...withOwnNumbers(statementsOf(paper))], {
          ...other,
          ...(isAsked && { isAsked }),
          nobody: rulesOf(language, words[language]).patterns.nobody,
        });
      });
    const usual = beside(description, null);
    if (usual === null) return null;
    /** Made only when something is missing before: most files are all on their description. */
    const others = library
      .kinds()
      .filter((kind) => kind.id !== description && kind.for !== 'organisation' && isIn(kind, jurisdiction) && isFor(kind, role.category))
      .map((kind): OtherPaper => [kind.id, (isAsked) => beside(kind.id, kind.detail ? 'full' : null, isAsked)]);
    const elsewhere = elsewhereOf(report, usual, [['full', (isAsked) => beside(description, 'full', isAsked)], ...others]);
    return { ...usual, elsewhere };
  };
}

/** A form or kind, and what it says of the parts that are asked for. */
type OtherPaper = readonly [Outlet, (isAsked: IsAsked) => BesidePaper | null];
type IsAsked = NonNullable<OtherRole['isAsked']>;

function elsewhereOf(
  { entries }: ImportReport,
  { said }: BesidePaper,
  outlets: readonly OtherPaper[],
): readonly (readonly (Outlet | null)[])[] {
  const found = entries.map(({ parts }) => parts.map((): Outlet | null => null));
  /** The places of parts that no paper so far says, by their entries. */
  const open = new Map<number, Set<number>>();
  entries.forEach(({ parts }, at) => {
    const places = parts.flatMap((part, place) => (isEntry(part) && (said[at]?.[place] ?? []).length === 0 ? [place] : []));
    if (places.length > 0) open.set(at, new Set(places));
  });
  for (const [outlet, read] of outlets) {
    if (open.size === 0) break;
    const other = read((at, place) => open.get(at)?.has(place) ?? false);
    if (other === null) continue;
    for (const [at, places] of open) {
      for (const place of places) {
        const row = found[at];
        if (!row || (other.said[at]?.[place] ?? []).length === 0) continue;
        row[place] = outlet;
        places.delete(place);
      }
      if (places.size === 0) open.delete(at);
    }
  }
  return found;
}

/**
 * Who prints a part, by its entry of the report and its place in that, which the description as it is usually made does not: another
 * form or paper, or nobody. Null where it prints it, where there is no paper, and for what is no entry of the role.
 */
export const outletOf = (paper: PaperBeside | null, part: ReportPart, at: number, place: number): Outlet | 'nobody' | null =>
  paper === null || !isEntry(part) || (paper.said[at]?.[place] ?? []).length > 0 ? null : (paper.elsewhere[at]?.[place] ?? 'nobody');

/**
 * Whether a part became an entry that a paper prints under its id. Of facts, such as who the superior is, papers make sentences of
 * their own, in which nobody finds the words of the file for sure.
 */
const isEntry = ({ certainty, to }: ReportPart): boolean =>
  (certainty === 'mapped' || certainty === 'guessed') &&
  to.some((pointer) => entry.test(pointer) && !fact.test(pointer) && !pointer.endsWith('/heading'));

const entry = /^role:.*\/\d+/;
const fact = /^role:\/(?:requirements\/education|reportsTo|subordinates|deputising|appointment|posts)\b/;

/** What is wrong with templates and words of the project is told by `validate` and `generate`: here there is no paper then. */
function attempted<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

/** The lines of the title, which no section holds. */
const headOf = ({ blocks }: Document): Statement[] =>
  blocks
    .flatMap((block) => (block.type === 'title' ? block.lines.map(plainText) : []))
    .map((text, at) => ({ key: `title ${at}`, section: '', number: null, item: null, topic: null, text }));

/** Entries of a list without numbers stand under that of their clause, which is not theirs. */
function withOwnNumbers(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.map((one) => {
    if (one.number === null || one.item !== null) return one;
    const isOwn = !seen.has(one.number);
    seen.add(one.number);
    return isOwn ? one : { ...one, number: null };
  });
}
