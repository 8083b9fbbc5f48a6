/** The organisation's logo: read from beside its file, never from outside the folder of that. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { readPicture } from '../picture/picture.js';
import { readNamedIn } from '../read/named-file.js';
import type { Job } from '../press/press.js';
import type { OrganisationFile } from './organisation-file.js';

/** mm; wide enough to read, small enough for the head of a page. Both hold where the organisation says no width. */
const usual = { width: 40, height: 30 };
/** mm; how high a logo of whatever width may be, so that it leaves the first page to the text. */
const tallest = 60;
const largestFile = 2 << 20;
const pointer = '/logo/file';

/**
 * Throws a Refusal when the file is missing, lies outside, is neither PNG nor JPEG, or cannot be printed. What the file
 * tells besides its picture, such as where it was taken, gets into no paper.
 */
export function readLogo({ organisation: { logo }, file }: OrganisationFile): Job['logo'] {
  if (!logo) return null;
  const picture = readPicture(readNamedIn(file, logo.file, { pointer, outside: 'logo-outside' }, largestFile));
  if (picture === 'format') throw new Refusal([diagnostic('logo-format', { file: logo.file }, file.locate(pointer))]);
  if (typeof picture === 'string')
    throw new Refusal([diagnostic('image-unusable', { reason: picture, text: logo.file }, file.locate(pointer))]);
  const { data, format, orientation } = picture;
  const width = Math.min(logo.width ?? usual.width, ((logo.width ? tallest : usual.height) * picture.width) / picture.height);
  const height = (width * picture.height) / picture.width;
  return { data, format, ...(orientation > 1 && { orientation }), width, height, alt: logo.alt };
}
