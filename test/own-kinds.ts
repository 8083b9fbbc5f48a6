/** The kinds of document of our own shelf, by their ids, as tests ask for them. */
import { isAcknowledged, isIn, lackingFor as lacking } from '../src/shelf/kinds.js';
import type { Kind } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const library = openLibrary(packageWorkspace());
const ids = (wanted: (kind: Kind) => boolean): string[] =>
  library
    .kinds()
    .filter(wanted)
    .map(({ id }) => id);

export const kindOf = (id: string): Kind => library.kind(id);
export const kinds = ids(() => true);
/** Those that a country has. */
export const kindsIn = (country: string): string[] => ids((kind) => isIn(kind, country) && kind.needs !== 'changes');
/** Those of a country that comparisons of roles look at. */
export const comparedIn = (country: string): string[] => ids((kind) => isIn(kind, country) && kind.compared !== false);
/** Those of them that a role has which is no worker’s. */
export const comparedOfStaff = (country: string): string[] => comparedIn(country).filter((id) => !kindOf(id).categories);
/** Those that every role has everywhere when nobody names a kind. */
export const usualKinds = ids(({ sets = [], jurisdictions, categories }) => sets.includes('usual') && !jurisdictions && !categories);
export const signedKinds = ids((kind) => isAcknowledged(kind));
/** Whether employees sign for the paper under the law of its country. */
export const isSigned = ({ kind, jurisdiction }: { kind: string; jurisdiction: string }): boolean =>
  isAcknowledged(library.kind(kind), jurisdiction);
export const lackingFor = (id: string, role: Parameters<typeof lacking>[1]): ReturnType<typeof lacking> => lacking(kindOf(id), role);
