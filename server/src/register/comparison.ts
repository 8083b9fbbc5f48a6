/** What whoever approves a role reads: what changed in words, entry by entry, and the whole text where there was none before. */
import { compare, diffText, wordingOf } from 'rolewright';
import type { Diagnostic, Pair, Role } from 'rolewright';
import type { Setting } from './setting.js';

export interface ComparisonWords {
  /** Above the text of a role that is new. */
  readonly newRole: string;
  /** Where nothing reads otherwise. */
  readonly otherBytes: string;
}

export interface Comparison {
  readonly text: string;
  /** Whether a paper that people sign would read otherwise under the version that it had: nobody could tell which of the two they signed. */
  readonly keepsVersion: boolean;
}

export function comparisonOf(before: Role | null, after: Role, content: Uint8Array, words: ComparisonWords, setting: Setting): Comparison {
  if (!before) return { text: `${words.newRole}\n\n${new TextDecoder().decode(content)}`, keepsVersion: false };
  const pair: Pair = { before, after };
  const diff = compare(pair, setting.workplace.organisation, { signed: null, jurisdiction: null, signedOnly: true }, setting.press);
  const wording = wordingOf(diff, pair, null, setting.language, setting.desk);
  return {
    text: diff.changes.length === 0 ? `${words.otherBytes}\n` : diffText(diff, wording, { colour: false }),
    keepsVersion: before.version === after.version && diff.changes.some(({ material }) => material),
  };
}

/** What is told of a role that keeps its version. */
export const versionKept = ({ id, version }: Role): Diagnostic => ({
  ...{ code: 'register-version-same', severity: 'warning', args: { role: id, version } },
});
