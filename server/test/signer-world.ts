/** A firm whose people answer at a distance: a project, a register, a mail server that takes notes, and the service on a real port. */
import { cpSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { openProject } from '../src/cli/project.js';
import { openApp } from '../src/http/app.js';
import { trustsNobody } from '../src/http/address.js';
import { listen } from '../src/http/listen.js';
import type { Door, Service } from '../src/http/service.js';
import { openTexts } from '../src/http/texts.js';
import { signerApp } from '../src/signer/app.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { ownFolder } from './service.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;

/** What hashing a PIN costs here: what production pays would be most of the time of the tests. */
export const pinCost = { N: 16, r: 8, p: 1 };

export interface TakenMail {
  readonly to: string;
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
}

export interface MailServer {
  readonly mails: TakenMail[];
  readonly port: number;
  /** What it answers to a recipient: 550 for good, 450 for now; nothing takes the mail. */
  answer: (to: string) => 550 | 450 | null;
  close(): Promise<void>;
}

/** Decodes what mails are written in: quoted-printable or base64, in UTF-8. */
function partOf(raw: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const part = boundary === undefined ? raw : (raw.split(`--${boundary}`).find((one) => one.includes(`Content-Type: ${type}`)) ?? '');
  const [head = '', ...rest] = part.replace(/\r\n/g, '\n').trimStart().split('\n\n');
  const body = rest.join('\n\n');
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const unfolded = (words: string): string =>
  words.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );

export async function openMailServer(): Promise<MailServer> {
  const mails: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const code = made.answer(address);
      done(code === null ? null : Object.assign(new Error(code === 550 ? 'No such user here' : 'Try again later'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        mails.push({
          ...{ raw, to: session.envelope.rcptTo[0]?.address ?? '', text: partOf(raw, 'text/plain') },
          id: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
          subject: unfolded(/^Subject: ((?:.*(?:\r?\n[ \t].*)*))/im.exec(raw)?.[1] ?? ''),
        });
        done(null, 'kept');
      });
    },
  });
  // Whoever is killed in the middle hangs up.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const made: MailServer = {
    mails,
    port: (server.server.address() as AddressInfo).port,
    answer: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return made;
}

export const people = [
  { number: '00101', last: 'Ivanova', name: 'Иванова Анна Петровна', gender: 'female', language: 'ru', email: 'anna.ivanova@example.org' },
  { number: '00102', last: 'Petrov', name: 'Петров Пётр Ильич', gender: 'male', language: 'ru', email: 'petrov@example.org' },
  { number: '00103', last: 'Sharma', name: 'Priya Sharma', gender: 'female', language: 'en', email: 'priya@example.org' },
  { number: '00104', last: 'Webb', name: 'Marcus Webb', gender: 'male', language: 'en', email: '' },
  { number: '00105', last: 'Vries', name: 'Jan de Vries', gender: 'male', language: 'nl', email: 'jan@example.org' },
  { number: '00106', last: 'Bakker', name: 'Sanne Bakker', gender: 'female', language: 'nl', email: 'sanne@example.org' },
] as const;

export const organisationOf = (country: string, address: string): string => `schema: 2
name: { ru: 'ООО «Северный ветер»', en: 'Northwind Ltd', nl: 'Noordenwind BV' }
place: { ru: 'г. Санкт-Петербург', en: 'St Petersburg', nl: 'Sint-Petersburg' }
jurisdiction: ${country}
languages: [ru, en, nl]
posts:
  general-director:
    title: { ru: генеральный директор, en: managing director, nl: directeur }
    holder: { ru: { last: Лебедева, first: Марина, middle: Викторовна }, en: { last: Lebedeva, first: Marina }, nl: { last: Lebedeva, first: Marina } }
    holderGender: female
  head-of-sales:
    title: { ru: начальник отдела продаж, en: head of sales, nl: hoofd verkoop }
    holder: { ru: { last: Соколов, first: Андрей, middle: Ильич }, en: { last: Sokolov, first: Andrey }, nl: { last: Sokolov, first: Andrej } }
    holderGender: male
    email: head@example.org
  head-of-hr:
    title: { ru: начальник отдела кадров, en: head of personnel, nl: hoofd personeelszaken }
    holder: { ru: { last: Ким, first: Ольга, middle: Павловна }, en: { last: Kim, first: Olga }, nl: { last: Kim, first: Olga } }
    holderGender: female
    email: kadry@example.org
    phone: '+7 812 000-00-00'
signatories: { approver: general-director, hr: head-of-hr }
departments:
  - { id: sales, name: { ru: отдел продаж, en: sales, nl: verkoop }, head: head-of-sales }
distance:
  address: ${address}
  zone: Europe/Moscow
  regulation: { name: { ru: Положение об электронном документообороте, en: Rules on electronic documents, nl: Regeling elektronische documenten }, number: '7', date: 2026-01-12 }
`;

