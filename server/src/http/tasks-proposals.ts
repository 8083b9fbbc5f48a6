/** Proposing another wording of a role: the text is read as its file would be, and compared with what is there. */
import { namedRoles, readRole, Refusal } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { comparisonOf, versionKept } from '../register/comparison.js';
import type { ComparisonWords } from '../register/comparison.js';
import { digest, propose, roleFile } from '../register/proposals.js';
import { orRefuse, refusal } from '../register/setting.js';
import { withText } from '../register/with-text.js';
import { plainProblem } from './plain.js';
import { refuse } from './problem.js';
import type { Workshop } from './tasks.js';

export interface Proposing {
  readonly role: string;
  /** The text of the role’s file as it is proposed. */
  readonly content: string;
  readonly summary: string;
  /** The SHA-256 of the file that was read before; null for a new role. */
  readonly base: string | null;
  readonly words: ComparisonWords;
}

export async function proposeTask({ role: id, content, summary, base, words }: Proposing, { setting }: Workshop): Promise<object> {
  const { desk } = setting;
  const own = roleFile(id, desk);
  if (!own && namedRoles(desk).some((one) => one.id === id)) throw refusal('register-library-role', { role: id });
  if ((own ? digest(own.bytes) : null) !== base) throw refuse('http-changed-meanwhile');
  const path = own?.path ?? `roles/${id}.yaml`;
  const read = readRole(withText(desk.workspace, path, content), path, desk.shelf);
  const wrong: readonly Diagnostic[] = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (!read.role) throw new Refusal(wrong);
  if (read.role.id !== id) throw refusal('register-role-unknown-file', { file: path, other: read.role.id, role: id });
  const before = own && readRole(desk.workspace, own.path, desk.shelf);
  if (before) orRefuse(before.diagnostics);
  const bytes = new TextEncoder().encode(content);
  const { text, keepsVersion } = comparisonOf(before?.role ?? null, read.role, bytes, words, setting);
  const { id: proposal, seen } = await propose(
    { role: id, path, base: own?.bytes ?? null, content: bytes, comparison: text, summary },
    setting,
  );
  const problems = (keepsVersion ? [versionKept(read.role)] : []).map(plainProblem);
  return { id: proposal, role: id, path, seen, text, problems };
}
