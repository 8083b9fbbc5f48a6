/** The departments of the employer, and who leads them. */
import { fullName, spelt } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Choice } from './paper.js';
import type { Studio } from './studio.js';
import { wording } from './titles.js';

export interface DepartmentChoice extends Choice {
  /** Whether whoever asks leads it. */
  readonly own: boolean;
}

export interface DepartmentHead {
  readonly name: string;
  /** What the post is called. */
  readonly title: string;
}

/** By name. `by` is the name of whoever asks. */
export function departmentsIn(language: Locale, by: string, studio: Studio): readonly DepartmentChoice[] {
  const { organisation } = studio.workplace([]);
  return (organisation?.departments ?? [])
    .map(({ id, name }) => ({ id, name: wording(name, language) || id, own: isNamed(by, headOf(id, language, studio)) }))
    .sort((one, other) => new Intl.Collator(language).compare(one.name, other.name));
}

/** Who leads a department; null where the file of the employer names nobody. */
export function headOf(department: string, language: Locale, studio: Studio): DepartmentHead | null {
  const { organisation } = studio.workplace([]);
  const head = organisation?.departments?.find(({ id }) => id === department)?.head;
  const post = head === undefined ? undefined : organisation?.posts?.[head];
  return post?.holder ? { name: fullName(spelt(post.holder, language), language), title: wording(post.title, language) } : null;
}

/** “Thomas Whitfield” is Thomas James Whitfield: whoever says their name leaves out what people do not call them by. */
function isNamed(said: string, head: DepartmentHead | null): boolean {
  const words = (name: string): readonly string[] =>
    name
      .toLowerCase()
      .split(/[\s.]+/u)
      .filter(Boolean);
  const [own, full] = [words(said), words(head?.name ?? '')];
  return own.length > 1 && own.every((word) => full.some((one) => one === word || (word.length === 1 && one.startsWith(word))));
}
