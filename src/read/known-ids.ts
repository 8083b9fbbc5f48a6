/** Ids of what is on a shelf: schemas take any text for them, since a project may have countries and looks of its own. */
import { nearest } from '../diagnostic/nearest.js';
import type { Workspace } from '../workspace/workspace.js';
import { finding, quoted } from './finding.js';
import { valuesOf } from './rules.js';
import type { Rule } from './rules.js';

/** The folder that has a file for each, by the definition of the schema that such an id keeps to. */
const folders = { jurisdiction: 'jurisdictions', layout: 'themes' } as const;

/** How a file of the shelf is called that holds something with an id. */
export const shelfFileName = /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** The ids in a folder of the shelf, in the order of their names. */
export const idsIn = (shelf: Workspace, folder: string): string[] =>
  shelf
    .list(folder)
    .filter((name) => shelfFileName.test(name))
    .map((name) => name.slice(0, -'.yaml'.length));

/** Whether the shelf has the countries and looks that data name; the findings are those of an enumeration. */
export const idsAreOnShelf =
  (shelf: Workspace): Rule =>
  (checked) =>
    Object.entries(folders).flatMap(([definition, folder]) => {
      const named = valuesOf(checked, definition).filter(({ value }) => typeof value === 'string');
      if (named.length === 0) return [];
      const known = idsIn(shelf, folder);
      return named
        .filter(({ value }) => !known.includes(value as string))
        .map(({ value, pointer }) => {
          const shown = quoted(value);
          return finding('not-one-of', pointer, { value: shown, nearest: nearest(shown, known), known: known.join(', ') });
        });
    });
