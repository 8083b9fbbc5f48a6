/** Files that were made, put to the others of the register: PDF is sealed where the organisation wants that. */
import type { Payloads } from '../life/events.js';
import type { Setting } from './setting.js';

type KeptFile = Payloads['issued']['files'][number];

/** What is said of each file once it lies in the store. Throws a Refusal for a key or a time-stamp that fails. */
export async function keptFiles(
  made: readonly { readonly format: KeptFile['format']; readonly bytes: Uint8Array }[],
  { storage, seal }: Pick<Setting, 'storage' | 'seal'>,
): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const { format, bytes: plain } of made) {
    const sealed = seal && format === 'pdf' ? await seal(plain) : null;
    const bytes = sealed?.bytes ?? plain;
    files.push({ format, sha256: await storage.files.put(bytes), size: bytes.length, ...(sealed && { seal: sealed.seal }) });
  }
  return files;
}
