/** `rolewright list`: roles, locales, kinds, jurisdictions; a line each, or JSON. */
import type { Locale } from '../document.js';
import { jurisdictionIds, kinds, locales } from '../library.js';
import { plainYaml } from '../read/plain-yaml.js';
import { yaml } from '../installed.js';
import { listRoles, readRole } from '../role/read.js';
import type { Text } from '../role/role.generated.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

const wordsIn = (title: Text, language: Locale): string =>
  typeof title === 'string' ? title : (title[language] ?? Object.values(title)[0] ?? '');

/** The title in a role file, or nothing. The rest of the file is not looked at: a list must not take a second. */
function titleIn(text: string, language: Locale): string {
  const block = /^title:.*\n(?:[ \t]+.*\n)*/m.exec(text)?.[0] ?? '';
  return wordsIn((dataIn(block) as { title?: Text } | null)?.title ?? '', language);
}

/** A few lines of YAML as data; null when they are wrong, or stand for nothing by themselves. */
function dataIn(lines: string): unknown {
  const plain = plainYaml(lines);
  if (plain !== null) return plain;
  const parsed = yaml().parseDocument(lines);
  return parsed.errors.length > 0 ? null : (parsed.toJS() as unknown);
}

/** What an overlay names as the role that it extends; nothing for a whole role. */
function baseIn(text: string): string | undefined {
  const line = /^extends:.*$/m.exec(text)?.[0];
  const base = line === undefined ? undefined : (dataIn(line) as { extends?: unknown } | null)?.extends;
  return typeof base === 'string' ? base : undefined;
}

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
  roles: ({ terminal, shelf, language }) => {
    const own = listRoles(terminal.workspace).map((role) => ({ ...role, workspace: terminal.workspace }));
    const shipped = listRoles(shelf)
      .filter((role) => !own.some((one) => one.id === role.id))
      .map((role) => ({ ...role, workspace: shelf }));
    return [...own, ...shipped].map(({ id, path, workspace }) => {
      const text = workspace.readText(path);
      const base = baseIn(text);
      const title = titleIn(text, language);
      // An overlay may leave the title to the role that it extends.
      const name = title === '' && base !== undefined ? wordsIn(readRole(workspace, path).role?.title ?? '', language) : title;
      return base === undefined ? { id, name } : { id, name, extends: base };
    });
  },
  locales: ({ say }) => locales.map((id) => ({ id, name: say(`list.locales.${id}`) })),
  kinds: ({ say }) => kinds.map((id) => ({ id, name: say(`list.kinds.${id}`) })),
  jurisdictions: ({ library, language }) => jurisdictionIds.map((id) => ({ id, name: library.jurisdiction(id).name[language] })),
};
