/** What became of an imported file as plain data in the words of a reader, for doors that draw it themselves. */
import type { Locale } from '../../document/document.js';
import type { Statement } from '../../document/statements.js';
import { wholeOf } from '../../import/beside-paper.js';
import { numberOfUnplaced } from '../../import/report.js';
import type { Certainty, ReportEntry, ReportPart } from '../../import/report.js';
import { isPlaceKey, placeKeys } from '../../import/placing.js';
import type { PlaceKey } from '../../import/placing.js';
import { isHeading } from '../../import/suggestion.js';
import { hasWords } from '../../import/words.js';
import type { Decision, DecisionSort } from './decisions.js';
import type { FilesOfOne } from './import-files.js';
import type { ImportRow } from './import-figures.js';
import { figuresOf } from './import-figures.js';
import type { ReportWords } from './import-words.js';
import { outletOf } from './paper-beside.js';

export interface ToldDecision {
  readonly sort: DecisionSort;
  /** The words that it is about; empty for one on the whole file. */
  readonly text: string;
  /** Why it is to be decided, or what to do. */
  readonly what: string;
  /** The place in the file, in words; empty where the file says nothing. */
  readonly where: string;
  /** The number of the piece in the file; null where the file says nothing. */
  readonly piece: number | null;
  /** Of a text without a place: its number among those, and the list where it probably belongs; null where that is none to choose. */
  readonly unplaced: { readonly at: number; readonly belongs: PlaceKey | null } | null;
  /** Of a text in brackets: under what words for it are sent, and the list whose first text does as well; null where no list does. */
  readonly fills: { readonly pointer: string; readonly list: PlaceKey | null } | null;
}

export interface ToldPart {
  /** Enough of the text to find it; empty where it is the whole piece. */
  readonly text: string;
  readonly certainty: Certainty;
  /** Its number among the texts without a place; null for all others. */
  readonly unplaced: number | null;
  /** Where it went, in words; empty for nowhere. */
  readonly home: string;
  /** Why, for what is not sure. */
  readonly why: string;
  /** What the paper says of it, with its number. */
  readonly says: readonly string[];
  /** Who prints it, where the description as it is usually made does not. */
  readonly outlet: string;
}

export interface ToldPiece {
  readonly piece: number;
  readonly where: string;
  readonly text: string;
  readonly certainty: Certainty;
  readonly isHeading: boolean;
  readonly parts: readonly ToldPart[];
}

export interface ToldFile {
  readonly file: string;
  readonly id: string;
  /** Empty where the file does not say it. */
  readonly title: string;
  /** Where the role would be written. */
  readonly path: string;
  readonly language: Locale;
  readonly jurisdiction: string;
  readonly row: ImportRow;
  /** Percent of the text that has a place. */
  readonly placed: number;
  /** The role of which it is best a variant, and how many of its clauses are the same; null where none is. */
  readonly kin: { readonly id: string; readonly equal: number; readonly clauses: number } | null;
  /** Of a variant, what differs from its base. */
  readonly differs: { readonly same: number; readonly changed: number; readonly added: number; readonly removed: number } | null;
  readonly decisions: readonly ToldDecision[];
  /** The lists that a text without a place can be put into. */
  readonly places: readonly { readonly key: PlaceKey; readonly name: string }[];
  /** What the sorts of its decisions are called, and what to do about them; in order of weight. */
  readonly sorts: readonly { readonly sort: DecisionSort; readonly name: string; readonly lead: string }[];
  readonly pieces: readonly ToldPiece[];
}

/** What to do about decisions that are made on the screen itself. */
const leads: Readonly<Partial<Record<DecisionSort, string>>> = { unplaced: 'import.choosePlace', filled: 'import.fillHere' };

/** Parts of a file that make pages of hundreds of megabytes are shown up to here; the page that is written has all of them. */
const mostPieces = 1500;

