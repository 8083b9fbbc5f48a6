/** People by their names, however others write them. */
import type { Locale } from 'rolewright';
import { sameName } from '../life/people.js';
import { namesIn } from '../life/person.js';
import type { Known } from '../life/person.js';
import { everybody } from './find.js';
import type { Someone } from './find.js';
import type { Setting } from './setting.js';
import { inWords, roleTitle } from './titles.js';

/** A name in every spelling that is known, with all its parts and with fewer, and with the surname first as lists have it. */
const spellings = (known: Pick<Known, 'names'>): readonly string[] =>
  namesIn(known).flatMap(({ last, first, middle, particle, initials }) =>
    [
      [last, first, middle],
      [last, first],
      [first, middle, particle, last],
      [first, particle, last],
      [initials, particle, last],
      // Whoever writes in haste leaves the particle out.
      [first, middle, last],
      [first, last],
    ].map((parts) => parts.filter(Boolean).join(' ')),
  );

/** How somebody may be written; nothing where the name has been erased. */
export const spellingsOf = ({ known }: Someone): readonly string[] => (known ? spellings(known) : []);

/** The post of somebody who is known by name alone: one that the organisation names, or that of the register; null where nobody knows it. */
export async function postOfNamed(name: string, locale: Locale, setting: Setting): Promise<string | null> {
  const { workplace, storage, today } = setting;
  for (const { holder, title } of Object.values(workplace.organisation?.posts ?? {}))
    if (holder && title !== undefined && spellings({ names: holder }).some((one) => sameName(one, name)))
      return typeof title === 'string' ? title : (inWords(title, locale) ?? null);
  const person = (await everybody(storage.read)).find((one) => spellingsOf(one).some((spelling) => sameName(spelling, name)));
  const posts = person ? await storage.read.holdingsOf(person.id) : [];
  const held = posts.find(({ role, to_day }) => role !== null && (to_day === null || to_day >= today));
  return held?.role ? roleTitle(held.role, held.department, locale, setting) : null;
}
