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

export function comparisonOf(before: Role | null, after: Role, content: Uint8Array, words: ComparisonWords, setting: Setting): string {
  if (!before) return `${words.newRole}\n\n${new TextDecoder().decode(content)}`;
  const pair: Pair = { before, after };
  const diff = compare(pair, setting.workplace.organisation, { signed: null, jurisdiction: null, signedOnly: true }, setting.press);
  const wording = wordingOf(diff, pair, null, setting.language, setting.desk);
  return diff.changes.length === 0 ? `${words.otherBytes}\n` : diffText(diff, wording, { colour: false });
}

/** A paper that people sign would read otherwise though the role bears the version that it had: nobody could tell which they signed. */
export const versionKept = (before: Role | null, after: Role, setting: Setting): readonly Diagnostic[] =>
  keepsVersion(before, after, setting)
    ? [{ code: 'register-version-same', severity: 'warning', args: { role: after.id, version: after.version } }]
    : [];

function keepsVersion(before: Role | null, after: Role, setting: Setting): boolean {
  if (before?.version !== after.version) return false;
  const options = { signed: null, jurisdiction: null, signedOnly: true } as const;
  return compare({ before, after }, setting.workplace.organisation, options, setting.press).changes.some(({ material }) => material);
}
