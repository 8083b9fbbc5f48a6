/** Variants that departments keep in a folder of their own, among the roles that there are. */
import { posix } from 'node:path';
import { keptReading, Refusal, topLevel } from 'rolewright';
import type { Desk, NamedRole } from 'rolewright';

/** Where `new overlay` puts them. */
const folder = 'departments';

/** The roles with the variants of departments behind them, by their ids; one whose id a role has already is left out. */
export function withDepartments(roles: readonly NamedRole[], desk: Desk): readonly NamedRole[] {
  const known = new Set(roles.map(({ id }) => id));
  const idAt = new Map(roles.map(({ id, path }) => [posix.normalize(path), id]));
  const { workspace } = desk;
  const at = posix.join(desk.shelf.project?.folder ?? '.', folder);
  const found = filesIn(desk, at).flatMap((name): NamedRole[] => {
    const path = posix.join(at, name);
    const { id, title, extends: base } = topOf(path, desk);
    if (typeof id !== 'string' || typeof base !== 'string' || known.has(id)) return [];
    known.add(id);
    const isPath = /[\\/]|\.ya?ml$/i.test(base);
    return [
      {
        ...{ id, path, workspace, synonyms: [], literal: [] },
        title: typeof title === 'string' || (typeof title === 'object' && title !== null) ? (title as NamedRole['title']) : undefined,
        extends: isPath ? (idAt.get(posix.join(at, base.replaceAll('\\', '/'))) ?? base) : base,
      },
    ];
  });
  return [...roles, ...found];
}

function filesIn({ workspace }: Desk, at: string): readonly string[] {
  try {
    return workspace.list(at).filter((name) => /\.ya?ml$/.test(name) && workspace.within(posix.join(at, name), at));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

const topIn = keptReading((text) => topLevel(text, ['id', 'title', 'extends']), { name: 'department variants' });

function topOf(path: string, { workspace }: Desk): Readonly<Record<string, unknown>> {
  try {
    return topIn(workspace, path);
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}
