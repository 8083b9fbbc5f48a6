/** From a Word file as it was read to a draft of a role, and a report of where every piece of it went. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { slugOf } from '../language/slug.js';
import type { WordPiece, WordText } from '../ooxml/word/word-text.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';
import { RoleDraft, inOne } from './draft.js';
import { Head, isLabelled, isSameTitle, takeLabelled } from './head.js';
import { countryOf, languageOf } from './language.js';
import { Ledger } from './ledger.js';
import type { Given, Target } from './ledger.js';
import { areaLines, blocksOf, linesOf } from './lines.js';
import type { Block, Line, TableBlock } from './lines.js';
import { OrganisationDraft } from './organisation-draft.js';
import type { Certainty, ImportReport, ReportEntry, ReportPart } from './report.js';
import { rulesOf } from './rules.js';
import type { ImportWords } from './rules.js';
import { Sections, startsWithVerb } from './sections.js';
import { isSignatureTable, SigningTail } from './signing.js';
import { takeForm, takeTable } from './tables.js';
import { hasWords, stemOf, wordsOf } from './words.js';
import type { Work } from './work.js';

export interface UnderstandOptions {
  /** The words of every language that files may be written in. */
  readonly words: Readonly<Record<Locale, ImportWords>>;
  /** The name of the file, as sources name it. */
  readonly fileName: string;
  /** The language of the file; told by its words where it is not given. */
  readonly locale?: Locale;
  /** The country of the file; told by its words where it is not given. */
  readonly jurisdiction?: string;
  /** The id of the role; made from the title where it is not given. */
  readonly id?: string;
}

export interface Understanding {
  /** Valid by the schema; in one language; frozen by nobody, for it is yours to edit. */
  readonly draft: Role;
  readonly report: ImportReport;
  readonly language: Locale;
  readonly jurisdiction: string;
  /** The employer, where the file names one. */
  readonly organisation: Organisation | null;
  /** Who held the position, where the file says so; no part of the role. */
  readonly person: Person | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Never throws on what a file says. The same file gives the same draft. */
export function understand(read: WordText, options: UnderstandOptions): Understanding {
  const text = read.pieces.map((piece) => (piece.kind === 'paragraph' ? piece.text : '')).join('\n');
  const found = languageOf(text, options.words);
  const language = options.locale ?? found?.language ?? 'en';
  const jurisdiction = options.jurisdiction ?? countryOf(text, language, options.words[language]);
  const rules = rulesOf(language, options.words[language]);
  const file = fileKey(options.fileName);
  const areas = new Set<string>();
  const work: Work = {
    rules,
    ledger: new Ledger(read),
    draft: new RoleDraft(rules),
    organisation: new OrganisationDraft(),
    homes: new Map(),
    sourceOf: ({ paragraph: { place } }) => {
      const key = place.area === 'body' ? file : `${file}/${place.area}`;
      areas.add(key);
      return `${key}:${Math.max(1, place.paragraph)}`;
    },
  };
  readBody(read, work);
  readAround(read, work);
  const unplaced = gatherUnplaced(read, work);
  const sources = Object.fromEntries([...areas].sort().map((key) => [key, options.fileName.slice(0, 200) || file]));
  settleSums(work.draft);
  const { role, filled } = work.draft.complete({ id: options.id ?? null, sources });
  const report = reportOf(read, work, role, filled);
  return {
    draft: role,
    report,
    language,
    jurisdiction,
    organisation: work.organisation.organisationFor(jurisdiction, language),
    person: work.organisation.personDraft(),
    diagnostics: diagnosticsOf(options, { found, unplaced, work, filled, language }),
  };
}

/** `Production Manager JD v3.docx` is production-manager-jd-v3. */
const fileKey = (name: string): string =>
  slugOf(name.replace(/^.*[\\/]/u, '').replace(/\.\p{L}+$/u, ''))
    .slice(0, 40)
    .replace(/-$/, '') || 'file';

function readBody(read: WordText, work: Work): void {
  const blocks = blocksOf(read);
  const sections = new Sections(work);
  const head = new Head(work);
  const tail = new SigningTail(work);
  let inHead = true;
  const openHead = (): void => {
    if (!inHead) return;
    inHead = false;
    head.close();
    sections.titleStems = new Set(wordsOf(work.draft.title ?? '').map(stemOf));
  };
  const take = (line: Line, before: Line | null, after: Line | null): void => {
    if (work.ledger.isGiven(line)) return;
    if (isContents(line)) return work.ledger.leaveOut(line, 'contents');
    const heading = inHead && head.isDocument(line) ? null : sections.headingOf(line, { before, after });
    if (heading?.key === 'contents') {
      return work.ledger.leaveOut(line, 'contents');
    }
    if (heading || (sections.runInOf(line) !== null && !(inHead && isLabelled(line, work)))) {
      openHead();
      tail.close();
      sections.take(line, { before, after });
      return;
    }
    if (tail.take(line, inHead)) return;
    if (inHead) {
      if (work.draft.title === null || !startsDuties(line, after, work)) return head.take(line);
      openHead();
    }
    if (isSameTitle(line.text, work)) return work.ledger.leaveOut(line, 'repeated');
    if ((sections.key === null || sections.key === 'general' || sections.key === 'subordination') && takeLabelled(line, work)) return;
    sections.take(line, { before, after });
  };
  const lineAt = (at: number, step: 1 | -1): Line | null => {
    const block = blocks[at + step];
    return block?.kind === 'line' ? block.line : firstLine(block);
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'line') {
      take(block.line, lineAt(at, -1), lineAt(at, 1));
      continue;
    }
    if (isSignatureTable(block, work)) {
      for (const line of linesIn(block)) tail.leave(line);
      continue;
    }
    const isKnown = takeTable(block, sections, work);
    if (isKnown) openHead();
    else takeForm(block, sections, work, (line, after) => take(line, null, after));
    if (sections.hasOpened) openHead();
  }
  openHead();
}

