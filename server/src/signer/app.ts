/**
 * The pages of people who answer by a link. A link is only looked at by GET; what is sent with it begins a session for its one request,
 * in which the person shows who they are, reads and answers. Every form bears a token; a page that cannot be shown says so calmly and
 * gives nothing away.
 */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { locales, Refusal } from 'rolewright';
import { plainWords } from '../life/plain-text.js';
import type { ShellEnv } from '../http/app.js';
import { dropCookie, readCookie, writeCookie } from '../http/cookies.js';
import { styleSheet } from '../http/style.js';
import type { State } from '../life/transitions.js';
import { noticesOf } from '../post/letters.js';
import { putMail } from '../post/outbox.js';
import { askByLink, evidencePage, openByLink } from '../register/by-link.js';
import { nameIn } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { linkOf, secretIn } from '../register/links.js';
import { answer } from './answer.js';
import { Calm } from './layout.js';
import { Done, Identify, Landing, Read, TypeCode } from './pages.js';
import type { Identifying, Reading } from './pages.js';
import { shownPaper } from './paper.js';
import { pinFault } from './pins.js';
import { choosePin, endedByWrong, forgetTries, isPin, limits, mayTry, pinSetAt, useCode } from './proof.js';
import { endSession, noteProof, sessionOf } from './session.js';
import { addressesOf, begin, formOf, hereOf, home, Instead, linkFor, localeFor, sent, viewIn } from './visit.js';
import type { C, Here, SignerOptions } from './visit.js';

export type { SignerOptions };

