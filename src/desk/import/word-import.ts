/** Word files become roles: what is written for each, and what is told of it. Nothing is written here. */
import { posix } from 'node:path';
import { diagnostic, hasErrors, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { locales } from '../../document/document.js';
import type { Locale } from '../../document/document.js';
import { overlayDraft } from '../../import/overlay-draft.js';
import type { OverlayDraft, OverlayFigures } from '../../import/overlay-draft.js';
import { comparisonOf, idsIn as entryIds } from '../../import/comparison.js';
import type { Comparison } from '../../import/comparison.js';
import type { ImportWords } from '../../import/import-words.js';
import type { LineWeights } from '../../import/line-sections.js';
import type { SectionCounts } from '../../import/section-guess.js';
import { withTexts } from '../../import/filling.js';
import type { Texts } from '../../import/filling.js';
import { withPlaces } from '../../import/placing.js';
import type { Places } from '../../import/placing.js';
import { rulesOf } from '../../import/rules.js';
import { tellsOf, understand } from '../../import/understand.js';
import type { Understanding } from '../../import/understand.js';
import { readWord } from '../../ooxml/word/read-word.js';
import type { WordText } from '../../ooxml/word/word-text.js';
import { ownData } from '../../read/own-data.js';
import { readRole } from '../../role/read.js';
import type { Role } from '../../role/role.generated.js';
import type { Converter } from '../../workspace/office-suite.js';
import type { Workspace } from '../../workspace/workspace.js';
import { choiceOf } from '../choice.js';
import type { Desk } from '../desk.js';
import { idFrom, longestId } from '../new/new-file.js';
import { written } from '../new/written.js';
import { roleNamed } from '../sources.js';
import { openPaperBeside } from './paper-beside.js';
import type { PaperBeside } from './paper-beside.js';
import { lawAfter } from './project-law.js';
import { relativesOf } from './relatives.js';
import type { Relatives } from './relatives.js';
import { fateOf, otherFormat, wordFiles } from './word-files.js';
import type { FoundFile } from './word-files.js';

export interface ImportErrand {
  /** Word files, and folders with all that are in them. */
  readonly paths: readonly string[];
  readonly locale?: string | undefined;
  readonly jurisdiction?: string | undefined;
  /** The id of the role that the only file becomes. */
  readonly into?: string | undefined;
  /** Where somebody put texts without a place; for one file. */
  readonly places?: Places | undefined;
  /** What somebody wrote in the place of texts in brackets; for one file. */
  readonly texts?: Texts | undefined;
  /** The title of the position, where somebody has corrected it; for one file. */
  readonly title?: string | undefined;
  /** The role, by id or path, whose overlays the files become. */
  readonly base?: string | undefined;
  /** The role, by id or path, that the only file became: it is compared with the file as it stands now. */
  readonly compare?: string | undefined;
  /** Older formats are told and left where there is none. */
  readonly convert?: Converter | undefined;
}

/** One file, read and understood. */
export interface ImportedFile {
  readonly file: string;
  readonly id: string;
  readonly read: WordText;
  readonly understood: Understanding;
  /** What differs from the base, where one is asked for. */
  readonly overlay: { readonly draft: OverlayDraft; readonly figures: OverlayFigures } | null;
  /** Which of its clauses other roles have; null for an overlay, which says it. */
  readonly relatives: Relatives | null;
  /** What the paper of the role will say, of an overlay as it is on its base; null where none can be made. */
  readonly paper: PaperBeside | null;
  /** What the role, as it stands now, still says of the file; null where it is not asked for. */
  readonly comparison: Comparison | null;
  /** It follows another law than the papers of the project do unless somebody says so. */
  readonly foreign: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all files; one that cannot be read does not keep the others back. */
export function importWordFiles(errand: ImportErrand, desk: Desk): Imported {
  const problems: Diagnostic[] = [];
  const locale = choiceOf('--locale', errand.locale, locales, problems);
  const jurisdiction = choiceOf('--jurisdiction', errand.jurisdiction, desk.library.jurisdictions(), problems);
  const { into, compare } = errand;
  if (into !== undefined) idFrom(into, undefined, problems);
  if (errand.paths.length === 0) problems.push(diagnostic('import-nothing'));
  if (hasErrors(problems)) return { files: [], diagnostics: problems };

  const paths = wordFiles(errand.paths, desk, problems);
  if ((into !== undefined || compare !== undefined) && paths.length > 1)
    return { files: [], diagnostics: [...problems, diagnostic('import-into-many', { count: paths.length })] };
  const edited = compare === undefined ? null : roleNamed(compare, desk, problems);
  if (compare !== undefined && !edited) return { files: [], diagnostics: problems };
  const base = errand.base === undefined ? null : roleNamed(errand.base, desk, problems);
  if (errand.base !== undefined && !base) return { files: [], diagnostics: problems };
  const words = importWords(desk);
  const taken = new Map<string, string>();
  const files = paths.flatMap((found): ReadFile[] => {
    const { path: file } = found;
    const read = readAt(found, errand.convert ?? (() => 'absent'), desk, problems);
    if (!read) return [];
    const options = { words, fileName: posix.basename(file), ...(locale && { locale }), ...(jurisdiction && { jurisdiction }) };
    const named = edited?.id ?? into;
    const plain = titled(understand(read, named === undefined ? options : { ...options, id: named }), errand.title);
    const rules = rulesOf(plain.language, words[plain.language]);
    const complete = errand.texts ? withTexts(plain, errand.texts, rules) : plain;
    const understood = errand.places ? withPlaces(complete, errand.places, rules) : complete;
    // An overlay has an id of its own.
    const id = freeId(understood.draft.id === base?.id ? `${base.id}-${understood.language}` : understood.draft.id, taken);
    const told: Diagnostic[] = [...understood.diagnostics.map((one) => ({ ...one, file })), ...tellsOf(understood, file)];
    if (id !== understood.draft.id && taken.has(understood.draft.id))
      told.push(
        diagnostic(
          'import-same-id',
          { id: understood.draft.id, other: taken.get(understood.draft.id) ?? '', made: id },
          { file },
          'warning',
        ),
      );
    taken.set(id, file);
    const { language, draft, report } = understood;
    if (base && !base.languages.includes(language))
      told.push(diagnostic('language-not-in-role', { role: base.id, locale: language, known: base.languages.join(', ') }, { file }));
    const compared =
      base && !hasErrors(told)
        ? overlayDraft(draft, base, { language, jurisdiction: understood.jurisdiction, filled: report.filled, id })
        : null;
    const overlay = compared && { draft: compared.overlay, figures: compared.figures };
    problems.push(...(base && !overlay ? told : []));
    if (base && !overlay) return [];
    const ids = compared?.ids ?? null;
    return [{ file, id, read, understood: { ...understood, draft: { ...draft, id } }, overlay, ids, diagnostics: told }];
  });
  const relatives = base || edited ? [] : relativesOf(files, desk);
  const paperBeside = openPaperBeside(desk, words);
  const paperOf = ({ understood, overlay, ids, id }: ReadFile): PaperBeside | null => {
    if (edited) return paperBeside(understood, edited, { isMoved: true, idsOf: idsIn(edited, understood) });
    if (!overlay) return paperBeside(understood);
    const role = putTogether(overlay.draft, id, desk);
    return role && paperBeside(understood, role, { idsOf: ids ?? new Map<string, string>() });
  };
  const lawOf = lawAfter(files, desk);
  return {
    files: files.map((one, at): ImportedFile => {
      const { language, jurisdiction } = one.understood;
      const usual = lawOf(language);
      const foreign = jurisdiction !== usual;
      const paper = paperOf(one);
      const law = foreign && !edited ? [diagnostic('import-other-law', { law: jurisdiction, usual }, { file: one.file }, 'warning')] : [];
      return {
        ...one,
        foreign,
        relatives: relatives[at] ?? null,
        paper,
        comparison: edited && paper && comparisonOf(one.understood.report, one.understood.draft, edited, paper),
        diagnostics: [...one.diagnostics, ...law],
      };
    }),
    diagnostics: problems,
  };
}

/** With another title, which then nobody has to write. */
function titled(understood: Understanding, title: string | undefined): Understanding {
  if (title === undefined) return understood;
  const { draft, report } = understood;
  return {
    ...understood,
    draft: { ...draft, title },
    report: { ...report, filled: report.filled.filter((pointer) => pointer !== '/title') },
  };
}

/** What is known of a file before it is seen beside others. */
type ReadFile = Omit<ImportedFile, 'relatives' | 'paper' | 'comparison' | 'foreign'> & { readonly ids: ReadonlyMap<string, string> | null };

/** The role that an overlay makes of its base, before either is written. */
function putTogether(draft: OverlayDraft, id: string, { workspace, shelf }: Desk): Role | null {
  const path = `departments/${id}.yaml`;
  const text = draftText(draft, '', []);
  const withDraft: Workspace = {
    ...workspace,
    readText: (asked, limit) => (asked === path ? text : workspace.readText(asked, limit)),
  };
  return readRole(withDraft, path, shelf).role;
}

/** Of the entries of a draft that an edited role has under another id, that id: by their words. */
function idsIn(edited: Role, { draft, language, jurisdiction, report }: Understanding): ReadonlyMap<string, string> {
  const there = new Set(entryIds(edited));
  const { ids } = overlayDraft(draft, edited, { language, jurisdiction, filled: report.filled, id: draft.id });
  return new Map([...ids].filter(([id, other]) => !there.has(id) && there.has(other)));
}

/** The words by which files are understood, and in which that is explained. */
export function importWords({ shelf }: Pick<Desk, 'shelf'>): Record<Locale, ImportWords> {
  const known = wordsOfShelf.get(shelf.own);
  if (known) return known;
  const words = Object.fromEntries(
    locales.map((one) => [
      one,
      {
        ...(ownData(shelf.own, `locales/import.${one}.yaml`) as ImportWords),
        get sections() {
          return ownData(shelf.own, `locales/sections.${one}.yaml`) as SectionCounts;
        },
        get lines() {
          return ownData(shelf.own, `locales/lines.${one}.yaml`) as LineWeights;
        },
      },
    ]),
  ) as Record<Locale, ImportWords>;
  wordsOfShelf.set(shelf.own, words);
  return words;
}

/** What is made ready of the words of a language is kept for these words, so that they are gathered once. */
const wordsOfShelf = new WeakMap<Workspace, Record<Locale, ImportWords>>();

function readAt({ path: file, isNamed }: FoundFile, convert: Converter, { workspace }: Desk, problems: Diagnostic[]): WordText | null {
  try {
    const bytes = workspace.readBytes(file);
    const fate = fateOf(bytes, file);
    if (fate.how === 'tell') {
      problems.push(otherFormat(file, fate.format, isNamed ? 'error' : 'warning'));
      return null;
    }
    const made = fate.how === 'read' ? bytes : convert(bytes, fate.format);
    if (made instanceof Uint8Array) return readWord(made);
    problems.push(
      fate.how === 'convert' && made === 'absent' ? otherFormat(file, fate.format) : diagnostic('import-not-converted', {}, { file }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics.map((one) => ({ ...one, file })));
    return null;
  }
}

function freeId(id: string, taken: ReadonlyMap<string, string>): string {
  for (let next = 1; ; next += 1) {
    const tail = next === 1 ? '' : `-${next}`;
    const made = id.slice(0, longestId - tail.length).replace(/-$/, '') + tail;
    if (!taken.has(made)) return made;
  }
}

/**
 * A draft as people write such a file, a part of it behind the other; `heading` are lines of its comment, `hints` comments above
 * entries of its lists, by the key of the list.
 */
export function draftText(
  draft: object,
  schemaLine: string,
  heading: readonly string[],
  hints: Readonly<Record<string, readonly (string | null)[]>> = {},
): string {
  const parts = Object.entries(draft).map(([key, value]) => written(key, value, hints[key]));
  return `${schemaLine}${heading.map((line) => `# ${line}\n`).join('')}${parts.join('')}`;
}
