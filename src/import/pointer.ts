/** Values of a draft by their JSON pointers. */
import type { Role } from '../role/role.generated.js';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value that a pointer such as `/duties/0/text` leads to; undefined where there is none. */
export const valueAt = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined),
      data,
    );

/** All texts in a value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The id of the innermost entry that a pointer of a report leads into; empty where it leads into none. */
export function idsAt(draft: Role, pointer: string): string[] {
  const [name, path = ''] = pointer.split(':');
  if (name !== 'role') return [];
  const steps = path.split('/').slice(1);
  for (let length = steps.length; length > 0; length--) {
    const value = valueAt(draft, `/${steps.slice(0, length).join('/')}`);
    if (isRecord(value) && typeof value.id === 'string') return [value.id];
  }
  return [];
}
