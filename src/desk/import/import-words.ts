/** What a report on a Word file says, in the language of whoever reads it. */
import type { Locale } from '../../document/document.js';
import { changeText, reasonText } from '../../import/report.js';
import type { ReportPart } from '../../import/report.js';
import type { Phrases } from '../../language/phrases.js';
import type { WordNote, WordPlace } from '../../ooxml/word/word-text.js';
import { ownData } from '../../read/own-data.js';
import type { Desk } from '../desk.js';
import { importWords } from './word-import.js';

export interface ReportWords {
  readonly language: Locale;
  readonly say: Phrases;
  /** “paragraph 12”, “table 1, row 2, column 1”. */
  place(place: WordPlace): string;
  /** “Duties › Duty” for `role:/duties/0/duties/1/text`. */
  home(pointer: string): string;
  why(part: ReportPart): string;
  /** What was changed in the wording; null where it stands as it was. */
  changes(part: ReportPart): string | null;
  note(note: WordNote): string;
}

export function reportWords(language: Locale, say: Phrases, desk: Desk): ReportWords {
  const { sections } = ownData(desk.shelf.own, `locales/changes.${language}.yaml`) as {
    sections: Readonly<Record<string, { name: string }>>;
  };
  const words = importWords(desk)[language];
  return {
    language,
    say,
    place: (place) => placeIn(place, say),
    home(pointer) {
      const [draft = 'role', path = ''] = pointer.split(':');
      if (draft !== 'role') return say(`import.draft.${draft}`);
      const keys = path.split('/').filter((key) => key !== '' && !/^\d+$/.test(key) && !/^(?:ru|en|nl)$/.test(key));
      const names = keys.map((_, at) => sections[keys.slice(0, at + 1).join('/')]?.name).filter((name) => name !== undefined);
      return names.join(' › ') || path;
    },
    why: (part) => reasonText(part.why, words),
    changes: (part) => part.changes.map((one) => changeText(one, words)).join('; ') || null,
    note: ({ what, count }) => say(`import.note.${what}`, { count }),
  };
}

function placeIn({ area, paragraph, cells, box, mark }: WordPlace, say: Phrases): string {
  const cell = cells.at(-1);
  const where = cell
    ? say('import.place.cell', { table: cell.table, row: cell.row, column: cell.column })
    : say(`import.place.${area}`, { paragraph, mark: mark ?? '' });
  return box === null ? where : `${where}, ${say('import.place.box', { box })}`;
}
