/** `register contact`, `link`, `mail`, `remind` and `evidence`: answers at a distance. */
import { handLink } from '../../post/hand-link.js';
import { namesWithout, remind } from '../../post/remind.js';
import { testMail } from '../../post/test-mail.js';
import { evidenceFile, evidencePage } from '../../register/by-link.js';
import { readEvidence } from '../../register/evidence.js';
import { nameIn, paperLabel, personMeant, requestMeant } from '../../register/find.js';
import { revokeLinks } from '../../register/links.js';
import { setContact } from '../../register/contact.js';
import { toRemind } from '../../register/remind.js';
import { refusal } from '../../register/setting.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { certificateBytes, distanceFor, warnWithout } from './by-link.js';
import { sealingLater } from './papers.js';

export interface ContactOptions extends CommonOptions {
  readonly email?: string;
  readonly phone?: string;
}

export const contactOf = (written: string, { email, phone, ...options }: ContactOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const person = await personMeant(written, setting);
    const contact = {
      ...(email !== undefined && { email: email === '' ? null : email }),
      ...(phone !== undefined && { phone: phone === '' ? null : phone }),
    };
    if (Object.keys(contact).length > 0) await setContact(person, contact, setting);
    const now = await personMeant(person.id, setting);
    const known = { email: now.known?.email ?? null, phone: now.known?.phone ?? null };
    return {
      data: { person: person.id, ...known },
      lines: [known.email ?? '–', known.phone ?? '–'],
      ...(Object.keys(contact).length > 0 && { note: counter.say('told.contact', { person: nameIn(person, counter.language) }) }),
    };
  });

export interface LinkOptions extends CommonOptions {
  readonly revoke?: boolean;
  readonly out?: string;
}

/** Prints a link to hand over, or revokes all that are out. */
export const linkOf = (written: string, paper: string | undefined, options: LinkOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const meant = await requestMeant({ person: written, paper, states: ['requested', 'opened', 'printed', 'declined'] }, setting);
    const { request, document, person } = meant;
    const { storage } = setting;
    const names = { person: nameIn(person, counter.language), paper: paperLabel(document, setting) };
    if (options.revoke) {
      const n = await storage.change((db) => revokeLinks({ request: request.id }, storage.edge.now(), db));
      return { data: { request: request.id, revoked: n }, note: counter.say('told.revoked', { ...names, n }) };
    }
    const { bytes, until } = await handLink(meant, { distance: distanceFor(setting, counter), own: counter.own }, setting);
    const folder = options.out ?? setting.workplace.project?.out ?? 'out';
    const path = `link-${person.externalId ?? person.id.slice(0, 10)}-${request.id.slice(2, 8)}.pdf`;
    const files = counter.desk.workspace.writeAll([{ path, bytes }], { folder, force: true });
    // The code is on the slip alone: lists and logs of a command line are read by others too.
    return { data: { request: request.id, file: files[0], until }, lines: files, note: counter.say('told.slip', names) };
  });

export interface MailOptions extends CommonOptions {
  readonly test?: string;
  readonly state?: string;
}

/** The outbox, or a mail that shows whether mails arrive. */
export const mailOf = (options: MailOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { storage } = setting;
    const { say } = counter;
    if (options.test !== undefined) {
      const mail = await testMail(options.test, setting, counter.terminal.environment);
      return { data: { mail }, note: say('told.testMail', { address: options.test }) };
    }
    const rows = await storage.look((db) =>
      db
        .selectFrom('mail')
        .select(['id', 'kind', 'recipient', 'state', 'tries', 'created_at', 'answer'])
        .$if(options.state !== undefined, (query) => query.where('state', '=', options.state ?? ''))
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
    const lines = rows.map(({ kind, recipient, state, tries, created_at, answer }) => [
      created_at.slice(0, 16).replace('T', ' '),
      say(`mails.${kind}`),
      recipient,
      say(`mails.${state}`),
      String(tries),
      answer ?? '',
    ]);
    const head = [
      say('columns.date'),
      say('columns.mail'),
      say('columns.address'),
      say('columns.state'),
      say('columns.tries'),
      say('columns.answer'),
    ];
    return { data: { mails: rows }, lines: lines.length === 0 ? [] : table([head, ...lines]), note: say('told.mails', { n: rows.length }) };
  });

export const remindOf = (options: CommonOptions & { readonly dryRun?: boolean }, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { say, language } = counter;
    const people = await toRemind(setting);
    const lines = people.map(({ person, document, due }) => [
      person.externalId ?? person.id.slice(0, 10),
      nameIn(person, language),
      paperLabel(document, setting),
      due,
    ]);
    const shown =
      lines.length === 0 ? [] : table([[say('columns.number'), say('columns.person'), say('columns.paper'), say('columns.due')], ...lines]);
    if (options.dryRun) return { data: { reminders: people.map(({ request }) => request) }, lines: shown };
    const reminded = await remind(setting);
    const { sent } = reminded;
    warnWithout(namesWithout(reminded, setting), counter);
    return { data: { reminders: sent }, lines: shown, note: say('told.reminded', { n: sent.length }) };
  });

/** Writes the evidence of an answer: as data, and as a page to read. */
export const evidenceTo = (
  written: string,
  paper: string | undefined,
  options: CommonOptions & { readonly out?: string },
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const meant = await requestMeant({ person: written, paper, states: ['acknowledged', 'declined', 'refused'] }, setting);
    const sha256 = await evidenceFile(meant.request.id, setting);
    if (sha256 === null) throw refusal('register-no-evidence', { person: nameIn(meant.person, counter.language) });
    const bytes = await setting.storage.files.read(sha256);
    // The one that was made with the answer, and sealed where the organisation seals, if it is there already.
    const kept = await evidencePage(meant.request.id, setting);
    const page =
      kept === null
        ? await certificateBytes(bytes, sha256, sealingLater(setting, counter), counter)
        : await setting.storage.files.read(kept);
    const stem = `answer-${meant.person.externalId ?? meant.person.id.slice(0, 10)}-${meant.request.id.slice(2, 8)}`;
    const files = counter.desk.workspace.writeAll(
      [
        { path: `${stem}.json`, bytes },
        { path: `${stem}.pdf`, bytes: page },
      ],
      { folder: options.out ?? setting.workplace.project?.out ?? 'out', force: true },
    );
    return { data: { request: meant.request.id, sha256, files, evidence: readEvidence(bytes) }, lines: files };
  });
