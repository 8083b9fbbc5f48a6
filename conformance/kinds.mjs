/** The kinds of document of the library, by their ids. */
import { formatsOf as formats, lackingFor as lacking, openLibrary, packageWorkspace } from '../dist/index.js';

const library = openLibrary(packageWorkspace());
const all = library.kinds();

export const kinds = all.map(({ id }) => id);
/** Those that every role has everywhere when nobody names a kind. */
export const usualKinds = all
  .filter(({ sets = [], jurisdictions, categories }) => sets.includes('usual') && !jurisdictions && !categories)
  .map(({ id }) => id);
export const lackingFor = (kind, role) => lacking(library.kind(kind), role);
export const isIn = (kind, country) => library.kind(kind).jurisdictions?.includes(country) ?? true;
export const formatsOf = (kind) => formats(library.kind(kind));
