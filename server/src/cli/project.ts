/** The project of a service: where its files and its register are, and use cases with them. */
import { posix } from 'node:path';
import { createPress, openDesk, openMaking, openWorkplace, openWorkspace, readFonts } from 'rolewright';
import type { Desk, Diagnostic, Locale, Workplace, Workspace } from 'rolewright';
import { introducing } from '../register/actor.js';
import { orRefuse } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { Storage } from '../storage/storage.js';
import type { Target } from '../storage/open.js';

/** Plain, so that threads can be told of it. */
export interface ProjectPlace {
  /** The working folder. */
  readonly folder: string;
  /** The folder of the project from there; null for none, left out where nobody has looked. */
  readonly project?: string | null;
  /** The file of the organisation, where the project does not name it. */
  readonly organisation?: string;
  readonly target: Target;
}

export interface OpenProject {
  /** The working folder. */
  readonly workspace: Workspace;
  desk(): Desk;
  /** Throws a Refusal where the employer cannot be read. */
  setting(actor: Setting['actor'], language: Locale, today: string, storage: Storage): Setting;
}

/**
 * Milliseconds for which what was read of the project is taken for what is there. To open it costs a request some 2 ms, and to read the
 * roles that it asks for 20 to 40 ms each: a page that asks five things at once reads them once.
 */
const fresh = 1000;

export function openProject({ folder, project, organisation }: ProjectPlace, now: () => Date): OpenProject {
  const workspace = openWorkspace(folder, () => now().getTime());
  const introduced = openIntroductions();
  let kept: { readonly at: number; said: string; readonly desk: Desk; workplace: Workplace | null } | null = null;
  const current = () => {
    const at = now().getTime();
    const said = employerSaid(workspace, project ?? '.', kept?.workplace?.from?.file.path);
    // What somebody has just written of the employer counts at once.
    if (kept === null || at - kept.at > fresh || at < kept.at || said !== kept.said)
      kept = { at, said, desk: openDesk(workspace, project === undefined ? {} : { project }), workplace: null };
    return kept;
  };
  return {
    workspace,
    desk: () => current().desk,
    setting(actor, language, today, storage) {
      const here = current();
      const { desk } = here;
      const told: Diagnostic[] = [];
      if (here.workplace === null) {
        here.workplace = openWorkplace(organisation === undefined ? {} : { organisation }, desk, told);
        here.said = employerSaid(workspace, project ?? '.', here.workplace.from?.file.path);
      }
      if (told.length > 0) kept = null;
      orRefuse(told);
      const { workplace } = here;
      return {
        ...{ storage: introduced(storage, actor, today), desk, workplace, actor, today, language },
        press: createPress(desk.library, readFonts),
        make: openMaking(desk.library),
      };
    },
  };
}

/** So many who act are remembered at a time. */
const mostActors = 200;

/**
 * Storages by who acts, one for each, so that what is kept by a storage is found again: whoever writes for the first time is written down by
 * name. Accounts are told apart by whoever administers them, so no name is too near to another.
 */
function openIntroductions(): (storage: Storage, actor: Setting['actor'], today: string) => Storage {
  const known = new WeakMap<Storage, Map<string, Storage>>();
  return (storage, actor, today) => {
    // The program itself has no name.
    if (actor.name === '') return storage;
    const own = known.get(storage) ?? new Map<string, Storage>();
    known.set(storage, own);
    const key = `${actor.id} ${actor.name}`;
    const found = own.get(key) ?? introducing(storage, actor, { today, isNew: true, tell: () => {} });
    if (own.size >= mostActors) own.clear();
    own.set(key, found);
    return found;
  };
}

/** The texts of the project and of the employer that it names. */
function employerSaid(workspace: Workspace, folder: string, organisation: string | undefined): string {
  const textAt = (path: string): string => (workspace.exists(path) ? workspace.readText(path) : '');
  return [textAt(posix.join(folder, 'rolewright.yaml')), organisation === undefined ? '' : textAt(organisation)].join('\u0000');
}