export function toldFile({ source, role, decisions, row }: FilesOfOne, words: ReportWords): ToldFile {
  const { understood, overlay, relatives, id, file } = source;
  const { draft, report, language, jurisdiction } = understood;
  const base = relatives?.base ?? null;
  return {
    ...{ file, id, language, jurisdiction, row },
    title: typeof draft.title === 'string' && !report.filled.includes('/title') ? draft.title : '',
    path: role,
    placed: figuresOf(report, decisions).placed,
    kin: base && relatives ? { id: base.id, equal: base.equal, clauses: relatives.clauses } : null,
    differs: overlay && overlay.figures,
    places: placeKeys.map((key) => ({ key, name: words.home(`role:/${key.replaceAll('.', '/')}`) })),
    decisions: decisions.map((one) => toldDecision(one, words)),
    sorts: [...new Set(decisions.map(({ sort }) => sort))].map((sort) => ({
      sort,
      name: words.say(`import.page.${sort}`),
      lead: decisions.some((one) => one.sort === sort && one.readAs)
        ? ''
        : words.say(leads[sort] ?? `import.page.${sort}Lead`, { shown: role }),
    })),
    pieces: report.entries
      .map((entry, at) => ({ entry, at }))
      .filter(({ entry: { text, parts } }) => text.trim() !== '' || parts.length > 0)
      .slice(0, mostPieces)
      .map(({ entry, at }) => toldPiece(entry, at, source, words)),
  };
}

function toldDecision(decision: Decision, words: ReportWords): ToldDecision {
  const { sort, piece, place, part } = decision;
  const text = words.subject(decision);
  const ground = words.decision(decision);
  const home = sort === 'guessed' && part ? words.homes(part) : '';
  return {
    sort,
    text,
    piece,
    what: [home, ground].filter((one) => one !== '').join(' – '),
    where: place ? words.place(place) : '',
    unplaced: unplacedOf(decision),
    fills: decision.fills === null ? null : { pointer: decision.fills, list: listOf(decision.pointer ?? '') },
  };
}

function unplacedOf({ sort, part, belongs }: Decision): ToldDecision['unplaced'] {
  const at = sort === 'unplaced' && part ? numberOfUnplaced(part) : undefined;
  return at === undefined ? null : { at, belongs: belongs !== null && isPlaceKey(belongs) ? belongs : null };
}

/** The list, or what a role says once, that a pointer leads into. */
function listOf(pointer: string): PlaceKey | null {
  if (/^\/duties\/\d+\/heading$/.test(pointer)) return null;
  const steps = pointer.split('/').slice(1);
  const key = [steps.slice(0, 2).join('.'), steps[0] ?? ''].find(isPlaceKey);
  return key ?? null;
}

/** The least certain of its parts speaks for a piece. */
const byDoubt: readonly Certainty[] = ['unplaced', 'guessed', 'mapped', 'left-out'];

function toldPiece(entry: ReportEntry, at: number, { paper }: FilesOfOne['source'], words: ReportWords): ToldPiece {
  const { piece, text, number, typed, parts, place } = entry;
  const told = parts.map((part, index): ToldPart => {
    const said = paper?.said[at]?.[index] ?? [];
    const outlet = outletOf(paper, part, at, index);
    return {
      text: parts.length === 1 ? '' : part.text.trim(),
      certainty: part.certainty,
      unplaced: (part.certainty === 'unplaced' ? numberOfUnplaced(part) : undefined) ?? null,
      home: part.certainty === 'unplaced' ? '' : words.homes(part),
      why: part.certainty === 'mapped' ? '' : words.why(part),
      says: said.map(sentence),
      outlet: outlet === null ? '' : words.outlet(outlet),
    };
  });
  return {
    piece,
    where: words.place(place),
    text: [typed === '' ? number : '', text.trim()].filter((one) => one !== '').join(' '),
    certainty: byDoubt.find((one) => parts.some(({ certainty }) => certainty === one)) ?? 'left-out',
    isHeading: isHeading(entry),
    // Signs between two parts, and labels of values, say nothing.
    parts: told.filter((_, index) => told.length === 1 || isTelling(parts[index])),
  };
}

const isTelling = (part: ReportPart | undefined): boolean =>
  part !== undefined && hasWords(part.text) && !(part.certainty === 'mapped' && part.to.length === 0);

const sentence = (one: Statement): string =>
  [one.number, one.item === null ? null : `${one.item})`, wholeOf(one)].filter((part) => part !== null && part !== '').join(' ');
