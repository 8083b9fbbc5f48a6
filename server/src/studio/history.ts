/** The versions of a role’s file that the repository of the project has kept, and what differs between two of them. */
import { areFiltered } from './git-filters.js';
import { readPair, Refusal } from 'rolewright';
import type { Diagnostic, Git } from 'rolewright';
import { comparisonOf } from '../register/comparison.js';
import type { ComparisonWords } from '../register/comparison.js';
import { refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { RoleFile } from './studio.js';

export interface RoleVersion {
  /** That of the commit. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** The first line of what was said of it. */
  readonly summary: string;
}

export interface RoleHistory {
  /** The newest first; null where the folder is in no repository. */
  readonly versions: readonly RoleVersion[] | null;
  /** Whether the file reads otherwise than the newest of them. */
  readonly isChanged: boolean;
}

/** Versions that are told. */
const most = 200;
/** Bytes of a list of them. */
const listLimit = 1 << 20;
const between = '\u001f';

const nothing: RoleHistory = { versions: null, isChanged: false };

export function historyOf({ path }: Pick<RoleFile, 'path'>, git: Git): RoleHistory {
  const format = ['%H', '%aI', '%an', '%s'].join('%x1f');
  // No signature is verified: that would start another program.
  const asked = ['log', '-z', '--no-show-signature', `--max-count=${most}`, `--format=${format}`, '--', `./${path}`];
  const answer = git(asked, listLimit);
  if (answer === null || answer.code !== 0)
    return git(['rev-parse', '--git-dir'], listLimit)?.code === 0 ? { ...nothing, versions: [] } : nothing;
  const lines = new TextDecoder().decode(answer.out).split('\0').filter(Boolean);
  const versions = lines.flatMap((line): RoleVersion[] => {
    const [id = '', at = '', by = '', summary = ''] = line.split(between);
    return /^[0-9a-f]{40,64}$/.test(id) ? [{ id, at, by, summary }] : [];
  });
  return {
    versions,
    isChanged:
      versions.length > 0 &&
      !areFiltered([`./${path}`], git) &&
      git(['diff', '--quiet', '--no-ext-diff', '--no-textconv', 'HEAD', '--', `./${path}`], listLimit)?.code === 1,
  };
}

export interface AskedVersions {
  /** The id of a version; null for the file as it is now. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs, in words. Throws a Refusal for a version that there is not, and for one that is no role. */
export function versionsCompared(
  { path }: Pick<RoleFile, 'path'>,
  { before, after }: AskedVersions,
  words: ComparisonWords,
  setting: Setting,
  git: Git,
): { readonly text: string } {
  const problems: Diagnostic[] = [];
  const nameOf = (id: string | null): string => (id === null ? path : `${id}:./${path}`);
  const pair = readPair([nameOf(before), nameOf(after)], setting.desk, git, problems);
  if (!pair) throw problems.length > 0 ? new Refusal(problems) : refusal('git-no-file', { revision: before ?? '', path });
  return { text: comparisonOf(pair.before, pair.after, new Uint8Array(), words, setting).text };
}
