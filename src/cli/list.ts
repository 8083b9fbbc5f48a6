/** `rolewright list`: roles, locales, kinds, jurisdictions; a line each, or JSON. */
import { parseDocument } from 'yaml';
import type { Locale } from '../document.js';
import { jurisdictionIds, kinds, locales } from '../library.js';
import { listRoles } from '../role/read.js';
import type { Text } from '../role/role.generated.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

/** The title in a role file, or nothing. The rest of the file is not looked at: a list must not take a second. */
function titleIn(text: string, language: Locale): string {
  const block = /^title:.*\n(?:[ \t]+.*\n)*/m.exec(text)?.[0] ?? '';
  const parsed = parseDocument(block);
  const title = parsed.errors.length > 0 ? '' : ((parsed.toJS() as { title?: Text } | null)?.title ?? '');
  return typeof title === 'string' ? title : (title[language] ?? Object.values(title)[0] ?? '');
}

export const lists = ['roles', 'locales', 'kinds', 'jurisdictions'] as const;
export type ListName = (typeof lists)[number];

interface Line {
  id: string;
  name: string;
}

export function list(name: ListName, options: { json?: boolean }, office: Office): ExitCode {
  const lines = listings[name](office);
  const width = Math.max(...lines.map((line) => line.id.length));
  office.terminal.out(options.json ? `${JSON.stringify(lines, null, 2)}\n` : lines.map((line) => `${line.id.padEnd(width)}  ${line.name}\n`).join(''));
  return exit.ok;
}

const listings: Record<ListName, (office: Office) => Line[]> = {
  roles: ({ terminal, shelf, language }) => {
    const own = listRoles(terminal.workspace).map((role) => ({ ...role, workspace: terminal.workspace }));
    const shipped = listRoles(shelf).filter((role) => !own.some((one) => one.id === role.id)).map((role) => ({ ...role, workspace: shelf }));
    return [...own, ...shipped].map(({ id, path, workspace }) => ({ id, name: titleIn(workspace.readText(path), language) }));
  },
  locales: ({ say }) => locales.map((id) => ({ id, name: say(`list.locales.${id}`) })),
  kinds: ({ say }) => kinds.map((id) => ({ id, name: say(`list.kinds.${id}`) })),
  jurisdictions: ({ library, language }) => jurisdictionIds.map((id) => ({ id, name: library.jurisdiction(id).name[language] })),
};
