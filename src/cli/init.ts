/** `rolewright init`: a small project in one language, with all that a user needs to start editing. */
import { posix } from 'node:path';
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { inOneLanguage } from '../role/one-language.js';
import { schemaNames, schemaText } from '../desk/schemas.js';
import { liftStructure } from '../migrate/structure-lift.js';
import { projectFile } from '../project/project.js';
import { structureFile } from '../structure/structure.js';
import type { OutputFile } from '../workspace/workspace.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

/** The role that a new project starts from: short, and useful in most firms. */
const firstRole = 'sales-manager';

/** The example files of the country whose law goes with the language. */
const country: Record<Locale, string> = { ru: 'ru', en: 'gb', nl: 'nl' };

/** The pictures that they name. */
const pictures: Record<Locale, readonly string[]> = { ru: [], en: [], nl: ['logo.png'] };
/** Bytes; more than any of them has. */
const largestPicture = 1 << 20;

export function init(folder: string, options: { force?: boolean }, office: Office): ExitCode {
  const { shelf, language, terminal, workspace } = office;
  const file = (path: string, text: string): OutputFile => ({ path, bytes: new TextEncoder().encode(text) });
  const example = (name: string): string => shelf.readText(`examples/${name}.${country[language]}.yaml`);
  const beside = (text: string): string => text.replace('$schema=../schemas/', '$schema=schemas/');
  try {
    workspace.writeAll(
      [
        file('README.md', office.say('init.readme', { role: firstRole })),
        file(projectFile, office.say('init.project')),
        ...launchers(file),
        file('organisation.yaml', beside(organisationText(example('organisation')))),
        file(structureFile, beside(example('structure'))),
        file('person.yaml', beside(personText(example('person')))),
        ...pictures[language].map((name) => ({ path: name, bytes: shelf.readBytes(`examples/${name}`, largestPicture) })),
        file(`roles/${firstRole}.yaml`, inOneLanguage(shelf.readText(`roles/${firstRole}.yaml`), language)),
        ...schemaNames.map((name) => file(`schemas/${name}.schema.json`, schemaText(name, office))),
      ],
      { folder, force: options.force ?? false },
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    office.report(error.diagnostics);
    return exit.failure;
  }
  const command = `npx rolewright generate ${firstRole} --person person.yaml`;
  const typed = posix.normalize(folder) === '.' ? command : `cd ${folder} && ${command}`;
  terminal.err(`${office.say('init.made', { readme: posix.join(folder, 'README.md'), command: typed })}\n`);
  return exit.ok;
}

/** Files to double-click on Windows, macOS and Linux, which open the studio of the folder that they lie in. */
const launchers = (file: (name: string, text: string) => OutputFile): OutputFile[] => {
  const shell = '#!/bin/sh\ncd "$(dirname "$0")" && exec npx rolewright studio\n';
  return [
    file('Studio.cmd', '@echo off\r\ncd /d "%~dp0"\r\ncall npx rolewright studio\r\nif errorlevel 1 pause\r\n'),
    { ...file('Studio.command', shell), executable: true },
    { ...file('studio.sh', shell), executable: true },
  ];
};

/** The example without what the structure beside it settles. */
const organisationText = (text: string): string => liftStructure(text, 'organisation.yaml', structureFile, []).texts?.organisation ?? text;

/** The example in the position that it has in the structure, which then names the manager. */
const personText = (text: string): string =>
  text.replace(/^manager:\n(?: .*\n)+/m, '').replace(/^(department: .*)$/m, `$1\nposition: ${firstRole}`);
