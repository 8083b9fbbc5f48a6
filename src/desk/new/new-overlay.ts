/** What a department starts from where it does some things otherwise than the role. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import type { Desk } from '../desk.js';
import { starterFor } from '../starter.js';
import type { StarterOptions } from '../starter.js';
import { placeFor } from './new-file.js';
import type { NewPlace, PlaceOptions, Started } from './new-file.js';

export interface NewOverlayOptions extends StarterOptions, PlaceOptions {}

/** An overlay that is to be written. */
export interface StartedOverlay extends Started {
  /** The id of the role that it changes. */
  readonly role: string;
  /** The file as the organisation names it, which lies in the folder of the project. */
  readonly named: string;
}

/** `departments/<department>.yaml`; null where it cannot be, and `problems` says why. */
export function newOverlay(
  role: string,
  options: NewOverlayOptions,
  reader: Locale,
  desk: Desk,
  problems: Diagnostic[],
): StartedOverlay | null {
  const placeIn = (department: string): NewPlace => placeFor(`departments/${department}.yaml`, 'overlay', options, desk);
  const made = starterFor(role, options, { reader, placeOf: (department) => placeIn(department).shown }, desk, problems);
  if (made === null) return null;
  const { folder, path, shown, schema } = placeIn(made.department);
  const named = posix.relative(desk.shelf.project?.folder ?? '.', shown);
  return { folder, files: [{ path, text: made.text }, ...schema], name: shown, shown: [shown], role: made.role, named };
}
