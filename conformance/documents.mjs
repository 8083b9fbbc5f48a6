/** The documents that the demo makes, each with the tree that it was made from. */
import { branded, createPress, listRoles, openDesk, packageWorkspace, readFonts, readRole, usualJurisdiction } from '../dist/index.js';
import { lackingFor, usualKinds } from './kinds.mjs';

/** Assembles and prints as the command does from a shelf, ours unless a desk says otherwise; `theme` gives the layout profile of a tree. */
export function openPress({ shelf, library } = openDesk(packageWorkspace())) {
  return { ...createPress(library, readFonts), shelf, theme: (document) => branded(library.theme(document.layout), document) };
}

/** What the command makes when nobody asks for a format. */
const usualFormats = ['docx', 'pdf'];

/**
 * What `generate --all` without an organisation and a person writes to `folder`: blank forms of every role of the
 * library in every kind, language and usual format. `name` is the path inside the folder, `path` the whole one, `twin` that of the same as PDF.
 */
export function demoDocuments(folder, press) {
  const shelf = packageWorkspace();
  return listRoles(shelf).flatMap(({ path }) => {
    const { role, diagnostics } = readRole(shelf, path);
    if (!role) throw new Error(`${path} cannot be read: ${diagnostics.map((one) => one.code).join(', ')}`);
    return usualKinds
      .filter((kind) => lackingFor(kind, role) === null)
      .flatMap((kind) =>
        role.languages.flatMap((locale) => {
          const job = {
            role,
            kind,
            locale,
            jurisdiction: usualJurisdiction[locale],
            organisation: null,
            person: null,
            date: null,
            logo: null,
          };
          const tree = press.assemble(job);
          const stem = `${role.id}/${kind}.${locale}`;
          return usualFormats.map((format) => ({
            name: `${stem}.${format}`,
            path: `${folder}/${stem}.${format}`,
            twin: `${folder}/${stem}.pdf`,
            format,
            tree,
            options: {},
          }));
        }),
      );
  });
}
