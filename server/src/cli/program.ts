/** The commands of the register, their options and their help, in the language of the user. */
import { Command } from 'commander';
import * as answers from './actions/answers.js';
import * as begin from './actions/begin.js';
import * as distance from './actions/distance.js';
import * as keep from './actions/keep.js';
import { packageOf } from './actions/package.js';
import * as papers from './actions/papers.js';
import * as people from './actions/people.js';
import * as plan from './actions/plan.js';
import * as proposals from './actions/proposals.js';
import * as requests from './actions/requests.js';
import * as tell from './actions/tell.js';
import * as whole from './actions/whole.js';
import { answered } from './answer.js';
import type { Answer } from './answer.js';
import type { CommonOptions, Counter } from './counter.js';
import type { ExitCode } from './terminal.js';

/** `--witness A --witness B`. */
const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The program; `finish` is given the exit code of whatever it is asked to do. */
export function createProgram(counter: Counter, finish: (code: ExitCode) => void): Command {
  const { say } = counter;
  const program = new Command('rolewright register').description(say('description'));

  /** A command with what all of them have. */
  function command<A extends readonly unknown[], O extends CommonOptions>(
    usage: string,
    define: (command: Command) => Command,
    action: (...args: [...A, O, Counter]) => Promise<Answer>,
  ): void {
    const [name = ''] = usage.split(' ');
    const made = define(program.command(usage).description(say(`commands.${name}`)))
      .option('--as <name>', say('options.as'))
      .option('--new-actor', say('options.newActor'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--json', say('options.json'));
    made.action(async (...given: readonly unknown[]) => {
      const options = given.at(-2) as O;
      const args = given.slice(0, -2) as unknown as A;
      finish(await answered(() => action(...args, options, counter), options, counter));
    });
  }

  const on = (one: Command): Command => one.option('--on <date>', say('options.on'));
  const plain = (one: Command): Command => one;
  const scope = (one: Command): Command =>
    one
      .option('--all', say('options.all'))
      .option('--department <id>', say('options.department'))
      .option('--role <id>', say('options.role'))
      .option('--person <who>', say('options.person'));
  const person = (one: Command): Command => one.argument('<person>', say('arguments.person'));
  const request = (one: Command): Command => person(one).argument('[paper]', say('arguments.paper'));
  const persons = (one: Command): Command => one.argument('[persons...]', say('arguments.persons'));
  const documents = (one: Command): Command =>
    one
      .option('--kind <kinds>', say('options.kind'))
      .option('--locale <locales>', say('options.locale'))
      .option('--format <formats>', say('options.format'))
      .option('--due <date>', say('options.due'));
  const list = (one: Command): Command =>
    one
      .option('--sheet <name>', say('options.sheet'))
      .option('--complete', say('options.complete'))
      .option('--yes', say('options.yes'))
      .option('--new', say('options.newcomers'))
      .option('--moves-on <date>', say('options.movesOn'))
      .option('--put-right', say('options.putRight'))
      .option('--partly', say('options.partly'))
      .option('--column <field=heading>', say('options.column'), each)
      .option('--role-column <heading>', say('options.roleColumn'))
      .option('--header-row <number>', say('options.headerRow'))
      .option('--date-order <dmy|mdy|ymd>', say('options.dateOrder'))
      .option('--encoding <encoding>', say('options.encoding'));
  const making = (one: Command): Command =>
    one
      .option('--seal <file>', say('options.seal'))
      .option('--passphrase-file <file>', say('options.passphraseFile'))
      .option('--tsa <address>', say('options.tsa'))
      .option('--level <B-B|B-T>', say('options.level'))
      .option('--roots <file>', say('options.tsaRoots'))
      .option('--pdf-profile <1a|2a|3a>', say('options.pdfProfile'));
  const out = (one: Command): Command => one.option('--out <folder>', say('options.out'));

  command('init', plain, begin.init);
  command(
    'rules',
    (one) =>
      one
        .option('--approval-by-two <yes|no>', say('options.approvalByTwo'))
        .option('--void-by-two <yes|no>', say('options.voidByTwo'))
        .option('--scan-by-two <yes|no>', say('options.scanByTwo'))
        .option('--approved-only <yes|no>', say('options.approvedOnly'))
        .option('--newcomer-days <days>', say('options.newcomerDays'))
        .option('--change-days <days>', say('options.changeDays'))
        .option('--renewal-months <months>', say('options.renewalMonths'))
        .option('--remind-before <days>', say('options.remindBefore'))
        .option('--remind-after <days>', say('options.remindAfter')),
    begin.rules,
  );
  command(
    'people',
    (one) => on(list(one.argument('[list]', say('arguments.list'))).option('--role <id>', say('options.rowRole'))),
    people.people,
  );
  command(
    'leave',
    (one) =>
      on(person(one))
        .option('--undo', say('options.undoLeaving'))
        .option('--reason <words>', say('options.reason'))
        .option('--yes', say('options.yesLeft')),
    people.leaveOf,
  );
  command('renumber', (one) => person(one).argument('<number>', say('arguments.newNumber')), people.renumberOf);
  command('move', (one) => person(one).option('--undo', say('options.undoMove')), people.moveOf);
  command(
    'propose',
    (one) =>
      one
        .argument('<role>', say('arguments.role'))
        .argument('<file>', say('arguments.draft'))
        .requiredOption('--summary <words>', say('options.summary')),
    proposals.proposeOf,
  );
  const proposal = (one: Command): Command => one.argument('<proposal>', say('arguments.proposal'));
  const decision = (one: Command): Command =>
    proposal(one).requiredOption('--seen <code>', say('options.seen')).option('--comment <words>', say('options.comment'));
  command('show', proposal, proposals.show);
  command('approve', decision, proposals.approveOf);
  command('return', decision, proposals.returnOf);
  command(
    'issue',
    (one) =>
      making(
        on(
          documents(
            one
              .argument('[roles...]', say('arguments.roles'))
              .option('--all', say('options.all'))
              .option('--department <id>', say('options.department'))
              .option('--person <who>', say('options.person')),
          ).option('--request', say('options.thenRequest')),
        ),
      ),
    papers.issueOf,
  );
  command(
    'batch',
    (one) => making(on(documents(list(one.argument('<list>', say('arguments.listToIssue'))).option('--role <id>', say('options.rowRole'))))),
    papers.batchOf,
  );
  command(
    'documents',
    (one) => one.option('--role <id>', say('options.role')).option('--kind <kind>', say('options.oneKind')),
    papers.documents,
  );
  command(
    'request',
    (one) =>
      scope(persons(one))
        .option('--kind <kind>', say('options.oneKind'))
        .option('--method <in-person|paper|link>', say('options.method'))
        .option('--due <date>', say('options.due')),
    requests.requestOf,
  );
  command(
    'contact',
    (one) => person(one).option('--email <address>', say('options.email')).option('--phone <number>', say('options.phone')),
    distance.contactOf,
  );
  command('link', (one) => out(request(one)).option('--revoke', say('options.revoke')), distance.linkOf);
  command(
    'mail',
    (one) =>
      one.option('--test <address>', say('options.testMail')).option('--state <queued|sent|refused|failed>', say('options.mailState')),
    distance.mailOf,
  );
  command(
    'plan',
    (one) =>
      person(one.argument(`<${plan.planDeeds}>`, say('arguments.planDeed')))
        .argument('[task]', say('arguments.planTask'))
        .option('--on <date>', say('options.planOn'))
        .option('--role <id>', say('options.role'))
        .option('--mentor <name>', say('options.planMentor'))
        .option('--head <name>', say('options.planHead'))
        .option('--email <address>', say('options.email'))
        .option('--phone <number>', say('options.phone'))
        .option('--note <words>', say('options.planNote'))
        .option('--result <passed|failed>', say('options.planResult'))
        .option('--undo', say('options.planUndo'))
        .option('--for <new-hire|mentor|head|calendar>', say('options.planFor'))
        .option('--reason <words>', say('options.reason'))
        .option('--yes', say('options.yesPlan')),
    plan.planOf,
  );
  command('remind', (one) => one.option('--dry-run', say('options.dryRun')), distance.remindOf);
  command('evidence', (one) => out(request(one)), distance.evidenceTo);
  command(
    'package',
    (one) =>
      on(
        out(
          one
            .argument('<paper>', say('arguments.packedPaper'))
            .argument('[person]', say('arguments.packedPerson'))
            .option('--employer-signature <file>', say('options.employerSignature'))
            .option('--employer-signed <date>', say('options.employerSigned'))
            .option('--employer-post <title>', say('options.employerPost'))
            .option('--employee-signature <file>', say('options.employeeSignature'))
            .option('--employee-signed <date>', say('options.employeeSigned'))
            .option('--snils <number>', say('options.snils'))
            .option('--code <code>', say('options.packageCode')),
        ),
      ).option('--force', say('options.force')),
    packageOf,
  );
  command('open', request, requests.openOf);
  command(
    'acknowledge',
    (one) =>
      on(request(one))
        .option('--identified-by <words>', say('options.identifiedBy'))
        .option('--disagrees <words>', say('options.disagrees'))
        .option('--undo', say('options.undoAcknowledgement'))
        .option('--reason <words>', say('options.reason'))
        .option('--second <name>', say('options.second')),
    answers.acknowledge,
  );
  command('paper', (one) => out(scope(persons(one)).option('--kind <kind>', say('options.oneKind'))), answers.printSheets);
  command(
    'scan',
    (one) =>
      one
        .argument('<file>', say('arguments.scan'))
        .argument('[person]', say('arguments.person'))
        .argument('[paper]', say('arguments.paper'))
        .option('--code <code>', say('options.code')),
    answers.scanOf,
  );
  command('check', (one) => on(request(one)).option('--reject <reason>', say('options.reject')), answers.check);
  command(
    'refuse',
    (one) =>
      out(
        on(request(one))
          .option('--reason <words>', say('options.reason'))
          .option('--witness <name>', say('options.witness'), each)
          .option('--close', say('options.close'))
          .option('--amend', say('options.amend'))
          .option('--yes', say('options.yesRefused')),
      ),
    answers.refuseOf,
  );
  command('cancel', (one) => request(one).requiredOption('--reason <words>', say('options.reason')), requests.cancelOf);
  command('expire', (one) => scope(persons(one)).option('--kind <kind>', say('options.oneKind')), requests.expireOf);
  command(
    'void',
    (one) =>
      one
        .argument('<document>', say('arguments.document'))
        .requiredOption('--reason <words>', say('options.reason'))
        .option('--second <name>', say('options.second'))
        .option('--yes', say('options.yesVoid')),
    papers.voidOf,
  );
  command(
    'status',
    (one) =>
      scope(persons(one))
        .option('--kind <kind>', say('options.oneKind'))
        .option('--overdue', say('options.overdue'))
        .option('--standing <standings>', say('options.standing')),
    tell.status,
  );
  command(
    'changes',
    (one) => on(scope(one).option('--kind <kinds>', say('options.kind')).option('--locale <locales>', say('options.locale'))),
    tell.changes,
  );
  command(
    'journal',
    (one) =>
      out(scope(one))
        .option('--from <date>', say('options.from'))
        .option('--to <date>', say('options.to'))
        .option('--format <formats>', say('options.journalFormat'))
        .option('--locale <locale>', say('options.oneLocale'))
        .option('--force', say('options.force')),
    tell.journal,
  );
  command('export', (one) => person(one).option('--out <file>', say('options.zip')).option('--force', say('options.force')), keep.exportOf);
  command(
    'erase',
    (one) =>
      person(one)
        .option('--name <name>', say('options.alsoNamed'), each)
        .option('--dry-run', say('options.dryRun'))
        .option('--log <file>', say('options.log'))
        .option('--yes', say('options.yesErase')),
    keep.eraseOf,
  );
  const reason = (one: Command): Command => person(one).requiredOption('--reason <words>', say('options.reason'));
  command('hold', reason, (who: string, options: CommonOptions & { reason: string }, at: Counter) => keep.holdOf('held', who, options, at));
  command('release', reason, (who: string, options: CommonOptions & { reason: string }, at: Counter) =>
    keep.holdOf('released', who, options, at),
  );
  command('anchor', (one) => one.requiredOption('--to <file>', say('options.sink')), whole.anchorOf);
  command('verify', (one) => one.option('--anchors <file>', say('options.anchors')), whole.verifyOf);
  command('backup', (one) => one.argument('<folder>', say('arguments.backupFolder')), whole.backup);
  command(
    'restore',
    (one) => one.argument('<folder>', say('arguments.restoreFolder')).option('--erasures <file>', say('options.erasures')),
    whole.restoreOf,
  );
  return program;
}
