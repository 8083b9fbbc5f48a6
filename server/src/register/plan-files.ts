/** Photos and files that people attach to the steps of an onboarding. */
import type { Filed, PlanState } from '../life/plan.js';
import type { Queries } from '../storage/queries.js';
import type { CleanFile } from './picture-facts.js';
import type { Made } from './plan.js';
import type { Setting } from './setting.js';

/** Bytes of a file, as of Word files that are read: a photo of a telephone has a fifth of it. */
export const largestAttachment = 20 << 20;

/** Files of one plan: some for every step, and no disk is full of them. */
export const mostAttachments = 60;

export const attachmentTypes = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const;

/** All files of a plan with the tasks that they were attached to. */
export const filesIn = ({ tasks }: Pick<PlanState, 'tasks'>): readonly (Filed & { readonly item: string })[] =>
  tasks.flatMap(({ id, files }) => files.map((file) => ({ ...file, item: id })));

/** Puts a file to the others of the register; gives what is to be noted of it. */
export async function keptAttachment(
  item: string,
  { name, file }: { readonly name: string; readonly file: CleanFile },
  { storage }: Pick<Setting, 'storage'>,
): Promise<Made> {
  const { type, bytes } = file;
  return { kind: 'task-filed', item, name, type, sha256: await storage.files.put(bytes), size: bytes.length };
}

/** Those of some files that no event names but these: the same photo may have been attached by somebody else too. All events are read. */
export async function namedAlone(
  sha256s: readonly string[],
  seqs: ReadonlySet<number>,
  read: Pick<Queries, 'eventsSaying'>,
): Promise<readonly string[]> {
  if (sha256s.length === 0) return [];
  const named = await read.eventsSaying((json) => sha256s.some((one) => json.includes(one)));
  const others = named.filter(({ seq, kind }) => !seqs.has(seq) && kind !== 'erased').map(({ payload }) => JSON.stringify(payload));
  return sha256s.filter((one) => !others.some((json) => json.includes(one)));
}

const longestName = 120;

/** What a file is called, as its owner calls it, without what would be a path, a line of its own or a turn of the writing; it ends as it is. */
export function attachmentName(written: string, type: Filed['type']): string {
  const own = (written.split(/[\\/]/).at(-1) ?? '')
    // Marks that turn the direction are among these.
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim();
  const short = [...own].slice(0, longestName).join('');
  return `${short === '' ? 'file' : short}.${type}`;
}
