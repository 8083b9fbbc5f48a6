/** What the screens of those who look after the service ask: its state, back-ups, mails, the seal, what may go, and the first steps. */
import { noteDeed } from '../access/audit.js';
import { hasBegun } from '../register/begin.js';
import { diagnosticsOf } from '../register/told.js';
import { brandOf, writeBrand } from '../studio/brand.js';
import type { AskedBrand } from '../studio/brand.js';
import { countriesOf } from '../studio/countries.js';
import { writeFirm } from '../studio/hr/firm.js';
import type { AskedFirm } from '../studio/hr/firm.js';
import { wording } from '../studio/titles.js';
import type { Studio } from '../studio/studio.js';
import { warnFrom } from './care.js';
import type { Backups, Care, MailServer, SealCard, Told } from './care.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { beginRegister, changing, once, reading, work } from './studio-route.js';
import type { BackupMade } from './tasks-care.js';

/** The last mail that was to show whether mails arrive. */
export interface TestMail {
  readonly to: string;
  readonly at: string;
  readonly state: 'queued' | 'sent' | 'refused' | 'failed';
  readonly answer: string | null;
}

export interface ServiceShown {
  readonly version: string;
  readonly events: number;
  readonly backups: Backups;
  readonly mail: Told<MailServer>;
  /** How many mails wait for the program that sends them. */
  readonly waiting: number;
  readonly lastTest: TestMail | null;
  readonly seal: Told<SealCard | 'none'>;
  /** Days before the end of the certificate from which it is told. */
  readonly warnFrom: number;
}

export interface FirstSteps {
  readonly organisation: string | null;
  readonly countries: readonly { readonly id: string; readonly name: string }[];
  readonly brand: AskedBrand;
  readonly registerBegun: boolean;
  /** Accounts of people who do more than administer; null at one’s own desk, where there are none. */
  readonly accounts: number | null;
  readonly mail: boolean;
  readonly mailTested: boolean;
  readonly seal: boolean;
  readonly backedUp: boolean;
}

export function careRoutes(care: Care, studio: Studio): readonly Route[] {
  const mailState = (asked: Asked): Promise<Told<MailServer>> => told(asked, async () => care.mailServer(asked.setting()));
  const sealState = (asked: Asked): Promise<Told<SealCard | 'none'>> =>
    told(asked, async () => (await care.sealCard(asked.setting())) ?? 'none');

  return [
    reading('care-service', 'care/service', 'service.manage', {}, async (asked): Promise<ServiceShown> => {
      const { storage, version } = asked.service;
      return {
        ...{ version, warnFrom, backups: care.backups(), events: (await storage.read.head()).seq },
        ...{ mail: await mailState(asked), seal: await sealState(asked) },
        ...(await mailsOf(asked)),
      };
    }),
    changing('care-verify', 'care/verify', 'register.verify', null, (asked) =>
      work<object>(asked, 'hr-verify', { now: asked.service.edge.now().toISOString() }),
    ),
    once(
      changing('care-back-up', 'care/back-up', 'service.manage', null, async (asked) => {
        const made = await work<BackupMade>(asked, 'care-back-up', { folder: care.newBackup() });
        await note('backed-up', asked);
        return made;
      }),
    ),
    once(
      changing('care-mail', 'care/mail', 'service.manage', 'studio#MailTest', async (asked) => {
        const id = await care.testMail(bodyOf<{ to: string }>(asked).to, asked.setting());
        await note('mail-tested', asked);
        return { id };
      }),
    ),
    reading('care-retention', 'care/retention', 'service.manage', {}, (asked) =>
      work<object>(asked, 'care-retention', { withNames: visitorOf(asked).reach('people.read') === 'everywhere' }),
    ),
    reading('care-steps', 'care/steps', 'service.manage', {}, async (asked): Promise<FirstSteps> => {
      const { storage } = asked.service;
      const { organisation } = studio.workplace([]);
      const isDesk = visitorOf(asked).account === null;
      const [mail, seal, { lastTest }] = [await mailState(asked), await sealState(asked), await mailsOf(asked)];
      return {
        organisation: organisation ? wording(organisation.shortName ?? organisation.name, asked.language) : null,
        countries: countriesOf(asked.language, studio),
        brand: brandOf(studio),
        registerBegun: await hasBegun(storage.read),
        accounts: isDesk ? null : await workingAccounts(asked),
        ...{ mail: mail.value !== null, mailTested: lastTest?.state === 'sent' },
        seal: seal.value !== null && seal.value !== 'none',
        backedUp: care.backups().kept.some((one) => one.note !== null),
      };
    }),
    changing('care-firm', 'care/firm', 'service.manage', 'studio-hr#HrFirm', (asked) => {
      writeFirm(bodyOf<AskedFirm>(asked), studio);
      return {};
    }),
    changing('care-brand', 'care/brand', 'service.manage', 'studio#Brand', (asked) => {
      writeBrand(bodyOf<AskedBrand>(asked), studio);
      return {};
    }),
    changing('care-begin', 'care/register', 'service.manage', null, async (asked) => ({ begun: await beginRegister(asked) })),
  ];
}

/** What is asked for, or why it is not to be had, in the words of whoever asks. A fault is thrown on. */
async function told<T>(asked: Asked, ask: () => Promise<T>): Promise<Told<T>> {
  try {
    return { value: await ask(), wrong: null };
  } catch (error) {
    const diagnostics = diagnosticsOf(error);
    if (diagnostics === null) throw error;
    const { plain } = asked.service.texts(asked.language).telling;
    return { value: null, wrong: plain(diagnostics).map(({ code, message, hint }) => ({ code, message, hint })) };
  }
}

async function mailsOf({ service: { storage } }: Asked): Promise<Pick<ServiceShown, 'waiting' | 'lastTest'>> {
  return await storage.look(async (db) => {
    const { waiting } = await db
      .selectFrom('mail')
      .select((one) => one.fn.countAll<number | string>().as('waiting'))
      .where('state', '=', 'queued')
      .executeTakeFirstOrThrow();
    const last = await db
      .selectFrom('mail')
      .select(['recipient', 'created_at', 'state', 'answer'])
      .where('kind', '=', 'test')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .executeTakeFirst();
    const lastTest = last && { to: last.recipient, at: last.created_at, state: last.state as TestMail['state'], answer: last.answer };
    return { waiting: Number(waiting), lastTest: lastTest ?? null };
  });
}

/** Accounts that may do more than administer. */
async function workingAccounts({ service: { storage } }: Asked): Promise<number> {
  const { count } = await storage.look((db) =>
    db
      .selectFrom('access_grant')
      .select((one) => one.fn.count<number | string>('account').distinct().as('count'))
      .where('role', '!=', 'administrator')
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

/** Notes who did something to the whole. */
async function note(deed: 'backed-up' | 'mail-tested', asked: Asked): Promise<void> {
  const { storage, edge } = asked.service;
  await storage.change((db) => noteDeed({ account: visitorOf(asked).actor.id, deed, objects: ['register'] }, edge, db));
}
