/** What the studio works with: the project, the employer, a press that is kept warm, and what was read already. */
import { createHash } from 'node:crypto';
import {
  createPress,
  loadMessages,
  namedRoles,
  openDesk,
  openDraftLint,
  openWorkplace,
  ownData,
  readFonts,
  Refusal,
  reportJson,
  schemaText,
} from 'rolewright';
import type { Desk, Diagnostic, DraftLint, Locale, NamedRole, Press, Workplace, Workspace } from 'rolewright';
import { orRefuse, refusal } from '../register/setting.js';
import { withText } from '../register/with-text.js';
import { valueAt } from './edits.js';
import type { Value } from './edits.js';
import { withDepartments } from './departments.js';
import { keysOf, namesKeys, onScreen, withTitles } from './on-screen.js';
import type { Names } from './on-screen.js';
import { dataOf } from './role-text.js';
import { titlesIn, wording } from './titles.js';
import { dataOfVariant, openVariantFile } from './variants.js';
import type { VariantFile } from './variants.js';

/** A role file as it was read. */
export interface RoleFile {
  readonly id: string;
  readonly path: string;
  /** Whether it is the project’s, and can be changed. */
  readonly own: boolean;
  readonly text: string;
  /** That of the text; who saves says by it what was changed. */
  readonly hash: string;
  readonly data: Value;
  readonly extends: string | null;
  /** Where it builds on another role: what it says of that. The data are those of the whole role then. */
  readonly variant: VariantFile | null;
}

export interface Told {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly hint: string | null;
}

export interface Studio {
  readonly workspace: Workspace;
  /** Our own words. */
  readonly own: Workspace;
  readonly press: Press;
  desk(): Desk;
  workplace(problems: Diagnostic[]): Workplace;
  /** What was read of the employer and the shelf is read anew: somebody has just written it. */
  renew(): void;
  /** How often it was renewed. */
  renewals(): number;
  /** Renews it where another thread’s was renewed since this was last asked; `renewals` is that one’s count. */
  keepUp(renewals: number): void;
  /** The paths of what was written through it since this was last asked. */
  takeWritten(): readonly string[];
  /** Gives a file of the employer another text. Throws a Refusal, and leaves it as it is, where the employer could not be read with that. */
  rewrite(path: string, text: string): void;
  lint(): Promise<DraftLint>;
  named(): readonly NamedRole[];
  /** Throws a Refusal where there is none. */
  role(id: string): RoleFile;
  /** Where the file of a role lies, for whoever reads it. */
  placeOf(role: NamedRole): readonly [workspace: Workspace, path: string];
  isOwn(role: NamedRole): boolean;
  /** A file that was handed out under this hash; null where it is not known any more. */
  known(hash: string): RoleFile | null;
  /** With `lint`, in the words of its rules. */
  tell(diagnostics: readonly Diagnostic[], language: Locale, lint?: DraftLint): readonly Told[];
}

