/** The sorts of `rolewright new` with their options. */
import type { Command } from 'commander';
import type { NewKindOptions, NewTemplateOptions } from '../desk/new/new-kind.js';
import type { NewOrganisationOptions } from '../desk/new/new-organisation.js';
import type { NewOverlayOptions } from '../desk/new/new-overlay.js';
import type { NewPersonOptions } from '../desk/new/new-person.js';
import type { NewRoleOptions } from '../desk/new/new-role.js';
import { each } from './each.js';
import { examples } from './help.js';
import type { Forced } from './new.js';
import type { Office } from './office.js';
import type { ExitCode } from './terminal.js';

/** Adds the command with a command of its own for each sort. */
export function addNewCommand(program: Command, office: Office, finish: (code: ExitCode) => void): Command {
  const { say } = office;
  const parent = program.command('new').helpCommand(false);
  const sort = (name: string): Command =>
    parent
      .command(name)
      .description(say(`new.sort.${name}`))
      .addHelpText('after', () => examples(`new.example.${name}`, office));

  sort('role')
    .argument('[id]', say('arguments.newId'))
    .option('--title <words>', say('options.title'), each)
    .option('--locale <locales>', say('options.locale'))
    .option('--category <category>', say('options.category'))
    .option('--from <role>', say('options.fromRole'))
    .option('--full', say('options.fullRole'))
    .option('--out <file>', say('options.newOut'))
    .option('--force', say('options.force'))
    .action(async (id: string | undefined, options: NewRoleOptions & Forced) => {
      finish((await import('./new.js')).startRole(id, options, office));
    });
  sort('overlay')
    .argument('<role>', say('arguments.role'))
    .requiredOption('--department <name>', say('options.department'))
    .option('--full', say('options.fullIds'))
    .option('--locale <ru|en|nl>', say('options.oneLocale'))
    .option('--organisation <file>', say('options.organisation'))
    .option('--out <file>', say('options.newOut'))
    .option('--force', say('options.force'))
    .action(async (role: string, options: NewOverlayOptions & Forced) => {
      finish((await import('./new.js')).startOverlay(role, options, office));
    });
  sort('person')
    .argument('[id]', say('arguments.newPersonId'))
    .option('--name <words>', say('options.name'))
    .option('--locale <ru|en|nl>', say('options.oneLocale'))
    .option('--out <file>', say('options.newOut'))
    .option('--force', say('options.force'))
    .action(async (id: string | undefined, options: NewPersonOptions & Forced) => {
      finish((await import('./new.js')).startPerson(id, options, office));
    });
  sort('organisation')
    .argument('[id]', say('arguments.newOrganisationId'))
    .option('--name <words>', say('options.names'), each)
    .option('--locale <locales>', say('options.locale'))
    .option('--jurisdiction <country>', say('options.jurisdiction'))
    .option('--out <file>', say('options.newOut'))
    .option('--force', say('options.force'))
    .action(async (id: string | undefined, options: NewOrganisationOptions & Forced) => {
      finish((await import('./new.js')).startOrganisation(id, options, office));
    });
  sort('kind')
    .argument('[id]', say('arguments.newId'))
    .option('--title <words>', say('options.title'), each)
    .option('--locale <locales>', say('options.locale'))
    .option('--force', say('options.force'))
    .action(async (id: string | undefined, options: NewKindOptions & Forced) => {
      finish((await import('./new.js')).startKind(id, options, office));
    });
  sort('template')
    .argument('<kind>', say('arguments.newKind'))
    .option('--from <kind>', say('options.fromKind'))
    .option('--jurisdiction <country>', say('options.jurisdiction'))
    .option('--force', say('options.force'))
    .action(async (kind: string, options: NewTemplateOptions & Forced) => {
      finish((await import('./new.js')).startTemplate(kind, options, office));
    });
  return parent;
}
