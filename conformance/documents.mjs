/** The documents that the demo makes, each with the tree that it was made from. */
import { createPress, formats, kinds, listRoles, openLibrary, packageWorkspace, readFonts, readRole, usualJurisdiction } from '../dist/index.js';

/** Assembles and prints as the command does. */
export const openPress = () => createPress(openLibrary(packageWorkspace()), readFonts);

/**
 * What `generate --all` without an organisation and a person writes to `folder`: blank forms of every role of the
 * library in every kind, language and format. `name` is the path inside the folder, `path` the whole one.
 */
export function demoDocuments(folder, press) {
  const shelf = packageWorkspace();
  return listRoles(shelf).flatMap(({ path }) => {
    const { role, diagnostics } = readRole(shelf, path);
    if (!role) throw new Error(`${path} cannot be read: ${diagnostics.map((one) => one.code).join(', ')}`);
    return kinds
      .filter((kind) => kind !== 'onboarding-checklist' || role.onboarding)
      .flatMap((kind) => role.languages.flatMap((locale) => {
        const job = { role, kind, locale, jurisdiction: usualJurisdiction[locale], organisation: null, person: null, date: null, logo: null };
        const tree = press.assemble(job);
        return formats.map((format) => {
          const name = `${role.id}/${kind}.${locale}.${format}`;
          return { name, path: `${folder}/${name}`, format, tree };
        });
      }));
  });
}
