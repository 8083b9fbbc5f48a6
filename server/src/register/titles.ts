/** What posts are called, in lists and on papers. */
import { namedRoles, slugOf } from 'rolewright';
import type { Desk, Locale, NamedRole } from 'rolewright';
import type { Setting } from './setting.js';

/** The title of a role with the department, as a list has it. */
export function postOf(role: string, department: string | null, locale: Locale, setting: Pick<Setting, 'workplace' | 'desk'>): string {
  const words = roleTitle(role, department, locale, setting);
  return [words.charAt(0).toUpperCase() + words.slice(1), departmentName(department, locale, setting)].filter(Boolean).join(', ');
}

/** What the organisation calls a department; null where it has none of that id. */
function departmentName(id: string | null, locale: Locale, { workplace }: Pick<Setting, 'workplace'>): string | null {
  const unit = workplace.organisation?.departments?.find((one) => one.id === id)?.name;
  return typeof unit === 'string' ? unit : ((unit && inWords(unit, locale)) ?? null);
}

/** A department in a list: its id in brackets where the organisation has none of that id, so that nobody takes it for a name. */
export const departmentLabel = (id: string | null, locale: Locale, setting: Pick<Setting, 'workplace'>): string =>
  id === null ? '' : (departmentName(id, locale, setting) ?? `[${id}]`);

/** The id of the department that somebody means, by its id or a name. */
export function departmentMeant(written: string | undefined, { workplace }: Pick<Setting, 'workplace'>): string | undefined {
  if (written === undefined) return undefined;
  const departments = workplace.organisation?.departments ?? [];
  const named = departments.find(({ name }) =>
    (typeof name === 'string' ? [name] : Object.values(name)).some((one) => typeof one === 'string' && slugOf(one) === slugOf(written)),
  );
  return departments.some(({ id }) => id === written) ? written : (named?.id ?? written);
}

export const inWords = (words: Readonly<Partial<Record<string, unknown>>>, locale: Locale): string | undefined => {
  const found = words[locale] ?? words['en'] ?? words['nl'] ?? words['ru'];
  if (typeof found === 'string') return found;
  // Some titles have a form for each gender.
  const [first] = typeof found === 'object' && found !== null ? (Object.values(found) as readonly unknown[]) : [];
  return typeof first === 'string' ? first : undefined;
};

/** The title of a role, as a department has it; its id where it cannot be read any more. */
export function roleTitle(
  role: string,
  department: string | null,
  locale: Locale,
  { workplace, desk }: Pick<Setting, 'workplace' | 'desk'>,
): string {
  // To read a role whole for its title takes 50 ms; most have one version alone.
  const hasVersions =
    department !== null && (workplace.organisation?.departments ?? []).some(({ overlays = {} }) => Object.hasOwn(overlays, role));
  const title = (hasVersions ? undefined : titlesOf(desk).get(role)) ?? workplace.role(role, department)?.role.title;
  return title === undefined ? role : typeof title === 'string' ? title : (inWords(title, locale) ?? role);
}

/** What stands at the head of the files of roles: to read these whole for a list takes half of its time. An overlay may have no title. */
export function titlesOf(desk: Desk): ReadonlyMap<string, NamedRole['title']> {
  const known = titles.get(desk) ?? new Map(namedRoles(desk).map(({ id, title }) => [id, title]));
  titles.set(desk, known);
  return known;
}

const titles = new WeakMap<Desk, ReadonlyMap<string, NamedRole['title']>>();
