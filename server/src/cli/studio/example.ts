/** A firm to try the studio with: our example of the country that goes with the language, in an empty folder. */
import { openDesk, inOneLanguage } from 'rolewright';
import type { Locale, Workspace } from 'rolewright';
import type { Counter } from '../counter.js';

const countries: Readonly<Record<Locale, string>> = { ru: 'ru', en: 'gb', nl: 'nl' };
const roles: readonly string[] = ['sales-manager', 'account-manager', 'hr-manager', 'head-of-sales', 'office-manager'];
/** Bytes; more than the picture has. */
const largestPicture = 1 << 20;

/** Writes its files; the folder must be empty. */
export function fillExample(folder: Workspace, { language }: Pick<Counter, 'language'>): void {
  const { own } = openDesk(folder, { project: null }).shelf;
  const country = countries[language];
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  folder.writeAll([
    { path: 'rolewright.yaml', bytes: bytes(`schema: 2\norganisation: organisation.yaml\nlanguages: [${language}]\n`) },
    { path: 'organisation.yaml', bytes: bytes(own.readText(`examples/organisation.${country}.yaml`)) },
    { path: 'logo.png', bytes: own.readBytes('examples/logo.png', largestPicture) },
    { path: 'people.csv', bytes: bytes(own.readText(`examples/people.${language}.csv`)) },
    ...roles.map((id) => ({ path: `roles/${id}.yaml`, bytes: bytes(inOneLanguage(own.readText(`roles/${id}.yaml`), language)) })),
  ]);
}
