/** An employee to start from: name, gender, and in comments what else papers can say. */
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { locales } from '../../document/document.js';
import type { Locale } from '../../document/document.js';
import type { PersonName } from '../../person/person.generated.js';
import { withValues } from '../../read/yaml-values.js';
import { inLanguages } from '../../role/in-languages.js';
import { genderOf, nameParts } from '../../staff-list/full-name.js';
import { choiceOf } from '../choice.js';
import type { Desk } from '../desk.js';
import { withComments } from './comments.js';
import { idFrom, placeFor, starterPath, usualLanguages } from './new-file.js';
import type { PlaceOptions, Started } from './new-file.js';

export interface NewPersonOptions extends PlaceOptions {
  /** As people write it: “Jane Hill”, «Иванова Анна Петровна». */
  name?: string;
  /** The language of this person’s papers. */
  locale?: string;
}

/** `person.yaml`, or `persons/<id>.yaml` where an id or a name is given; null where it cannot be, and `problems` says why. */
export function newPerson(
  written: string | undefined,
  options: NewPersonOptions,
  reader: Locale,
  desk: Desk,
  problems: Diagnostic[],
): Started | null {
  const usual = usualLanguages(reader, desk, problems);
  const locale = choiceOf('--locale', options.locale, locales, problems) ?? (usual.includes(reader) ? reader : usual[0]) ?? reader;
  const id = written === undefined && options.name === undefined ? null : idFrom(written, options.name, problems);
  if (hasErrors(problems)) return null;
  const place = placeFor(id === null ? 'person.yaml' : `persons/${id}.yaml`, 'person', options, desk);
  const name = options.name === undefined ? null : namedAs(options.name.trim(), locale);
  const text = withComments(inLanguages(desk.shelf.own.readText(starterPath('person.yaml')), [locale]), {
    reader,
    languages: [locale],
    values: { path: place.shown },
  });
  const gender = name && genderOf(name);
  const filled = withValues(text, {
    language: locale,
    ...(name && {
      name: `{ ${Object.entries(name)
        .map(([part, words]) => `${part}: ${JSON.stringify(words)}`)
        .join(', ')} }`,
    }),
    ...(gender && { gender }),
  });
  return {
    folder: place.folder,
    files: [{ path: place.path, text: place.schemaLine + filled }, ...place.schema],
    name: place.shown,
    shown: [place.shown],
  };
}

/** Where nobody can tell which word is what, all of them are the family name: the user sees it and mends it. */
const namedAs = (written: string, locale: Locale): PersonName => nameParts(written, locale) ?? { last: written };
