/** An overlay that somebody is writing: what it makes of its role, and what that role has become since, before either is in a file. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { baseRole } from '../organisation/version.js';
import type { BaseRole } from '../organisation/version.js';
import type { Overlay } from '../role/overlay/overlay.generated.js';
import { applyData, readLayer, unwritten } from '../role/overlay/overlay.js';
import type { Layer } from '../role/overlay/overlay.js';
import { compareWithBase } from '../role/overlay/rebase.js';
import type { State } from '../role/overlay/rebase.js';
import { withRecord } from '../role/overlay/stamps.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Desk } from './desk.js';

/** What has become of an entry of the role extended since the overlay was last compared with it. */
export interface NewsOf {
  readonly id: string;
  /** `unrecorded`: nobody wrote down how it was. */
  readonly state: 'added' | Exclude<State, 'unchanged'>;
  /** Whether a change of the overlay names it. */
  readonly named: boolean;
}

export interface News {
  /** The version that the overlay was compared with, and the one that there is. */
  readonly recorded: string;
  readonly version: string;
  readonly items: readonly NewsOf[];
}

export interface Variant {
  /** The roles that it is a version of, the nearest first. */
  readonly bases: readonly BaseRole[];
  /** The role as it would be with none of the changes: in the languages of the overlay, under its id. */
  readonly inherited: unknown;
  /**
   * The role that the data of the overlay make, not yet checked as one; changes that cannot be carried out are left out and told. Null
   * where the data are no overlay. `path` of the diagnostics is a JSON pointer into the overlay.
   */
  apply(overlay: unknown): { readonly data: unknown; readonly diagnostics: readonly Diagnostic[] };
  news(overlay: unknown): News;
  /**
   * The text of the overlay with the entries recorded as they are now that somebody has looked at; with the version, once nothing is left
   * to be looked at. All else in the text stays as it is.
   */
  recorded(text: string, overlay: unknown, seen: ReadonlySet<string>): string;
}

/** Reads an overlay with the roles that it extends; null where they cannot be read, and `problems` says why. */
export function openVariant(
  file: { readonly workspace: Workspace; readonly path: string },
  desk: Desk,
  problems: Diagnostic[],
): Variant | null {
  const layer = readLayer({ ...file, shown: file.path, library: desk.shelf });
  const { base, overlay } = layer;
  if (!overlay || !base?.tree || !base.role) {
    problems.push(...layer.diagnostics);
    return null;
  }
  const { tree, role } = base;
  const shown = file.path;
  const own = ({ $schema, schema, languages, id, version, extends: name, base: record }: Overlay): object => ({
    ...($schema !== undefined && { $schema }),
    ...(schema !== undefined && { schema }),
    ...(languages !== undefined && { languages }),
    ...{ id, version, extends: name, base: record },
  });
  const news = (data: unknown): News => newsIn(data as Overlay, layer);
  return {
    bases: basesOf(base),
    inherited: applyData(own(overlay), tree, shown).data,
    apply: (data) => applyData(data, tree, shown),
    news,
    recorded(text, data, seen) {
      const compared = compareWithBase(data as Overlay, { ...layer, parsed: unwritten(data, shown) });
      if (!compared) return text;
      const left = news(data).items.filter(({ id }) => !seen.has(id));
      const { clauses } = (data as Overlay).base;
      if (left.length === 0) return withRecord(text, role.version, compared.stamps);
      const stamps = new Map(Object.entries(clauses ?? {}));
      for (const id of seen) {
        const now = compared.stamps.get(id);
        if (now === undefined) stamps.delete(id);
        else stamps.set(id, now);
      }
      return withRecord(text, (data as Overlay).base.version, stamps);
    },
  };
}

const basesOf = (layer: Layer | null): BaseRole[] => (layer?.role ? [baseRole(layer.role), ...basesOf(layer.base)] : []);

function newsIn(overlay: Overlay, layer: Layer): News {
  const compared = compareWithBase(overlay, { ...layer, parsed: unwritten(overlay, layer.file.path) });
  const { recorded = overlay.base.version, version = recorded, named = [], followed = null } = compared ?? {};
  const items = new Map<string, NewsOf>();
  for (const { id, state } of named) if (state !== 'unchanged' && !items.has(id)) items.set(id, { id, state, named: true });
  for (const state of ['added', 'changed', 'removed'] as const)
    for (const id of followed?.[state] ?? []) items.set(id, { id, state, named: false });
  return { recorded, version, items: [...items.values()] };
}
