/** What the editor shows of a variant besides the role itself. */
import { posix } from 'node:path';
import type { Locale } from 'rolewright';
import { valueAt } from './edits.js';
import type { OpenVariant } from './role-editor.js';
import { titlesIn, wording } from './titles.js';
import type { RoleFile, Studio } from './studio.js';
import type { VariantFile } from './variants.js';

export function variantFacts(
  file: RoleFile,
  { variant, inherited, news, lost }: VariantFile,
  language: Locale,
  studio: Studio,
): OpenVariant {
  const baseId = variant.bases[0]?.id ?? '';
  const named = studio.named().find(({ id }) => id === baseId);
  const title = named?.title === undefined ? valueAt(inherited, ['title']) : (named.title as Parameters<typeof wording>[0]);
  return {
    ...{ baseId, inherited, news, lost },
    baseTitle: wording(title, language) || baseId,
    departments: departmentsOf(file, baseId, language, studio),
  };
}

/** The departments of the employer that have a file for their version of a role. */
function departmentsOf(file: RoleFile, role: string, language: Locale, studio: Studio): OpenVariant['departments'] {
  const { organisation, from } = studio.workplace([]);
  const folder = posix.dirname((from?.structure?.file ?? from?.file)?.path ?? '');
  return (organisation?.departments ?? []).flatMap(({ id, name, overlays = {} }) => {
    const named = Object.hasOwn(overlays, role) ? overlays[role] : undefined;
    return named !== undefined && posix.join(folder, named) === posix.normalize(file.path)
      ? [{ id, name: wording(name, language) || id }]
      : [];
  });
}

export interface VariantRow {
  readonly id: string;
  readonly title: string;
  readonly baseTitle: string;
  readonly path: string;
  /** Whether the employer says that the department has it. */
  readonly used: boolean;
}

/** The variants that a department has, or that lie under its name. */
export function variantsOf(department: string, language: Locale, studio: Studio): readonly VariantRow[] {
  const { organisation, from } = studio.workplace([]);
  const folder = posix.dirname((from?.structure?.file ?? from?.file)?.path ?? '');
  const { overlays = {} } = organisation?.departments?.find(({ id }) => id === department) ?? {};
  const used = new Set(Object.values(overlays).map((path) => posix.join(folder, path)));
  const titles = titlesIn(language, studio);
  return studio.named().flatMap((one): VariantRow[] => {
    const isUsed = used.has(posix.normalize(one.path));
    if (one.extends === undefined || !studio.isOwn(one)) return [];
    if (!isUsed && !one.id.endsWith(`-${department}`)) return [];
    return [
      { id: one.id, title: titles.get(one.id) ?? one.id, baseTitle: titles.get(one.extends) ?? one.extends, path: one.path, used: isUsed },
    ];
  });
}
