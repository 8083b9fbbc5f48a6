/** The kinds of document of the library, by their ids. */
import { formatsOf as formats, lackingFor as lacking, openLibrary, packageWorkspace } from '../dist/index.js';

const library = openLibrary(packageWorkspace());
const all = library.kinds();

export const kinds = all.map(({ id }) => id);
export const usualKinds = all.filter(({ sets = [] }) => sets.includes('usual')).map(({ id }) => id);
export const lackingFor = (kind, role) => lacking(library.kind(kind), role);
export const isIn = (kind, country) => library.kind(kind).jurisdictions?.includes(country) ?? true;
export const formatsOf = (kind) => formats(library.kind(kind));
