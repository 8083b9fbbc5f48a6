/** The shells that complete our commands, each with its script in `completion/`. */
import type { Office } from '../office.js';

const files = { bash: 'rolewright.bash', zsh: 'rolewright.zsh', fish: 'rolewright.fish', powershell: 'rolewright.ps1' } as const;
export type Shell = keyof typeof files;
export const shells = Object.keys(files) as readonly Shell[];

/** What the shell reads to know how to ask us. */
export const scriptFor = (shell: Shell, { shelf }: Office): string => shelf.own.readText(`completion/${files[shell]}`);
