/** `rolewright list`: roles, kinds of document, rules of the lint and whatever else there is; a line each, or JSON. */
import { literalName, namedRoles, wordingsIn } from '../desk/role-names.js';
import type { NamedRole } from '../desk/role-names.js';
import { provenanceOf, templateNames } from '../desk/provenance.js';
import type { Provenance } from '../desk/provenance.js';
import type { Locale } from '../document/document.js';
import { kindName } from '../shelf/kinds.js';
import { locales } from '../shelf/library.js';
import { formatsOf } from '../press/press.js';
import { idsIn } from '../read/known-ids.js';
import { readRole } from '../role/read.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { wordingIn } from '../report/report.js';

const wordsIn = (title: NonNullable<NamedRole['title']>, language: Locale): string =>
  typeof title === 'string' ? title : (wordingsIn(title[language] ?? title)[0] ?? '');

export const lists = ['roles', 'locales', 'kinds', 'jurisdictions', 'themes', 'templates', 'rules'] as const;
export type ListName = (typeof lists)[number];

interface Line {
  id: string;
  name: string;
  /** Another name under which people look for it: what its id means in words. */
  also?: string;
  /** The role that an overlay extends. */
  extends?: string;
  /** The countries that have such a kind, where not all have. */
  countries?: string;
  /** The file on the shelf; for a role, where it comes from. */
  place: string | Provenance;
  /** What else a program may want to know. */
  more?: object;
}

export interface ListOptions {
  json?: boolean;
  origin?: boolean;
}

export async function list(name: ListName, options: ListOptions, office: Office): Promise<ExitCode> {
  const lines = (await listings[name](office)).map(({ place, more, countries, ...line }) => ({
    ...line,
    ...(countries !== undefined && !options.json && { countries }),
    ...(options.json && more),
    ...(options.origin && (typeof place === 'string' ? provenanceOf(place, office.shelf) : place)),
  }));
  const width = Math.max(...lines.map((line) => line.id.length));
  office.terminal.out(
    options.json
      ? `${JSON.stringify(lines, null, 2)}\n`
      : lines
          .map(
            (line) =>
              `${[
                line.id.padEnd(width),
                [
                  line.name,
                  line.also === undefined ? '' : office.say('list.also', { also: line.also }),
                  line.countries === undefined ? '' : `[${line.countries}]`,
                  line.extends === undefined ? '' : office.say('list.extends', { base: line.extends }),
                ]
                  .filter(Boolean)
                  .join(' '),
                'origin' in line
                  ? office.say('list.origin', { origin: line.origin ?? '', file: line.file ?? '', ours: line.ours ?? 'none' })
                  : '',
              ]
                .filter(Boolean)
                .join('  ')}\n`,
          )
          .join(''),
  );
  return exit.ok;
}

const listings: Record<ListName, (office: Office) => Line[] | Promise<Line[]>> = {
  roles: (office) =>
    namedRoles(office).map((role) => {
      const { id, path, workspace, title, extends: base } = role;
      const whole = title ?? (base === undefined ? '' : (readRole(workspace, path, office.shelf).role?.title ?? ''));
      const own = workspace !== office.shelf;
      const name = wordsIn(whole, office.language);
      const also = literalName(role, name, office.language);
      return {
        id,
        name,
        ...(also !== undefined && { also }),
        ...(base !== undefined && { extends: base }),
        place: {
          origin: own ? 'project' : 'package',
          file: path,
          ours: own && office.shelf.own.exists(`roles/${id}.yaml`) ? 'hidden' : null,
        },
      };
    }),
  locales: ({ say }) => locales.map((id) => ({ id, name: say(`list.locales.${id}`), place: `locales/${id}.yaml` })),
  kinds: ({ library, language }) =>
    library.kinds().map((kind) => ({
      id: kind.id,
      name: kindName(kind, language),
      ...(kind.jurisdictions && { countries: kind.jurisdictions.join(', ') }),
      place: `kinds/${kind.id}.yaml`,
      more: {
        for: kind.for,
        jurisdictions: kind.jurisdictions ?? library.jurisdictions(),
        ...(kind.categories && { categories: kind.categories }),
        ...(kind.instead !== undefined && { instead: kind.instead }),
        sets: kind.sets ?? [],
        formats: formatsOf(kind),
        signs: kind.signs ?? [],
        keep: kind.keep ?? {},
      },
    })),
  jurisdictions: ({ library, language }) =>
    library.jurisdictions().map((id) => ({ id, name: library.jurisdiction(id).name[language] ?? id, place: `jurisdictions/${id}.yaml` })),
  themes: ({ shelf }) => idsIn(shelf, 'themes').map((id) => ({ id, name: '', place: `themes/${id}.yaml` })),
  templates: (office) => templateNames(office).map((id) => ({ id, name: '', place: `templates/${id}.hbs` })),
  rules,
};

/** A rule of a project that is broken has no name. Other lists need no rules, so these are loaded here. */
async function rules({ shelf, language }: Office): Promise<Line[]> {
  const [{ readRules }, { nameOf }] = await Promise.all([import('../lint/catalogue.js'), import('../lint/words.js')]);
  const { rules: sound, ids } = readRules(shelf);
  const titles = new Map(sound.map(({ data }) => [data.id, data.title]));
  return ids.map((id) => ({ id, name: nameOf(wordingIn(titles.get(id) ?? {}, language), language), place: `lint/${id}.yaml` }));
}
