/** `rolewright list`: roles, locales, kinds, jurisdictions; a line each, or JSON. */
import { namedRoles, wordingsIn } from '../desk/role-names.js';
import type { NamedRole } from '../desk/role-names.js';
import type { Locale } from '../document/document.js';
import { kindName } from '../shelf/kinds.js';
import { locales } from '../shelf/library.js';
import { readRole } from '../role/read.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

const wordsIn = (title: NonNullable<NamedRole['title']>, language: Locale): string =>
  typeof title === 'string' ? title : (wordingsIn(title[language] ?? title)[0] ?? '');

export const lists = ['roles', 'locales', 'kinds', 'jurisdictions'] as const;
export type ListName = (typeof lists)[number];

interface Line {
  id: string;
  name: string;
  /** The role that an overlay extends. */
  extends?: string;
}

export function list(name: ListName, options: { json?: boolean }, office: Office): ExitCode {
  const lines = listings[name](office);
  const width = Math.max(...lines.map((line) => line.id.length));
  office.terminal.out(
    options.json
      ? `${JSON.stringify(lines, null, 2)}\n`
      : lines
          .map(
            (line) =>
              `${line.id.padEnd(width)}  ${line.name}${line.extends === undefined ? '' : ` ${office.say('list.extends', { base: line.extends })}`}\n`,
          )
          .join(''),
  );
  return exit.ok;
}

const listings: Record<ListName, (office: Office) => Line[]> = {
  roles: (office) =>
    namedRoles(office).map(({ id, path, workspace, title, extends: base }) => {
      const whole = title ?? (base === undefined ? '' : (readRole(workspace, path, office.shelf).role?.title ?? ''));
      return { id, name: wordsIn(whole, office.language), ...(base !== undefined && { extends: base }) };
    }),
  locales: ({ say }) => locales.map((id) => ({ id, name: say(`list.locales.${id}`) })),
  kinds: ({ library, language }) => library.kinds().map((kind) => ({ id: kind.id, name: kindName(kind, language) })),
  jurisdictions: ({ library, language }) => library.jurisdictions().map((id) => ({ id, name: library.jurisdiction(id).name[language] })),
};
