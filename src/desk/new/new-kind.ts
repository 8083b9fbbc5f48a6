/** A kind of document to start from, and a template of its own. */
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { ownData } from '../../read/own-data.js';
import { withValues } from '../../read/yaml-values.js';
import { inLanguages } from '../../role/in-languages.js';
import { kindName } from '../../shelf/kinds.js';
import { choiceOf } from '../choice.js';
import type { Desk } from '../desk.js';
import { withComments } from './comments.js';
import { idFrom, languagesFrom, placeFor, starterPath, usualLanguages, wordsByLanguage, yamlByLanguage } from './new-file.js';
import type { Started } from './new-file.js';

export interface NewKindOptions {
  /** One for a language, as `--title` of a role. */
  title?: readonly string[];
  locale?: string;
}

const kindStarter = starterPath('kind.yaml');

/** `kinds/<id>.yaml` with `templates/<id>.hbs`; null where they cannot be, and `problems` says why. */
export function newKind(
  written: string | undefined,
  options: NewKindOptions,
  reader: Locale,
  desk: Desk,
  problems: Diagnostic[],
): Started | null {
  const languages = languagesFrom(options.locale, usualLanguages(reader, desk, problems), problems);
  const titles = wordsByLanguage('--title', options.title ?? [], { languages, reader }, problems);
  const id = idFrom(written, Object.values(titles)[0], problems);
  needsProject(desk, problems);
  if (id === null || hasErrors(problems)) return null;
  if (desk.shelf.own.exists(`kinds/${id}.yaml`)) problems.push(diagnostic('new-hides-ours', { id }, {}, 'info'));
  const place = placeFor(`kinds/${id}.yaml`, 'kind', {}, desk);
  const template = `templates/${id}.hbs`;
  const { name } = ownData(desk.shelf.own, kindStarter) as { name: Record<Locale, string> };
  const named = (locale: Locale): string => titles[locale] ?? name[locale];
  const text = withComments(inLanguages(desk.shelf.own.readText(kindStarter), languages), { reader, languages, values: { id, template } });
  return {
    folder: place.folder,
    files: [
      { path: place.path, text: place.schemaLine + withValues(text, { id, name: yamlByLanguage(languages, named) }) },
      { path: template, text: templateText(id, named(languages[0] ?? reader), reader, desk) },
      ...place.schema,
    ],
    name: id,
    shown: [place.shown, inProject(template, desk)],
  };
}

export interface NewTemplateOptions {
  /** The kind whose template is taken along. */
  from?: string;
  /** The country whose papers it is for, where they have a structure of their own. */
  jurisdiction?: string;
}

/** `templates/<kind>.hbs`, or one of a country; null where it cannot be, and `problems` says why. */
export function newTemplate(kind: string, options: NewTemplateOptions, reader: Locale, desk: Desk, problems: Diagnostic[]): Started | null {
  const { library } = desk;
  const kinds = library.kinds().map(({ id }) => id);
  const id = choiceOf('new template', kind, kinds, problems);
  const from = choiceOf('--from', options.from, kinds, problems);
  const country = choiceOf('--jurisdiction', options.jurisdiction, library.jurisdictions(), problems);
  needsProject(desk, problems);
  if (id === null || hasErrors(problems)) return null;
  const path = `templates/${country === null ? '' : `${country}/`}${library.kind(id).template ?? id}.hbs`;
  const source = from === null ? null : templateOf(from, country, desk);
  if (from !== null && source === null) problems.push(diagnostic('template-missing', { name: from }));
  if (hasErrors(problems)) return null;
  return {
    folder: desk.shelf.project?.folder ?? '.',
    files: [{ path, text: source ?? templateText(id, kindName(library.kind(id), reader), reader, desk) }],
    name: id,
    shown: [inProject(path, desk)],
  };
}

/** The template of a kind as the country has it, else that of all. */
function templateOf(kind: string, country: string | null, { library }: Desk): string | null {
  const { id, template = id } = library.kind(kind);
  return (country === null ? null : library.template(`${country}/${template}`)?.text) ?? library.template(template)?.text ?? null;
}

function templateText(id: string, title: string, reader: Locale, { shelf }: Desk): string {
  const text = withComments(shelf.own.readText(starterPath('template.hbs')), { reader, languages: [reader], values: { id } });
  return text.replaceAll('TITLE', () => inMarkup(title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())));
}

/** Words as markup takes them; braces would be read by the template. */
const inMarkup = (words: string): string =>
  words.replace(/[{}]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Kinds and templates are looked for on the shelf of a project alone. */
function needsProject({ shelf }: Desk, problems: Diagnostic[]): void {
  if (!shelf.project) problems.push(diagnostic('new-needs-project'));
}

const inProject = (path: string, { shelf }: Desk): string => {
  const folder = shelf.project?.folder ?? '.';
  return folder === '.' ? path : `${folder}/${path}`;
};
