/** What documents depend on besides the package: a mark of the files that a project has of its own. */
import { bytesKey } from '../../content/content.js';
import { digestOf } from '../../content/digest.js';
import type { Library } from '../../shelf/library.js';

/** The folders that templates are in. */
export const templateFolders = ({ jurisdictions }: Pick<Library, 'jurisdictions'>): string[] => [
  'templates',
  'templates/partials',
  ...jurisdictions().map((id) => `templates/${id}`),
];

/** Changes with every edit of a kind, a template, a look, a law or a word of the project; null without a project. */
export function markOf({ shelf, jurisdictions }: Library): string | null {
  if (!shelf.project) return null;
  const { workspace, folder } = shelf.project;
  const folders = ['kinds', 'competencies', 'themes', 'jurisdictions', 'locales', ...templateFolders({ jurisdictions })];
  const texts = folders.flatMap((one) =>
    workspace.list(`${folder}/${one}`).map((name) => [`${one}/${name}`, bytesKey(workspace.readBytes(`${folder}/${one}/${name}`))]),
  );
  return digestOf(texts, 16);
}