export function signerApp(options: SignerOptions): Hono<ShellEnv> {
  const app = new Hono<ShellEnv>();
  const here = (c: C): Promise<Here> => hereOf(c, options);

  const instead = (c: C, { calm, status, facts }: Instead) =>
    c.html(Calm({ view: viewIn(c, localeFor(c)), name: calm, facts }) as never, status);

  app.use(async (c, next) => {
    const wanted = c.req.query('l');
    if (locales.some((one) => one === wanted)) writeCookie(c, 'language', { value: wanted ?? '', sameSite: 'Lax' });
    // Nothing of an address is told to other sites; without any origin browsers would not say either that a form is ours.
    c.header('Referrer-Policy', 'same-origin');
    await next();
  });
  app.onError((error, c) => {
    if (error instanceof Instead) return instead(c, error);
    // What the register refuses now has been decided elsewhere meanwhile.
    if (error instanceof Refusal && error.diagnostics.every(({ code }) => code.startsWith('register/')))
      return instead(c, new Instead('closed', 410));
    throw error;
  });

  const tooMany = (what: keyof typeof limits): Instead => new Instead('tries', 429, { minutes: String(limits[what].within) });

  async function identify(c: C, at: Here, fault?: string) {
    const { session, meant, view } = at;
    const addresses = addressesOf(at);
    const hasPin = (await at.setting.storage.look((db) => pinSetAt(meant.person.id, db))) !== null;
    const way: Identifying['way'] =
      session.row.code_to !== null && fault !== 'pin'
        ? 'code'
        : hasPin
          ? 'pin'
          : session.link.channel === 'mail'
            ? 'choose'
            : addresses.length > 0
              ? 'send'
              : 'hand';
    const page = Identify({
      ...{ view, token: session.token, way, by: session.link.given, codeTo: addresses.map(({ shown }) => shown) },
      name: nameIn(meant.person, view.locale),
      ...(way === 'code' && { codeTo: [session.row.code_to ?? ''] }),
      ...(fault !== undefined && { fault }),
    });
    return c.html(page as never, fault === undefined ? 200 : 422);
  }

  async function read(c: C, { session, meant, setting, view }: Here, more: Pick<Reading, 'fault'> = {}) {
    const paper = await shownPaper(meant, view.locale, setting, c.var.service.own);
    const asked = c.req.query('asked') === '1';
    return c.html(Read({ view, token: session.token, paper, asked, ...more }) as never, more.fault ? 422 : 200);
  }

  async function done(c: C, { session, meant, setting, view, distance }: Here) {
    const paper = await shownPaper(meant, view.locale, setting, c.var.service.own);
    const record = (await evidencePage(meant.request.id, setting)) !== null;
    const local = meant.person.known?.zone ?? distance.zone;
    return c.html(Done({ view, token: session.token, paper, record, zone: local }) as never);
  }

  app.get('/style.css', (c) => styleSheet(c, 'signer'));

  app.get('/', async (c) => {
    const { storage } = c.var.service;
    if (readCookie(c, 'signer') === undefined) return c.html(TypeCode({ view: viewIn(c, localeFor(c)) }) as never);
    if (!(await sessionOf(readCookie(c, 'signer'), storage))) {
      dropCookie(c, 'signer');
      throw new Instead('over', 403);
    }
    const at = await here(c);
    if (at.session.row.proof === null) return await identify(c, at);
    const state = at.meant.request.state as State<'request'>;
    if (state === 'acknowledged' || at.session.link.purpose === 'copy' || (state === 'declined' && c.req.query('done') === '1'))
      return await done(c, at);
    if (!unsigned.includes(state)) throw new Instead('closed', 410);
    return await read(c, at);
  });

  app.post('/', async (c) => {
    const { storage } = c.var.service;
    if (!(await mayTry('type', digest(c.var.seen.from), storage))) throw tooMany('type');
    const secret = secretIn((await formOf(c))('code'));
    const found = await storage.look((db) => linkOf(secret, storage.edge.now(), db));
    if (found.state === 'unknown') {
      const view = viewIn(c, localeFor(c));
      return c.html(TypeCode({ view, fault: view.say('faults.type') }) as never, 422);
    }
    return await begin(c, secret);
  });

  /** Shown by PIN or code, or by nothing but the slip; then the paper is opened. */
  async function proved(c: C, at: Here, proof: 'pin' | 'code' | 'hand') {
    const { storage } = at.setting;
    await storage.change((db) => noteProof(at.session.row.id, proof, storage.edge.now(), db));
    if (at.session.link.purpose === 'answer') await openByLink(at.meant, at.setting);
    return home(c);
  }

  /** Asks once more, as long as it was not wrong too often. */
  async function wrong(c: C, at: Here, fault: 'pin' | 'code') {
    const { meant, setting } = at;
    const { storage } = setting;
    const ended = await endedByWrong(meant.request.id, storage, async (db) => {
      for (const notice of await noticesOf('spent', meant, '', setting)) await putMail(notice, storage, db);
    });
    if (!ended) return await identify(c, at, fault);
    c.var.service.log({ level: 'warning', event: 'link-ended', request: meant.request.id, from: c.var.seen.from });
    dropCookie(c, 'signer');
    throw new Instead('spent', 410);
  }

  app.post('/pin', async (c) => {
    const at = await here(c);
    const form = await sent(c, at);
    const { storage } = at.setting;
    const { id } = at.meant.person;
    if (!(await mayTry('pin', id, storage))) throw tooMany('pin');
    if (!(await isPin(id, form('pin'), storage, options.pinCost))) return await wrong(c, at, 'pin');
    await storage.change((db) => forgetTries('pin', id, db));
    return await proved(c, at, 'pin');
  });

  app.post('/choose', async (c) => {
    const at = await here(c);
    const form = await sent(c, at);
    // Whoever holds a slip that was handed over has shown nothing yet.
    if (at.session.link.channel !== 'mail') throw new Instead('stranger', 403);
    const pin = form('pin');
    const fault = pinFault(pin, knownOf(at.meant.person)) ?? (pin === form('again') ? null : 'different');
    if (fault !== null) return await identify(c, at, fault);
    if (!(await choosePin(at.meant.person.id, pin, at.setting.storage, options.pinCost))) return home(c);
    return await proved(c, at, 'pin');
  });

  app.post('/send', async (c) => {
    const at = await here(c);
    const form = await sent(c, at);
    const { storage } = at.setting;
    const { person } = at.meant;
    const to = addressesOf(at)[form('way') === '1' ? 1 : 0];
    if (!to) return home(c);
    if (!(await mayTry('send', person.id, storage))) throw tooMany('send');
    const facts = { session: at.session.row.id, organisation: at.view.organisation };
    await storage.change(async (db) => {
      await putMail({ kind: 'code', recipient: to.address, locale: at.view.locale, facts, person: person.id }, storage, db);
      await db.updateTable('signer_session').set({ code_to: to.shown }).where('id', '=', at.session.row.id).execute();
    });
    return home(c);
  });

  app.post('/code', async (c) => {
    const at = await here(c);
    const form = await sent(c, at);
    const { storage } = at.setting;
    const session = at.session.row.id;
    if (!(await mayTry('code', session, storage))) throw tooMany('code');
    if (!(await storage.change((db) => useCode(session, form('code'), storage, db)))) return await wrong(c, at, 'code');
    return await proved(c, at, 'code');
  });

  app.post('/go', async (c) => {
    const at = await here(c);
    await sent(c, at);
    const hasPin = (await at.setting.storage.look((db) => pinSetAt(at.meant.person.id, db))) !== null;
    // Only where there is nothing by which the person could show more.
    if (at.session.link.channel !== 'hand' || hasPin || addressesOf(at).length > 0) throw new Instead('stranger', 403);
    return await proved(c, at, 'hand');
  });

  app.post('/leave', async (c) => {
    const at = await here(c);
    await sent(c, at);
    await endSession(at.session.row.id, at.setting.storage);
    dropCookie(c, 'signer');
    return c.html(Calm({ view: viewIn(c, at.view.locale), name: 'left' }) as never);
  });

  /** Whoever has shown who they are, in a session that is there to answer. */
  async function answerer(c: C): Promise<{ readonly at: Here; readonly form: (name: string) => string }> {
    const at = await here(c);
    const form = await sent(c, at);
    if (at.session.row.proof === null || at.session.link.purpose !== 'answer') throw new Instead('stranger', 403);
    return { at, form };
  }

  app.post('/acknowledge', async (c) => {
    const { at } = await answerer(c);
    return await answer(c, at, 'acknowledged', '');
  });

  app.post('/disagree', async (c) => {
    const { at, form } = await answerer(c);
    const words = plainWords(form('words'));
    if (words === '') return await read(c, at, { fault: { at: 'disagree', code: 'words' } });
    return await answer(c, at, 'declined', words);
  });

  app.post('/ask', async (c) => {
    const { at, form } = await answerer(c);
    const { meant, setting, view } = at;
    const question = plainWords(form('words'));
    if (question === '') return await read(c, at, { fault: { at: 'ask', code: 'words' } });
    await askByLink(meant, { question, locale: view.locale }, setting, async (tx) => {
      for (const notice of await noticesOf('question', meant, question, setting)) await putMail(notice, setting.storage, tx.db);
    });
    return c.redirect(`${c.var.service.placement.basePath}/s?asked=1`, 303);
  });

  const pdf = (c: C, bytes: Uint8Array, name: string) =>
    c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
    });

  app.get('/copy.pdf', async (c) => {
    const { session, meant, setting } = await here(c);
    if (session.row.proof === null) throw new Instead('over', 403);
    const file = (await setting.storage.read.documentFiles(meant.document.id)).find(({ format }) => format === 'pdf');
    if (!file) throw new Instead('closed', 410);
    return pdf(c, await setting.storage.files.read(file.sha256), 'document');
  });

  app.get('/record.pdf', async (c) => {
    const { session, meant, setting } = await here(c);
    if (session.row.proof === null) throw new Instead('over', 403);
    const sha256 = await evidencePage(meant.request.id, setting);
    if (sha256 === null) return home(c);
    return pdf(c, await setting.storage.files.read(sha256), 'answer');
  });

  app.get('/:secret', async (c) => {
    const secret = c.req.param('secret');
    await linkFor(c, secretIn(secret));
    return c.html(Landing({ view: viewIn(c, localeFor(c)), secret }) as never);
  });
  app.post('/:secret', (c) => begin(c, secretIn(c.req.param('secret'))));

  return app;
}

/** What others know of somebody, and would try as a PIN. */
const knownOf = ({ known, externalId }: Someone): string[] =>
  [externalId, known?.phone, known?.email?.split('@')[0], ...(known ? wordsOf(known.names) : [])].filter((one) => typeof one === 'string');

/** All words of a name, in whatever languages it is spelt. */
const wordsOf = (names: object): string[] =>
  Object.values(names).flatMap((one: unknown) => (typeof one === 'string' ? [one] : typeof one === 'object' && one ? wordsOf(one) : []));

/** States in which an answer can be given. */
const unsigned: readonly State<'request'>[] = ['requested', 'opened', 'printed', 'declined'];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
