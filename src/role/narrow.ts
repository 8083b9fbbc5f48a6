/** A role in one language: what a document in that language can say. */
import type { Locale } from '../document/document.js';
import { isRecord, occurrences } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import type { Role } from './role.generated.js';

export interface Narrowed {
  /** The role with each text as a plain string, and without the forms and lists of other languages. */
  data: Record<string, unknown>;
  /** The pointer in the role of a pointer in the data: `/title/ru` of `/title`. */
  pointerIn(pointer: string): string;
}

/** Leaves only the wordings of `locale`; a text without one is left out. */
export function narrowedTo(role: Role, locale: Locale): Narrowed {
  const wordings = new Map(
    occurrences('role', role)
      .filter(({ definition }) => ['text', 'textList', 'forms'].includes(definition))
      .map((one) => [one.pointer, one.definition]),
  );
  const origins = new Map<string, string>();

  function narrow(value: unknown, from: string, to: string): unknown {
    const definition = wordings.get(from);
    if (definition !== undefined && isRecord(value)) {
      if (!Object.hasOwn(value, locale)) return undefined;
      // Forms belong to a language and stay under its key.
      if (definition === 'forms') return { [locale]: narrow(value[locale], from + segment(locale), to + segment(locale)) };
      return narrow(value[locale], from + segment(locale), to);
    }
    origins.set(to, from);
    if (Array.isArray(value)) return value.map((one, at) => narrow(one, from + segment(at), to + segment(at)));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, narrow(one, from + segment(key), to + segment(key))])
        .filter(([, one]) => one !== undefined),
    );
  }

  const data = { ...(narrow(role, '', '') as Record<string, unknown>), languages: [locale] };
  origins.set('/languages/0', `/languages/${role.languages.indexOf(locale)}`);
  return { data, pointerIn: (pointer) => origins.get(pointer) ?? pointer };
}
