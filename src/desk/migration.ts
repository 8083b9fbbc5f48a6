/** Lifting files of version 1, alone or all of a project, and what people then have to decide. */
import { posix } from 'node:path';
import { diagnostic, inOrder } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { lift, liftedSorts } from '../migrate/lift.js';
import type { LiftedSort } from '../migrate/lift.js';
import { liftedRoles } from '../migrate/lifted-roles.js';
import { undecidedIn } from '../migrate/undecided.js';
import type { Deferrals } from '../migrate/undecided.js';
import { vanishedIn, vanishedNames } from '../migrate/vanished-names.js';
import { parseText } from '../read/data.js';
import { ownData } from '../read/own-data.js';
import { sourceText } from '../read/source-text.js';
import { readLayer } from '../role/overlay/overlay.js';
import { compareWithBase } from '../role/overlay/rebase.js';
import type { Comparison } from '../role/overlay/rebase.js';
import { withRecord } from '../role/overlay/stamps.js';
import type { OutputFile } from '../workspace/workspace.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';
import { kindOf } from './file-kind.js';
import type { FileKind } from './file-kind.js';
import { isFolder, ownFilesIn } from './own-files.js';
import { templateNames } from './provenance.js';
import { attempt } from './attempt.js';

export interface MigrationErrand {
  /** Files, and folders with all that is in them; the project, or else the working folder, when there are none. */
  readonly paths: readonly string[];
  /** Whether the files are rewritten. */
  readonly write: boolean;
}

export interface MigratedFile {
  readonly file: string;
  /** The version of its base that an overlay now records, where that has been renewed. */
  readonly record: string | null;
}

export interface Migration {
  /** The files that were of version 1. */
  readonly lifted: readonly MigratedFile[];
  /** How many were of this version already. */
  readonly current: number;
  /** What could not be done, and what people have to decide. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Found {
  /** The folder that is written to as a whole. */
  readonly root: string;
  readonly path: string;
  readonly sort: LiftedSort;
}

interface Old extends Found {
  readonly before: string;
  readonly after: string;
}

/** An old overlay, or role, with what has become of its base. */
interface Compared extends Old {
  readonly comparison: Comparison | null;
  readonly record: string | null;
}

/** Lifts files in place, all in a folder or none; what has been lifted already stays as it is to the byte. */
export function migrate({ paths, write }: MigrationErrand, desk: Desk, vanished = vanishedNames): Migration {
  const problems: Diagnostic[] = [];
  const asked = paths.length > 0 ? paths.map((one) => posix.normalize(one.replaceAll('\\', '/'))) : [desk.shelf.project?.folder ?? '.'];
  const found = new Map(asked.flatMap((path) => filesAt(path, desk, problems)).map((one) => [one.path, one]));
  const seen = [...found.values()].map((one) => oldOf(one, desk, problems));
  const old = withRecords(
    seen.filter((one) => typeof one === 'object'),
    desk,
  );
  const ready = new Set([...new Set(old.map(({ root }) => root))].filter((root) => !write || written(old, root, desk, problems)));
  const done = old.filter(({ root }) => ready.has(root));
  const decisions = done.flatMap((one) => toDecide(one, write ? one.after : one.before, desk));
  const isProject = done.some(({ sort }) => sort === 'project');
  return {
    lifted: done.map(({ path, record }) => ({ file: path, record })),
    current: seen.filter((one) => one === 'current').length,
    diagnostics: [...problems, ...inOrder([...decisions, ...(isProject ? vanishedFrom(desk, vanished) : [])])],
  };
}

const sortOf = (kind: FileKind | null): LiftedSort | null => liftedSorts.find((one) => one === kind) ?? null;

/** The file that a path names, or all files of ours in a folder. */
function filesAt(path: string, { workspace }: Desk, problems: Diagnostic[]): Found[] {
  const folder = isFolder(path, workspace, problems);
  if (folder === null) return [];
  if (folder)
    return ownFilesIn(path, workspace, problems).flatMap((one) => {
      const sort = sortOf(one.kind);
      return sort ? [{ root: path, path: one.path, sort }] : [];
    });
  const sort = sortOf(kindOf(workspace, path));
  if (sort) return [{ root: posix.dirname(path), path, sort }];
  problems.push(diagnostic('migrate-no-version', { file: path }, { file: path }, 'info'));
  return [];
}

