/** A revision of a git repository as a workspace that can only be read. */
import { posix } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { RoleFile } from '../role/overlay/base.js';
import type { Workspace } from '../workspace/workspace.js';

export interface GitAnswer {
  /** 0 when git did what it was asked to. */
  code: number;
  out: Uint8Array;
  /** Whether there was more than the limit allows. */
  cut: boolean;
}

/** Runs git in the working folder; null when there is no git. `limit` in bytes of its output. */
export type Git = (args: readonly string[], limit: number) => GitAnswer | null;

/** What git itself allows in the name of a revision, and nothing that it could take for an option. */
const revisionName = /^[\p{L}\p{N}_@][\p{L}\p{N}_@./^~{}+=#-]{0,200}$/u;

const textLimit = 1 << 20;
/** Of lists and names, in bytes. */
const listLimit = 4 << 20;

/** Whether a name means a file of a revision, `HEAD~1:roles/seller.yaml`, and not a path of Windows. */
export const namesRevision = (name: string): boolean => name.indexOf(':') > 0 && !/^[A-Za-z]:[\\/]/.test(name);

/**
 * The file `REV:path`, the path counted from the top of the repository as git does, or from the working folder when it
 * begins with `../cli/`; or why there is none.
 */
export function fileAt(name: string, git: Git | undefined, library: Workspace): RoleFile | Diagnostic {
  const colon = name.indexOf(':');
  const [revision, path] = [name.slice(0, colon), name.slice(colon + 1)];
  if (!revisionName.test(revision)) return diagnostic('git-bad-revision', { revision });
  if (posix.isAbsolute(path) || path.includes('\\') || posix.normalize(path).startsWith('..') || /\p{Cc}/u.test(path))
    return diagnostic('git-bad-path', { path });
  const inside = git?.(['rev-parse', '--show-prefix'], listLimit) ?? null;
  if (!git || !inside) return diagnostic('git-missing', { name });
  if (inside.code !== 0) return diagnostic('git-no-repository', { name });
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], listLimit);
  if (!commit || commit.code !== 0) return diagnostic('git-no-revision', { revision });
  const prefix = wordsOf(inside);
  const own = path.startsWith('./') ? posix.normalize(path) : posix.relative(`/${prefix}`, `/${path}`);
  return { workspace: openRevision(git, wordsOf(commit), prefix, revision), path: own, shown: name, library };
}

const wordsOf = ({ out }: GitAnswer): string => new TextDecoder().decode(out).trim();

/** `prefix` is the working folder, from the top of the repository. Nothing outside the repository can be named. */
function openRevision(git: Git, commit: string, prefix: string, revision: string): Workspace {
  const objectAt = (path: string): string => {
    const full = posix.join(prefix, path);
    if (full.startsWith('..') || posix.isAbsolute(path)) throw new Refusal([diagnostic('git-bad-path', { path })]);
    return `${commit}:${full}`;
  };
  const shown = (path: string): string => `${revision}:${posix.join(prefix, path)}`;
  const ask = (args: readonly string[], limit: number): GitAnswer => git(args, limit) ?? { code: 1, out: new Uint8Array(), cut: false };

  function readBytes(path: string, limit = textLimit): Uint8Array {
    const { code, out, cut } = ask(['cat-file', 'blob', objectAt(path)], limit);
    const file = shown(path);
    if (cut)
      throw new Refusal([
        diagnostic('file-too-large', { file, size: Math.ceil(limit / 1024) + 1, limit: Math.ceil(limit / 1024) }, { file }),
      ]);
    if (code !== 0) throw new Refusal([diagnostic('git-no-file', { revision, path: posix.join(prefix, path) }, { file })]);
    return out;
  }

  function namesIn(folder: string, options: readonly string[]): string[] {
    const { code, out } = ask(['ls-tree', '-z', ...options, '--full-tree', '--name-only', objectAt(folder)], listLimit);
    return code === 0 ? new TextDecoder().decode(out).split('\0').filter(Boolean).sort() : [];
  }

  const readOnly = (): never => {
    throw new Error('a revision cannot be written to');
  };

  return {
    readBytes,
    readText(path, limit = textLimit) {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path, limit));
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Refusal([diagnostic('not-utf8', { file: shown(path) }, { file: shown(path) })]);
      }
    },
    list: (folder) => namesIn(folder, []),
    folders: (folder) => namesIn(folder, ['-d']),
    exists: (path) => ask(['cat-file', '-e', objectAt(path)], listLimit).code === 0,
    within(path, folder) {
      const [file, top] = [posix.join(prefix, path), posix.join(prefix, folder)];
      return !file.startsWith('..') && (top === '.' || file === top || file.startsWith(top.endsWith('/') ? top : `${top}/`));
    },
    writeAll: readOnly,
  };
}
