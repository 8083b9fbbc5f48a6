/** What somebody has to decide before a draft is a role: what weighs most first, each with its place in the file and in the YAML. */
import type { Locale } from '../../document/document.js';
import { bracketsAt } from '../../import/filling.js';
import { numberOfUnplaced } from '../../import/report.js';
import type { ReportEntry, ReportPart, Reason } from '../../import/report.js';
import { isRecord, textsIn, valueAt } from '../../import/pointer.js';
import { isHeading } from '../../import/suggestion.js';
import { hasWords } from '../../import/words.js';
import type { WordNote, WordPlace } from '../../ooxml/word/word-text.js';
import { parseText } from '../../read/data.js';
import { outletOf } from './paper-beside.js';
import type { ImportedFile } from './word-import.js';

/**
 * In order of weight: on the country and the language all else rests; what is in brackets nobody can sign; a text without a place is
 * on no paper; a guess may be wrong; what was assumed is usual; what no paper prints is in the role all the same; names are left out.
 */
export const decisionSorts = ['country', 'language', 'tracked', 'filled', 'unplaced', 'guessed', 'assumed', 'nowhere', 'people'] as const;
export type DecisionSort = (typeof decisionSorts)[number];

export interface Decision {
  readonly sort: DecisionSort;
  /** The words that it is about: of the file, or of the draft where the file says nothing. Empty for a decision on the whole file. */
  readonly text: string;
  /** The index of the piece in the report, and its place in the file; null where the file says nothing. */
  readonly piece: number | null;
  readonly place: WordPlace | null;
  /** Of a text in brackets: the pointer under which words can be written in its place; null for all else. */
  readonly fills: string | null;
  /** JSON pointer into the draft, and the line of the YAML file; null where nothing stands there. */
  readonly pointer: string | null;
  readonly line: number | null;
  /** The key of the role where a text without a place probably belongs. */
  readonly belongs: string | null;
  readonly part: ReportPart | null;
  /** Of a text without a place, the words that no part of the role has; empty where that is all of it. */
  readonly missing: readonly string[];
  /** Of a guessed heading: how many texts below it are where they are because of it, and a pointer to the first. */
  readonly covers: { readonly count: number; readonly pointer: string } | null;
  readonly note: WordNote | null;
  /** Of a decision on the whole file: as which it was read. */
  readonly readAs: { readonly country: string; readonly language: Locale } | null;
  readonly why: Reason | null;
}

/** What was read as if somebody had accepted it. */
const trackedNotes: ReadonlySet<string> = new Set(['insertions-accepted', 'deletions-left-out', 'moves-accepted', 'deleted-rows']);

/** `text` is that of the YAML file. */
export function decisionsOf(source: ImportedFile, text: string): readonly Decision[] {
  const { understood, read, overlay, foreign, diagnostics } = source;
  const { report, draft } = understood;
  const lineOf = linesOf(text);
  const readAs = { country: understood.jurisdiction, language: understood.language };
  const isUnsure = [...diagnostics, ...understood.diagnostics].some(({ code }) => code === 'import-language-unsure');
  const all: Decision[] = [
    ...(foreign ? [{ ...nothing, sort: 'country' as const, readAs }] : []),
    ...(isUnsure ? [{ ...nothing, sort: 'language' as const, readAs }] : []),
    ...read.notes.filter(({ what }) => trackedNotes.has(what)).map((note): Decision => ({ ...nothing, sort: 'tracked', note })),
  ];
  // An overlay says only what the file says: what it leaves out stands in the base.
  if (!overlay)
    for (const filled of report.filled) {
      const brackets = bracketsAt(draft, filled);
      for (const { pointer: fills, place: pointer, text: said } of brackets)
        all.push({ ...nothing, sort: 'filled', text: said, fills, pointer, line: lineOf(pointer) });
      if (brackets.length === 0)
        all.push({ ...nothing, sort: 'assumed', text: wordsAt(draft, filled), pointer: filled, line: lineOf(filled) });
    }
  const covered = coverOf(report.entries);
  /** The lost words of each text without a place, by the pointer to it: of one sentence several may have none. */
  const lost = new Map<string, string[]>();
  report.entries.forEach((entry, at) => {
    entry.parts.forEach((part, place) => {
      const cover = covered.get(part);
      if (cover === 'covered') return;
      const sort = sortOf(part, isUnprinted(source, part, at, place));
      // A label without a value says nothing that could be wrong.
      if (sort === null || (sort === 'guessed' && part.to.length === 0 && !isHeading(entry))) return;
      const line = overlay ? overlayLine(part, source, lineOf) : lineIn(part, lineOf);
      if (sort === 'unplaced') {
        const [text, own, pointer] = [sentenceOf(part, source), part.text.trim(), rolePointer(part)];
        const before = pointer === null ? undefined : lost.get(pointer);
        if (before) {
          before.push(own);
          return;
        }
        const missing = text === own ? [] : [own];
        if (pointer !== null) lost.set(pointer, missing);
        all.push({ ...inFile(sort, entry, part, line), text, missing });
        return;
      }
      all.push({ ...inFile(sort, entry, part, line), covers: cover ?? null });
    });
  });
  return all.sort((one, other) => decisionSorts.indexOf(one.sort) - decisionSorts.indexOf(other.sort));
}