export interface StudioOptions {
  readonly workspace: Workspace;
  /** The files of this package. */
  readonly own: Workspace;
  /** The folder of the project, from the workspace; left out where nobody has looked. */
  readonly project?: string | null;
  /** Milliseconds. */
  readonly now: () => number;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Files that are kept by their hash: a project has some dozens of roles, and few are edited at once. */
const mostKept = 64;

/** Milliseconds for which what was read of the employer is taken for what is there: a keystroke need not read it again. */
const fresh = 1000;

export function openStudio({ workspace: files, own, project, now }: StudioOptions): Studio {
  let written: string[] = [];
  const workspace: Workspace = {
    ...files,
    writeAll(those, options) {
      const paths = files.writeAll(those, options);
      if (options?.dryRun !== true) written.push(...paths);
      return paths;
    },
  };
  let [renewed, followed] = [0, 0];
  const opened = (over = workspace): Desk => openDesk(over, project === undefined ? {} : { project });
  let desk = opened();
  const press = createPress(desk.library, readFonts);
  const kept = new Map<string, RoleFile>();
  const messages = new Map<Locale, ReturnType<typeof loadMessages>>();
  let lint: Promise<DraftLint> | null = null;
  let employed: { readonly at: number; readonly workplace: Workplace; readonly told: readonly Diagnostic[] } | null = null;
  const keep = (file: RoleFile): RoleFile => {
    kept.delete(file.hash);
    kept.set(file.hash, file);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return file;
  };
  const messagesIn = (language: Locale): ReturnType<typeof loadMessages> => {
    const ready = messages.get(language);
    if (ready) return ready;
    const root = loadMessages(desk.shelf.own, language, desk.shelf);
    const ours = ownData(own, `locales/messages.${language}.yaml`) as { readonly codes: typeof root.codes };
    const all = { ...root, codes: { ...root.codes, ...ours.codes } };
    messages.set(language, all);
    return all;
  };
  let keys: ReadonlySet<string> | null = null;
  const fileKeys = (): ReadonlySet<string> =>
    (keys ??= keysOf(
      (['role', 'overlay', 'organisation', 'person', 'structure', 'project'] as const).map(
        (name) => JSON.parse(schemaText(name, desk)) as unknown,
      ),
    ));
  /** Each role is looked for once, and none where nothing names one. */
  const namesIn = (language: Locale): Names => {
    let titles: ReadonlyMap<string, string> | null = null;
    return {
      role: (id) => (titles ??= titlesIn(language, { named })).get(id),
      post(of, id) {
        const title = valueAt(attempted(() => role(of), [])?.data, ['posts', id, 'title']);
        return title === undefined ? undefined : wording(title, language);
      },
    };
  };
  const workplaceNow: Studio['workplace'] = (problems) => {
    if (employed === null || now() - employed.at > fresh) {
      const told: Diagnostic[] = [];
      employed = { at: now(), workplace: openWorkplace({}, desk, told), told };
    }
    problems.push(...employed.told);
    return employed.workplace;
  };
  const forget = (): void => {
    desk = opened();
    employed = null;
  };
  const renew = (): void => {
    forget();
    renewed += 1;
  };
  const named = (): readonly NamedRole[] => withDepartments(namedRoles(desk), desk);
  const role: Studio['role'] = (id) => {
    const found = named().find((one) => one.id === id);
    if (!found) throw refusal('studio-no-role', { id });
    const text = found.workspace.readText(found.path);
    const variant = found.extends === undefined ? null : openVariantFile(text, found, desk);
    // What a variant says depends on its role too.
    const hash = hashOf(variant ? `${text}\n${JSON.stringify(variant.inherited)}` : text);
    const ready = kept.get(hash);
    if (ready?.path === found.path) return keep(ready);
    return keep({
      ...{ id, path: found.path, own: found.workspace === workspace, text, hash, variant, extends: found.extends ?? null },
      data: variant ? dataOfVariant(variant) : dataOf(text),
    });
  };
  return {
    ...{ workspace, own, press },
    desk: () => desk,
    workplace: workplaceNow,
    renew,
    renewals: () => renewed,
    keepUp(count) {
      if (count !== followed) forget();
      followed = count;
    },
    takeWritten() {
      const paths = written;
      written = [];
      return paths;
    },
    rewrite(path, text) {
      const told: Diagnostic[] = [];
      openWorkplace({}, opened(withText(workspace, path, text)), told);
      orRefuse(told);
      workspace.writeAll([{ path, bytes: new TextEncoder().encode(text) }], { force: true });
      renew();
    },
    lint: () => (lint ??= openDraftLint(desk, [])),
    named,
    // Ours lie on a shelf that is made anew now and then; what is kept of them is kept by our own folder.
    placeOf: ({ workspace: at, path }) => [at === desk.shelf ? desk.shelf.own : at, path],
    isOwn: (role) => role.workspace === workspace,
    role,
    known: (hash) => kept.get(hash) ?? null,
    tell(diagnostics, language, by) {
      const words = onScreen(by?.withRules(messagesIn(language)) ?? messagesIn(language), own, workspace);
      const names = namesIn(language);
      return reportJson(
        diagnostics.map((one) => withTitles(one, names)),
        words,
      ).map(({ code, severity, message, hint }) => ({
        ...{ code, severity, message },
        // Rules of lint have words of their own for screens, and quote words of papers besides.
        hint: hint !== null && !code.startsWith('lint/') && namesKeys(hint, fileKeys()) ? null : hint,
      }));
    },
  };
}

/** What a Refusal says, or what work gives. */
export function attempted<T>(work: () => T, problems: Diagnostic[]): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics);
    return null;
  }
}
