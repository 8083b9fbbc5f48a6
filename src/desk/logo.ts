/** The organisation's logo: read from beside its file, never from outside the folder of that. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { imageSize } from '../packages/installed.js';
import { readNamedIn } from '../read/named-file.js';
import type { Job } from '../press/press.js';
import type { OrganisationFile } from './organisation-file.js';

/** mm; wide enough to read, small enough for the head of a page. */
const usualWidth = 40;
const largestFile = 2 << 20;
const pointer = '/logo/file';

/** Throws a Refusal when the file is missing, lies outside, or is neither PNG nor JPEG. */
export function readLogo({ organisation: { logo }, file }: OrganisationFile): Job['logo'] {
  if (!logo) return null;
  const data = readNamedIn(file, logo.file, { pointer, outside: 'logo-outside' }, largestFile);
  const facts = sizeOf(data);
  const format = facts?.type === 'png' ? 'png' : facts?.type === 'jpg' ? 'jpeg' : null;
  if (!facts || !format || facts.width === 0) throw new Refusal([diagnostic('logo-format', { file: logo.file }, file.locate(pointer))]);
  const width = logo.width ?? usualWidth;
  return { data, format, width, height: (width * facts.height) / facts.width, alt: logo.alt };
}

function sizeOf(data: Uint8Array): { width: number; height: number; type?: string } | null {
  try {
    return imageSize().imageSize(data);
  } catch {
    return null;
  }
}
