/** The organisation's logo: read from beside its file, never from outside the folder of the project. */
import { posix } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic.js';
import { imageSize } from '../installed.js';
import type { Organisation } from '../organisation.generated.js';
import type { Job } from '../press.js';
import type { Workspace } from '../workspace.js';

/** mm; wide enough to read, small enough for the head of a page. */
const usualWidth = 40;
const largestFile = 2 << 20;

/** Throws a Refusal when the file is missing, lies outside, or is neither PNG nor JPEG. */
export function readLogo(workspace: Workspace, organisationPath: string, { logo }: Organisation): Job['logo'] {
  if (!logo) return null;
  const path = posix.normalize(posix.join(posix.dirname(organisationPath.replaceAll('\\', '/')), logo.file));
  if (posix.isAbsolute(logo.file) || posix.relative(posix.dirname(organisationPath), path).startsWith('..'))
    throw new Refusal([diagnostic('logo-outside', { file: logo.file }, { file: organisationPath, path: 'logo/file' })]);
  const data = workspace.readBytes(path, largestFile);
  const facts = sizeOf(data);
  const format = facts?.type === 'png' ? 'png' : facts?.type === 'jpg' ? 'jpeg' : null;
  if (!facts || !format || facts.width === 0)
    throw new Refusal([diagnostic('logo-format', { file: logo.file }, { file: organisationPath, path: 'logo/file' })]);
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
