/** The countries of law that there are, by their names. */
import type { Locale } from 'rolewright';
import type { Studio } from './studio.js';

export function countriesOf(language: Locale, studio: Studio): readonly { readonly id: string; readonly name: string }[] {
  const { library } = studio.desk();
  const order = new Intl.Collator(language);
  return library
    .jurisdictions()
    .map((id) => ({ id, name: library.jurisdiction(id).name[language] ?? id }))
    .sort((one, other) => order.compare(one.name, other.name));
}