/** The file as it was and as it will be, when it is of version 1. */
function oldOf(found: Found, { workspace }: Desk, problems: Diagnostic[]): Old | 'current' | 'unreadable' {
  const before = attempt(() => workspace.readText(found.path), problems);
  if (before === null) return 'unreadable';
  const { text, diagnostics } = lift(before, found.path, found.sort);
  problems.push(...diagnostics);
  return text !== null ? { ...found, before, after: text } : diagnostics.length > 0 ? 'unreadable' : 'current';
}

/**
 * Overlays that record an older version of their base, although nothing has changed there in what they name, record the
 * present one: what there is to look at would else drown in it. Bases are taken as they are when they have been lifted.
 */
function withRecords(old: readonly Old[], { workspace, shelf }: Desk): Compared[] {
  const lifted = liftedRoles(workspace, new Map(old.map(({ path, after }) => [path, after])));
  const library = openDesk(lifted, { project: shelf.project?.folder ?? null, own: shelf.own }).shelf;
  return old.map((one) => {
    const layer = one.sort === 'role' ? readLayer({ workspace: lifted, path: one.path, shown: one.path, library }) : null;
    const comparison = layer?.overlay ? compareWithBase(layer.overlay, layer) : null;
    if (!comparison || comparison.recorded === comparison.version || moved(comparison).length > 0)
      return { ...one, comparison, record: null };
    const { version, stamps } = comparison;
    return { ...one, comparison, after: withRecord(one.after, version, stamps), record: version };
  });
}

/** What an overlay names and is no longer in its base as it was. */
const moved = ({ named }: Comparison): string[] => named.filter(({ state }) => state !== 'unchanged').map(({ id }) => id);

/** Writes the files of a folder, all or none. */
function written(old: readonly Old[], root: string, { workspace }: Desk, problems: Diagnostic[]): boolean {
  const files = old
    .filter((one) => one.root === root)
    .map(({ path, after }): OutputFile => {
      const mark = workspace.readBytes(path)[0] === 0xef ? '\uFEFF' : '';
      return { path: posix.relative(root, path), bytes: new TextEncoder().encode(mark + after) };
    });
  return attempt(() => workspace.writeAll(files, { folder: root, force: true }), problems) !== null;
}

/** What people have to decide about a file; `text` is what they find in it. */
function toDecide({ path, sort, comparison, record }: Compared, text: string, { shelf }: Desk): Diagnostic[] {
  const { parsed } = sort === 'role' ? parseText(text, path) : { parsed: null };
  if (!parsed) return [];
  const behind = comparison && record === null && comparison.recorded !== comparison.version ? comparison : null;
  return [
    ...undecidedIn(parsed, ownData(shelf.own, 'locales/deferrals.yaml') as Deferrals),
    ...(behind
      ? [
          diagnostic(
            'migrate-overlay-behind',
            { file: path, recorded: behind.recorded, version: behind.version, ids: moved(behind).join(', ') },
            parsed.locate('/base/version'),
            'warning',
          ),
        ]
      : []),
  ];
}

/** Names in the templates of a project that no paper knows any more. */
function vanishedFrom(desk: Desk, vanished: Readonly<Record<string, string>>): Diagnostic[] {
  const { shelf } = desk;
  return templateNames(desk)
    .map((name) => `templates/${name}.hbs`)
    .filter((path) => shelf.originOf(path) === 'project')
    .flatMap((path) => {
      const source = sourceText(shelf.shown(path), shelf.readText(path));
      return vanishedIn(source.text, vanished).map(({ name, instead, start }) =>
        diagnostic('migrate-name-gone', { name, instead }, source.placeAt(start, start + name.length), 'warning'),
      );
    });
}