const nothing: Omit<Decision, 'sort'> = {
  ...{ text: '', piece: null, place: null, pointer: null, line: null, belongs: null, part: null, covers: null, note: null, why: null },
  fills: null,
  readAs: null,
  missing: [],
};

/** Texts that a guessed heading put where they are: to decide on the heading decides on them. */
function coverOf(entries: readonly ReportEntry[]): ReadonlyMap<ReportPart, 'covered' | NonNullable<Decision['covers']>> {
  const found = new Map<ReportPart, 'covered' | NonNullable<Decision['covers']>>();
  let heading: ReportPart | null = null;
  for (const entry of entries) {
    if (isHeading(entry)) heading = entry.parts.find(({ certainty }) => certainty === 'guessed') ?? null;
    else
      for (const part of entry.parts) {
        const pointer = rolePointer(part);
        if (!heading || part.certainty !== 'guessed' || !ofSection.has(part.why.code) || pointer === null) continue;
        const before = found.get(heading);
        const count = before && before !== 'covered' ? before.count : 0;
        found.set(heading, { count: count + 1, pointer: before && before !== 'covered' ? before.pointer : `role:${pointer}` });
        found.set(part, 'covered');
      }
  }
  return found;
}

/** Why texts are where they are that only their heading placed. */
const ofSection: ReadonlySet<string> = new Set(['item', 'sentence']);

function inFile(sort: DecisionSort, { piece, place }: ReportEntry, part: ReportPart, line: number | null): Decision {
  const pointer = rolePointer(part);
  return {
    ...nothing,
    sort,
    text: part.text.trim(),
    piece,
    place,
    pointer,
    line,
    belongs: part.belongs ?? null,
    part,
    covers: null,
    why: part.why,
  };
}

/** The sentence that stands under `unplaced` for a part of it. */
const sentenceOf = (part: ReportPart, { understood }: ImportedFile): string =>
  understood.draft.unplaced?.[numberOfUnplaced(part) ?? -1]?.text ?? part.text.trim();

function sortOf({ certainty, why }: ReportPart, isUnprinted: boolean): DecisionSort | null {
  if (certainty === 'unplaced' || certainty === 'guessed') return certainty;
  if (certainty === 'left-out') return why.code === 'personal' ? 'people' : null;
  return isUnprinted ? 'nowhere' : null;
}

/** No form of the description prints it, and no other paper of the country. */
const isUnprinted = ({ paper }: ImportedFile, part: ReportPart, at: number, place: number): boolean =>
  hasWords(part.text) && outletOf(paper, part, at, place) === 'nobody';

const rolePointer = ({ to }: ReportPart): string | null => {
  const own = to.find((pointer) => pointer.startsWith('role:'));
  return own === undefined ? null : own.slice('role:'.length);
};

type LineOf = (pointer: string) => number | null;

/** The lines of a YAML text by pointers into its data. */
function linesOf(text: string): LineOf {
  const { parsed } = parseText(text, '');
  return (pointer) => (parsed && valueAt(parsed.data, pointer) !== undefined ? parsed.lineOf(pointer) : null);
}

const lineIn = (part: ReportPart, lineOf: LineOf): number | null => {
  const pointer = rolePointer(part);
  return pointer === null ? null : lineOf(pointer);
};

/** An overlay has of the draft what differs, in the order of changes; texts without a place stand as in a role. */
function overlayLine(part: ReportPart, { understood, overlay }: ImportedFile, lineOf: LineOf): number | null {
  const pointer = rolePointer(part);
  if (pointer === null) return null;
  if (pointer.startsWith('/unplaced/')) return lineOf(pointer);
  const said = valueAt(understood.draft, pointer);
  const changes = Array.isArray(overlay?.draft.changes) ? (overlay.draft.changes as readonly unknown[]) : [];
  const at = typeof said === 'string' ? changes.findIndex((one) => textsIn(one).includes(said)) : -1;
  return at < 0 ? null : lineOf(`/changes/${at}`);
}

/** What stands at a pointer, in words: posts by their titles, of an entry its texts. */
function wordsAt(draft: { readonly posts: Readonly<Record<string, { readonly title: unknown }>> }, pointer: string): string {
  const value = valueAt(draft, pointer);
  const said = (one: unknown): readonly string[] => {
    if (typeof one === 'string') return [Object.hasOwn(draft.posts, one) ? textsIn(draft.posts[one]?.title).join('') : one];
    if (Array.isArray(one)) return one.flatMap(said);
    return isRecord(one) ? Object.entries(one).flatMap(([key, inner]) => (silent.has(key) ? [] : said(inner))) : [];
  };
  return said(value).join(' · ');
}

/** Keys whose values are names of ours. */
const silent: ReadonlySet<string> = new Set(['id', 'kind', 'level', 'instrument', 'source']);
