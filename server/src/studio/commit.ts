/**
 * What was saved here as a commit in the name of whoever saved it, where the project is kept in a git repository: those files alone, whatever
 * else is changed or staged there. A commit that cannot be made takes nothing back: the files are saved.
 */
import { posix } from 'node:path';
import type { Diagnostic, Git } from 'rolewright';
import { sameName } from '../life/people.js';
import { areFiltered } from './git-filters.js';

export interface Saving {
  /** From the working folder. */
  readonly paths: readonly string[];
  /** Whoever acts. */
  readonly by: string;
  /** Null where it is not known. */
  readonly mail: string | null;
  /** What the commit says of itself. */
  readonly message: string;
}

/** Bytes of what git answers. */
const limit = 1 << 20;

/** Files that are kept as text and hold nothing of people who work there: roles, variants, the employer, the project. */
const isKept = (path: string): boolean => /\.ya?ml$/i.test(path);

/** Commits the files; why it could not be done, or null: it was, nothing has changed, or no repository keeps them. */
export function commitSaved({ paths, by, mail, message }: Saving, git: Git): Diagnostic | null {
  const ask = (...args: readonly string[]) => git(['--literal-pathspecs', ...args], limit);
  const saved = [...new Set(paths.filter(isKept).map((path) => posix.normalize(path.replaceAll('\\', '/'))))];
  if (saved.length === 0 || !isRepository(ask)) return null;
  const named = saved.map((path) => `./${path}`);
  // What git is told to pass over is passed over.
  const tracked = named.filter((path) => ask('check-ignore', '--quiet', '--', path)?.code !== 0);
  if (tracked.length === 0) return null;
  const failed = (reason: string): Diagnostic => ({
    code: 'studio-not-committed',
    severity: 'warning',
    args: { reason, files: saved.join(', ') },
  });
  if (areFiltered(tracked, git)) return failed('refused');
  if (said(ask('status', '--porcelain', '--', ...tracked)) === '') return null;
  if (['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'].some((head) => ask('rev-parse', '--quiet', '--verify', head)?.code === 0))
    return failed('merging');
  const own = identity(by, mail, ask);
  // A new file is only announced: what it says is read by the commit, as that of all others is.
  const added = ask('add', '--intent-to-add', '--', ...tracked);
  const done =
    added?.code === 0
      ? ask(...own, 'commit', ...commitOptions, `--author=${author(by, mail, ask)}`, '-m', message, '--', ...tracked)
      : added;
  return done?.code === 0 ? null : failed('refused');
}

type Ask = (...args: readonly string[]) => ReturnType<Git>;

const said = (answer: ReturnType<Git>): string => (answer?.code === 0 ? new TextDecoder().decode(answer.out).trim() : '');

/**
 * Whether a repository keeps the project: its folder is the top of one, or has files in one. A folder that merely lies inside of another
 * repository is none of that one’s business.
 */
const isRepository = (ask: Ask): boolean =>
  said(ask('rev-parse', '--is-inside-work-tree')) === 'true' &&
  (said(ask('rev-parse', '--show-prefix')) === '' || said(ask('ls-files', '--', '.')) !== '');

/** Nobody is asked for the password of a key; hooks are not run in any case. */
const commitOptions = ['--only', '--quiet', '--no-verify', '--no-gpg-sign', '--cleanup=verbatim'];

const ident = (name: string): string =>
  name
    .replace(/[<>\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Who wrote it. The mail of the machine’s own user is that of whoever bears the same name. */
function author(by: string, mail: string | null, ask: Ask): string {
  const own = mail ?? (sameName(said(ask('config', 'user.name')), by) ? said(ask('config', 'user.email')) : '');
  return `${ident(by)} <${ident(own)}>`;
}

/** Who commits: the user of the machine, or whoever acts where git knows none. */
function identity(by: string, mail: string | null, ask: Ask): readonly string[] {
  const isKnown = said(ask('config', 'user.name')) !== '' && said(ask('config', 'user.email')) !== '';
  return isKnown ? [] : ['-c', `user.name=${ident(by)}`, '-c', `user.email=${ident(mail ?? '') || 'rolewright@localhost'}`];
}