const linesIn = (table: TableBlock): Line[] => table.rows.flatMap((row) => row.flatMap(({ lines }) => lines));
const firstLine = (block: Block | undefined): Line | null => (block?.kind === 'table' ? (linesIn(block)[0] ?? null) : null);

/** A line of a table of contents: a field says so, or dots lead to a page. */
const isContents = ({ paragraph, text }: Line): boolean =>
  /^(?:toc|contents|оглавление|inhopg)/iu.test(paragraph.look.style) ||
  paragraph.spans.some(({ field, control }) => field === 'TOC' || control?.sort === 'contents') ||
  /\.{4,}\s*\d+$/u.test(text);

/** A list of duties without a heading above it. */
const startsDuties = (line: Line, after: Line | null, work: Work): boolean =>
  line.paragraph.number !== null && after?.paragraph.number !== undefined && startsWithVerb(line.text, work);

/** Heads and feet of pages, notes and comments. */
function readAround(read: WordText, work: Work): void {
  for (const area of ['header', 'footer'] as const)
    for (const line of areaLines(read, area)) {
      const isNumber = /^[\s\d/–—-]*$|^(?:\p{L}+\.?\s)?\d+(?:\s\p{L}+\s\d+)?$/u.test(line.text);
      work.ledger.leaveOut(line, isNumber ? 'page-number' : 'running');
    }
  for (const area of ['footnote', 'endnote'] as const)
    for (const line of areaLines(read, area)) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'note', args: {} } });
  for (const line of areaLines(read, 'comment')) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'comment', args: {} } });
}

/** All that nobody took, and all that was told to have no place, as texts of the draft. */
function gatherUnplaced(read: WordText, work: Work): number {
  const { ledger, draft } = work;
  read.pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden) return;
    for (const line of linesOf(piece, at)) {
      for (const gap of gapsIn(line, ledger.of(at)))
        ledger.give(
          gap,
          hasWords(gap.text) && !isJoint(gap.text)
            ? { certainty: 'unplaced', why: { code: 'no-home', args: {} } }
            : { certainty: 'left-out', why: { code: 'sign', args: {} } },
        );
    }
    for (const given of ledger.of(at)) {
      if (given.certainty !== 'unplaced') continue;
      const text = piece.text.slice(given.start, given.end).trim();
      if (text === '') continue;
      const line: Line = { piece: at, start: given.start, text, paragraph: piece, isFirst: given.start === 0 };
      const entry = { text: text.slice(0, 50_000), source: work.sourceOf(line) };
      draft.unplaced.push(entry);
      work.homes.set(given, draft.to(entry, 'text'));
    }
  });
  return draft.unplaced.length;
}

/** A word that joins two parts: «и», “and”. */
const isJoint = (text: string): boolean => text.length <= 4 && /^\p{L}{1,3}$/u.test(text.replace(/[.,;:]/gu, ''));

function gapsIn(line: Line, given: readonly Given[]): Line[] {
  const gaps: Line[] = [];
  let from = line.start;
  const end = line.start + line.text.length;
  for (const one of [...given, { start: end, end }]) {
    if (one.end <= from || one.start >= end + 1) continue;
    if (one.start > from) {
      const cut = line.text.slice(from - line.start, one.start - line.start);
      const lead = cut.length - cut.trimStart().length;
      if (cut.trim() !== '') gaps.push({ ...line, start: from + lead, text: cut.trim() });
    }
    from = Math.max(from, one.end);
  }
  return gaps;
}

/** Weights and shares that do not add up to 100 cannot stand as figures: they go along in words. */
function settleSums(draft: RoleDraft): void {
  const shares = draft.duties.reduce((sum, { share = 0 }) => sum + share, 0);
  if (shares > 0 && Math.abs(shares - 100) > 0.01)
    for (const group of draft.duties)
      if (group.share !== undefined) {
        group.heading = `${inOne(group.heading)} (${group.share}%)`;
        delete group.share;
      }
  const weights = draft.kpis.reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (weights > 0 && Math.abs(weights - 100) > 0.01)
    for (const kpi of draft.kpis)
      if (kpi.weight !== undefined) {
        kpi.name = `${inOne(kpi.name)} (${kpi.weight}%)`;
        delete kpi.weight;
      }
}

