/** What a report on a Word file says, in the language of whoever reads it. */
import type { Locale } from '../../document/document.js';
import { changeText, reasonText } from '../../import/report.js';
import type { Change, ReportPart } from '../../import/report.js';
import type { Phrases } from '../../language/phrases.js';
import type { WordNote, WordPlace } from '../../ooxml/word/word-text.js';
import { ownData } from '../../read/own-data.js';
import type { Desk } from '../desk.js';
import type { Decision } from './decisions.js';
import type { Outlet } from './paper-beside.js';
import { kindName } from '../../shelf/kinds.js';
import type { Origin } from './relatives.js';
import { importWords } from './word-import.js';
import type { ImportedFile } from './word-import.js';

export interface ReportWords {
  readonly language: Locale;
  readonly say: Phrases;
  /** “paragraph 12”, “table 1, row 2, column 1”. */
  place(place: WordPlace): string;
  /** “Duties › Duty” for `role:/duties/0/duties/1/text`. */
  home(pointer: string): string;
  /** All that a part became, in words; empty for nothing. */
  homes(part: ReportPart): string;
  why(part: ReportPart): string;
  /** What was changed in a wording. */
  change(change: Change): string;
  /** Which role is meant, and where it is from. */
  origin(role: { readonly origin: Origin; readonly role: string }): string;
  note(note: WordNote): string;
  /** Who prints what the description as it is usually made does not. */
  outlet(outlet: Outlet | 'nobody'): string;
  /** The words that it is about: what stands in the role as a name of ours, in the words of the reader. */
  subject(decision: Decision): string;
  /** What a decision is about, in one sentence: why it is to be decided, or what to do. */
  decision(decision: Decision): string;
  /** Where it stands: “paragraph 12, line 40 of the role”. */
  whereabouts(decision: Decision): string;
}

/** On a screen there are places to choose, and no keys of files. */
export function reportWords(language: Locale, say: Phrases, desk: Desk, onScreen = false): ReportWords {
  const { sections, values } = ownData(desk.shelf.own, `locales/changes.${language}.yaml`) as {
    sections: Readonly<Record<string, { name: string }>>;
    values: Readonly<Record<string, string>>;
  };
  const words = importWords(desk)[language];
  const home = (pointer: string): string => {
    const [draft = 'role', path = ''] = pointer.split(':');
    if (draft !== 'role') return say(`import.draft.${draft}`);
    const keys = path.split('/').filter((key) => key !== '' && !/^\d+$/.test(key) && !/^(?:ru|en|nl)$/.test(key));
    const names = keys.map((_, at) => sections[keys.slice(0, at + 1).join('/')]?.name).filter((name) => name !== undefined);
    return names.join(' › ') || path;
  };
  const why = (part: ReportPart): string => reasonText(part.why, words);
  const note = ({ what, count }: WordNote): string => say(`import.note.${what}`, { count });
  return {
    language,
    say,
    home,
    homes: ({ to }) => [...new Set(to.map(home))].join(', '),
    why,
    note,
    outlet: (outlet) =>
      outlet === 'nobody' || outlet === 'full'
        ? say(`import.outlet.${outlet}`)
        : say('import.outlet.kind', { kind: kindName(desk.library.kind(outlet), language) }),
    subject: ({ sort, text }) =>
      sort === 'assumed'
        ? text
            .split(' · ')
            .map((one) => (Object.hasOwn(values, one) ? (values[one] ?? one) : one))
            .join(' · ')
        : text,
    decision({ sort, part, note: told, pointer, belongs, covers, missing, readAs }) {
      if (readAs) return say(sort === 'language' && onScreen ? 'import.decide.languageAt' : `import.decide.${sort}`, readAs);
      if (sort === 'tracked') return told ? note(told) : '';
      if (sort === 'filled' || sort === 'assumed') return pointer === null ? '' : home(`role:${pointer}`);
      if (sort === 'unplaced') {
        const lost =
          missing.length === 0
            ? []
            : [say('import.missing', { words: missing.map((one) => say('import.quoted', { text: one })).join(', ') })];
        const place =
          belongs === null
            ? part?.ofEmployer
              ? [say('import.belongsNowhere')]
              : []
            : [
                say(onScreen ? 'import.belongsAt' : 'import.belongs', {
                  key: belongs,
                  home: home(`role:/${belongs.replaceAll('.', '/')}`),
                }),
              ];
        return [...lost, ...place].join('; ');
      }
      if (part && covers) return `${why(part)}; ${say('import.covers', { count: covers.count, home: home(covers.pointer) })}`;
      return part ? why(part) : say(`import.decide.${sort}`);
    },
    whereabouts: ({ place, line }) =>
      [...(place ? [placeIn(place, say)] : []), ...(line === null ? [] : [say('import.line', { line })])].join(', '),
    place: (place) => placeIn(place, say),
    change: (change) => changeText(change, words),
    origin: ({ origin, role }) => say(`import.origin.${origin}`, { role }),
  };
}

function placeIn({ area, paragraph, cells, box, mark }: WordPlace, say: Phrases): string {
  const cell = cells.at(-1);
  const where = cell
    ? say('import.place.cell', { table: cell.table, row: cell.row, column: cell.column })
    : say(`import.place.${area}`, { paragraph, mark: mark ?? '' });
  return box === null ? where : `${where}, ${say('import.place.box', { box })}`;
}

/** What writes a file as the differences from a role; its page is there already. */
export const commandWithBase = (file: string, base: string): string =>
  `npx rolewright import ${JSON.stringify(file)} --base ${base} --force`;

/** Fewer clauses stand in other roles by chance. */
const worthTelling = 3;

/** That the clauses of a file stand in another role, in one sentence; null where hardly any does. */
export function kinText({ file, relatives }: Pick<ImportedFile, 'file' | 'relatives'>, { say, origin }: ReportWords): string | null {
  if (!relatives) return null;
  const { base, clauses, shared } = relatives;
  if (base) {
    const role = origin({ origin: base.origin, role: base.id });
    return say('import.kin', { file, equal: base.equal, clauses, role, command: commandWithBase(file, base.id) });
  }
  // Of two files of one import the second tells it, where one is best written as the differences from the other.
  const before = shared.filter((one) => one.origin !== 'run').length;
  return before < worthTelling ? null : say('import.kinSome', { file, shared: before, clauses });
}

/** Rounded down: 99 % is never all. */
export const percent = (share: number): number => Math.floor(share * 100 + 1e-9);
