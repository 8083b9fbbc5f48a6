/** The report of where each piece of a file went: its parts, and pointers into the drafts. */
import type { WordPiece, WordText } from '../ooxml/word/word-text.js';
import type { Role } from '../role/role.generated.js';
import type { Given, Target } from './ledger.js';
import type { Certainty, ImportReport, ReportEntry, ReportPart } from './report.js';
import { withSuggestions } from './suggestion.js';
import type { Work } from './work.js';

export function reportOf(read: WordText, work: Work, role: Role, filled: readonly string[]): ImportReport {
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
    return { piece: at, kind: piece.kind, place: piece.place, number, typed: '', text, parts };
  });
  const told = withSuggestions(entries, role.unplaced ?? [], work.rules);
  return { entries: told.map((entry, at) => withTyped(entry, read.pieces[at], count)), filled, characters };
}

/** With the number that somebody typed before the text, as the file has it: papers number by themselves, and it is left out. */
function withTyped(entry: ReportEntry, piece: WordPiece | undefined, count: (text: string, certainty: Certainty) => void): ReportEntry {
  if (piece?.kind !== 'paragraph' || piece.hidden || !piece.typed) return entry;
  const typed = `${piece.typed.before}${piece.typed.shown}${piece.typed.gap}`;
  count(typed, 'left-out');
  return { ...entry, typed, text: `${typed}${entry.text}` };
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
  professional: 'reportsTo/professional',
  grade: 'grade/level',
};

function pointerOf({ draft, owner, key }: Target, pointers: ReadonlyMap<object, string>): string | null {
  const at = pointers.get(owner);
  if (at === undefined) return null;
  const own = draft === 'role' && at === '' && key !== null ? (ownKeys[key] ?? key) : key;
  return `${draft}:${at}${own === null ? '' : `/${own}`}`;
}