function reportOf(read: WordText, work: Work, role: Role, filled: readonly string[]): ImportReport {
  const pointers = pointersIn(role, work);
  const characters: Record<Certainty, number> = { mapped: 0, guessed: 0, unplaced: 0, 'left-out': 0 };
  const count = (text: string, certainty: Certainty): void => {
    characters[certainty] += text.replace(/\s/gu, '').length;
  };
  const entries = read.pieces.map((piece, at): ReportEntry => {
    const text = textOf(piece);
    const parts =
      piece.kind === 'paragraph' && !piece.hidden
        ? partsOf(text, work.ledger.of(at), work.homes, (target) => pointerOf(target, pointers))
        : wholePart(piece, text);
    for (const part of parts) count(part.text, part.certainty);
    const number = piece.kind === 'paragraph' ? (piece.number?.shown ?? piece.typed?.shown ?? '') : '';
    return { piece: at, kind: piece.kind, place: piece.place, number, text, parts };
  });
  return { entries, filled, characters };
}

const textOf = (piece: WordPiece): string =>
  piece.kind === 'paragraph'
    ? piece.hidden
      ? piece.spans.map(({ text }) => text).join('')
      : piece.text
    : piece.kind === 'picture'
      ? piece.description
      : piece.name;

function wholePart(piece: WordPiece, text: string): ReportPart[] {
  if (text === '' && piece.kind === 'paragraph') return [];
  const why =
    piece.kind === 'paragraph'
      ? { code: 'hidden' as const, args: {} }
      : piece.kind === 'picture'
        ? { code: 'picture' as const, args: {} }
        : { code: 'unread' as const, args: { name: piece.name } };
  return [{ text, to: [], certainty: 'left-out', why, changes: [] }];
}

/** The whole text in its parts; spaces between parts go with the part before them. */
function partsOf(
  text: string,
  given: readonly Given[],
  homes: ReadonlyMap<Given, Target>,
  pointer: (target: Target) => string | null,
): ReportPart[] {
  if (given.length === 0)
    return text === '' ? [] : [{ text, to: [], certainty: 'left-out', why: { code: 'blank', args: {} }, changes: [] }];
  const parts: { from: number; to: number; given: Given }[] = [];
  for (const one of given) {
    const before = parts.at(-1);
    if (before && one.start > before.to) before.to = one.start;
    parts.push({ from: before ? before.to : 0, to: one.end, given: one });
  }
  const last = parts.at(-1);
  if (last) last.to = text.length;
  return parts
    .filter(({ from, to }) => to > from)
    .map(({ from, to, given: one }) => {
      const home = homes.get(one);
      const to_ = [...one.to, ...(home ? [home] : [])].map(pointer).filter((at): at is string => at !== null);
      return { text: text.slice(from, to), to: [...new Set(to_)], certainty: one.certainty, why: one.why, changes: one.changes };
    });
}

/** The pointer of every object of the role, and of the values that the draft held until they had a place. */
function pointersIn(role: Role, work: Work): Map<object, string> {
  const pointers = new Map<object, string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    pointers.set(value, at);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  walk(role, '');
  pointers.set(work.draft, '');
  pointers.set(work.organisation, '');
  return pointers;
}

const ownKeys: Readonly<Record<string, string>> = {
  experience: 'requirements/experience',
  superiors: 'reportsTo/posts',
  grade: 'grade/level',
};

function pointerOf({ draft, owner, key }: Target, pointers: ReadonlyMap<object, string>): string | null {
  const at = pointers.get(owner);
  if (at === undefined) return null;
  const own = draft === 'role' && at === '' && key !== null ? (ownKeys[key] ?? key) : key;
  return `${draft}:${at}${own === null ? '' : `/${own}`}`;
}

function diagnosticsOf(
  { fileName, locale }: UnderstandOptions,
  facts: { found: { language: Locale; share: number } | null; unplaced: number; work: Work; filled: readonly string[]; language: Locale },
): Diagnostic[] {
  const at = { file: fileName };
  const { found, unplaced, work, filled, language } = facts;
  const isNothing = work.draft.duties.length === 0 || filled.includes('/duties/0');
  return [
    ...(locale === undefined && (found === null || found.share < 0.6)
      ? [diagnostic('import-language-unsure', { language }, at, 'warning')]
      : []),
    ...(isNothing ? [diagnostic('import-no-duties', {}, at, 'warning')] : []),
    ...(filled.length > 0 ? [diagnostic('import-filled', { count: filled.length }, at, 'info')] : []),
    ...(unplaced > 0 ? [diagnostic('import-unplaced', { count: unplaced }, at, 'warning')] : []),
    ...(work.organisation.namedPlaces > 0
      ? [diagnostic('import-personal-data', { count: work.organisation.namedPlaces }, at, 'info')]
      : []),
  ];
}
