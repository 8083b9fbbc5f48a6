/** A firm to try the studio with: our example of the country that goes with the language, in an empty folder. */
import { openDesk, openWorkspace, inOneLanguage } from 'rolewright';
import type { Locale, Workspace } from 'rolewright';
import type { ProjectPlace } from '../project.js';
import { fillProposals, fillRegister } from './example-firm.js';

/** What a thread beside the server is told, one after the other: pages open meanwhile, and wait with what they show of the firm. */
export const exampleTasks = {
  'example-people': async ({ language, today }: ExampleErrand, own: Workspace, place: ProjectPlace): Promise<void> => {
    fillRoles(openWorkspace(place.folder), language);
    await fillRegister(place, own, language, today);
  },
  'example-proposals': ({ language, today }: ExampleErrand, own: Workspace, place: ProjectPlace): Promise<void> =>
    fillProposals(place, own, language, today),
} as const;

export interface ExampleErrand {
  readonly language: Locale;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const countries: Readonly<Record<Locale, string>> = { ru: 'ru', en: 'gb', nl: 'nl' };
const roles: readonly string[] = ['sales-manager', 'account-manager', 'hr-manager', 'office-manager'];
/** Bytes; more than the picture has. */
const largestPicture = 1 << 20;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes the files of the employer; the folder must be empty. */
export function fillFirm(folder: Workspace, language: Locale): void {
  const { own } = openDesk(folder, { project: null }).shelf;
  folder.writeAll([
    { path: 'rolewright.yaml', bytes: bytesOf(`schema: 2\norganisation: organisation.yaml\nlanguages: [${language}]\n`) },
    { path: 'organisation.yaml', bytes: bytesOf(own.readText(`examples/organisation.${countries[language]}.yaml`)) },
    { path: 'logo.png', bytes: own.readBytes('examples/logo.png', largestPicture) },
    { path: 'people.csv', bytes: bytesOf(own.readText(`examples/people.${language}.csv`)) },
  ]);
}

/** Writes the roles beside them. */
export function fillRoles(folder: Workspace, language: Locale): void {
  const { own } = openDesk(folder, { project: null }).shelf;
  folder.writeAll(
    roles.map((id) => ({ path: `roles/${id}.yaml`, bytes: bytesOf(inOneLanguage(own.readText(`roles/${id}.yaml`), language)) })),
  );
}
