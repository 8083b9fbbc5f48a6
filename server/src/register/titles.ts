/** What posts are called, in lists and on papers. */
import { namedRoles } from 'rolewright';
import type { Desk, Locale, NamedRole } from 'rolewright';
import type { Setting } from './setting.js';

/** The title of a role with the department, as a list has it. */
export function postOf(role: string, department: string | null, locale: Locale, setting: Pick<Setting, 'workplace' | 'desk'>): string {
  const words = roleTitle(role, department, locale, setting);
  const unit = setting.workplace.organisation?.departments?.find(({ id }) => id === department)?.name;
  const name = unit === undefined ? department : typeof unit === 'string' ? unit : (inWords(unit, locale) ?? department);
  return [words.charAt(0).toUpperCase() + words.slice(1), name].filter(Boolean).join(', ');
}

const inWords = (words: Readonly<Partial<Record<string, unknown>>>, locale: Locale): string | undefined => {
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
  const title = (department === null ? titlesOf(desk).get(role) : undefined) ?? workplace.role(role, department)?.role.title;
  return title === undefined ? role : typeof title === 'string' ? title : (inWords(title, locale) ?? role);
}

/** What stands at the head of the files of roles: to read these whole for a list takes half of its time. An overlay may have no title. */
function titlesOf(desk: Desk): ReadonlyMap<string, NamedRole['title']> {
  const known = titles.get(desk) ?? new Map(namedRoles(desk).map(({ id, title }) => [id, title]));
  titles.set(desk, known);
  return known;
}

const titles = new WeakMap<Desk, ReadonlyMap<string, NamedRole['title']>>();
