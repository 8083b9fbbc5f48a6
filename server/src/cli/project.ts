/** The project of a service: where its files and its register are, and use cases with them. */
import { join } from 'node:path';
import { createPress, openDesk, openMaking, openWorkplace, openWorkspace, readFonts } from 'rolewright';
import type { Desk, Diagnostic, Locale, Workplace } from 'rolewright';
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
  const workspace = openWorkspace(folder);
  let kept: { readonly at: number; readonly desk: Desk; workplace: Workplace | null } | null = null;
  const current = () => {
    const at = now().getTime();
    if (kept === null || at - kept.at > fresh || at < kept.at)
      kept = { at, desk: openDesk(workspace, project === undefined ? {} : { project }), workplace: null };
    return kept;
  };
  return {
    desk: () => current().desk,
    setting(actor, language, today, storage) {
      const here = current();
      const { desk } = here;
      const told: Diagnostic[] = [];
      here.workplace ??= openWorkplace(organisation === undefined ? {} : { organisation }, desk, told);
      if (told.length > 0) kept = null;
      orRefuse(told);
      const { workplace } = here;
      return {
        ...{ storage, desk, workplace, actor, today, language },
        press: createPress(desk.library, readFonts),
        make: openMaking(desk.library),
      };
    },
  };
}

export const projectFolder = ({ folder, project }: Pick<ProjectPlace, 'folder' | 'project'>): string => join(folder, project ?? '.');
