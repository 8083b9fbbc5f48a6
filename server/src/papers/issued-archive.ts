/** Papers that were issued as one file to download. */
import { zipSync } from 'fflate';
import type { OutputFile } from 'rolewright';

/** The bytes of a ZIP file. Papers are packed within themselves: to pack them again would win nothing. */
export function archiveOf(files: readonly OutputFile[]): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const { path, bytes } of files) entries[path] = bytes;
  // The same contents give the same bytes: no time of making.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 0 });
}