/** Nobody of the firm comes in here: only those who answer. */
const closed = { recognise: async () => null, routes: [], hosts: [] } as unknown as Door;

export interface World {
  readonly hr: Visiting;
  readonly mail: MailServer;
  readonly address: string;
  readonly edge: ReturnType<typeof madeEdge>;
  readonly storage: Storage;
  readonly log: object[];
  /** The links that somebody was sent, the last one first. */
  linksOf(email: string): string[];
  /** Another day for all. */
  day(day: string): void;
  close(): Promise<void>;
}

/** Six people in three languages, with papers issued on 1 December 2026. */
export async function openWorld({
  country = 'ru',
  postgres,
}: {
  country?: 'ru' | 'nl' | 'gb';
  postgres?: string | undefined;
} = {}): Promise<World> {
  const mail = await openMailServer();
  const edge = madeEdge('distance', '2026-12-01T08:00:00.000Z');
  const environment: Record<string, string> = { SMTP_URL: `smtp://127.0.0.1:${mail.port}?security=none`, MAIL_FROM: 'kadry@example.org' };
  if (postgres !== undefined) environment['DATABASE_URL'] = postgres;
  const hr = visiting({ environment, clock: edge });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  const address = 'http://127.0.0.1';
  hr.write('organisation.yaml', organisationOf(country, address));
  cpSync(join(root, 'roles/sales-manager.yaml'), join(hr.folder, 'roles/sales-manager.yaml'));
  hr.write(
    'staff.csv',
    `name,personnel number,role,department,gender,language,e-mail,hire date\n${people
      .map((one) => [one.name, one.number, 'sales-manager', 'sales', one.gender, one.language, one.email, '2026-11-02'].join(','))
      .join('\n')}\n`,
  );
  await hr.data('init');
  await hr.data('people staff.csv');
  await hr.data('issue --all --on 2026-12-01 --format pdf,docx');
  const target = { folder: join(hr.folder, 'register'), ...(postgres !== undefined && { postgres }) };
  const storage = await openStorage(target, edge);
  const project = openProject({ folder: hr.folder, project: '.', target }, edge.now);
  let today = '2026-12-01';
  const log: object[] = [];
  const service: Service = {
    ...{ storage, edge, own: ownFolder, version: '0.0.0', door: closed, texts: openTexts(ownFolder), desk: project.desk },
    placement: { basePath: '', origin: null, trusts: trustsNobody },
    crew: { run: () => Promise.reject(new Error('no crew here')), close: async () => {} },
    log: (entry) => void log.push(entry),
    today: () => today,
    setting: (actor, language) => project.setting(actor, language, today, storage),
    noteReading: async () => {},
    isLeaving: () => false,
  };
  const app = openApp(service, [], [{ path: '/s', app: signerApp({ environment, zone: 'Europe/Moscow', pinCost }) }]);
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  environment['ROLEWRIGHT_ADDRESS'] = listening.address;
  return {
    ...{ hr, mail, edge, storage, log },
    address: listening.address,
    linksOf: (email) =>
      mail.mails
        .filter(({ to }) => to === email)
        .flatMap(({ text }) => [...text.matchAll(/https?:\/\/\S+\/s\/[\w-]+/g)].map(([link]) => link))
        .reverse(),
    day(day) {
      hr.day(day);
      today = day;
    },
    async close() {
      await listening.leave(1000);
      await storage.close();
      await mail.close();
      rmSync(hr.folder, { recursive: true, force: true });
    },
  };
}
