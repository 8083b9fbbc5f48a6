/** Which columns of the organisation’s own its templates use. */
import type { Desk } from '../desk.js';
import { templateFolders } from './shelf-mark.js';

/** By the names that templates have for them, `custom.badge`; none without a project. */
export function customUsedBy({ shelf, library }: Desk): (custom: string) => boolean {
  if (!shelf.project) return () => false;
  const { workspace, folder } = shelf.project;
  const texts = templateFolders(library).flatMap((one) =>
    workspace.list(`${folder}/${one}`).map((name) => workspace.readText(`${folder}/${one}/${name}`)),
  );
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/custom\.([\p{L}\p{N}_]+)/gu)].map(([, name = '']) => name)));
  return (custom) => named.has(custom);
}
