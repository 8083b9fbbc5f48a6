/** An employer to start from: name, place, country, posts and who signs. */
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { ownData } from '../../read/own-data.js';
import { withValues } from '../../read/yaml-values.js';
import { inLanguages } from '../../role/in-languages.js';
import { usualJurisdiction } from '../../shelf/library.js';
import { choiceOf } from '../choice.js';
import type { Desk } from '../desk.js';
import { withComments } from './comments.js';
import { idFrom, languagesFrom, placeFor, starterPath, usualLanguages, wordsByLanguage, yamlTexts } from './new-file.js';
import type { PlaceOptions, Started } from './new-file.js';

export interface NewOrganisationOptions extends PlaceOptions {
  /** One for a language, as `--title` of a role. */
  name?: readonly string[];
  locale?: string;
  jurisdiction?: string;
}

const starter = starterPath('organisation.yaml');

/** `organisation.yaml`, or `<id>.yaml` where an id is given; null where it cannot be, and `problems` says why. */
export function newOrganisation(
  written: string | undefined,
  options: NewOrganisationOptions,
  reader: Locale,
  desk: Desk,
  problems: Diagnostic[],
): Started | null {
  const languages = languagesFrom(options.locale, usualLanguages(reader, desk, problems), problems);
  const country = choiceOf('--jurisdiction', options.jurisdiction, desk.library.jurisdictions(), problems);
  const names = wordsByLanguage('--name', options.name ?? [], { languages, reader }, problems);
  const id = written === undefined ? 'organisation' : idFrom(written, undefined, problems);
  if (id === null || hasErrors(problems)) return null;
  const place = placeFor(`${id}.yaml`, 'organisation', options, desk);
  const toWrite = ownData(desk.shelf.own, starter) as { name: Record<Locale, string> };
  const text = withComments(inLanguages(desk.shelf.own.readText(starter), languages), { reader, languages, values: { path: place.shown } });
  const filled = withValues(text, {
    name: yamlTexts(languages, (locale) => names[locale] ?? toWrite.name[locale]),
    jurisdiction: country ?? usualJurisdiction[languages[0] ?? reader],
  });
  return {
    folder: place.folder,
    files: [{ path: place.path, text: place.schemaLine + filled }, ...place.schema],
    name: place.shown,
    shown: [place.shown],
  };
}
