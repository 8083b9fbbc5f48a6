/** The kinds of document of the library, by their ids. */
import { formatsOf as formats, lackingFor as lacking, openLibrary, packageWorkspace } from '../dist/index.js';

const library = openLibrary(packageWorkspace());
const all = library.kinds();

export const kinds = all.map(({ id }) => id);
/** Those that every role has everywhere when nobody names a kind. */
export const usualKinds = all
  .filter(({ sets = [], jurisdictions, categories }) => sets.includes('usual') && !jurisdictions && !categories)
  .map(({ id }) => id);
export const lackingFor = (kind, role) => lacking(library.kind(kind), role, true);

/** The role before an edit, for kinds that tell what has changed: an entry reworded, one that is gone by now, one that is new. */
export function formerFor(kind, role) {
  if (library.kind(kind).needs !== 'changes') return null;
  const [first, second, ...areas] = role.duties;
  const [one, ...others] = first.duties;
  const earlier = {
    ...first,
    essence: second?.essence ?? first.essence,
    duties: [{ ...one, text: others[0]?.text ?? one.text }, ...others.slice(1)],
  };
  return { ...role, duties: [earlier, ...(second ? [second] : []), ...areas], knowledge: role.knowledge.slice(1) };
}
export const isIn = (kind, country) => library.kind(kind).jurisdictions?.includes(country) ?? true;
export const formatsOf = (kind) => formats(library.kind(kind));
