/**
 * My first weeks: the plan of a newcomer by a secret link, for them, for their mentor and for their head. To look uses nothing up; what is
 * sent is written down in the name of whoever the link is for. Without a connection the device keeps what is ticked, and sends it later
 * with the time at which it was made.
 */
import { Hono } from 'hono';
import { createPhrases, fullName, locales, ownData, Refusal, spelt } from 'rolewright';
import { calendarSecret, isCalendarOpen } from '../access/plan-links.js';
import { plainWords } from '../life/plain-text.js';
import { isShownTo } from '../life/plan.js';
import type { Filed } from '../life/plan.js';
import type { ShellEnv } from '../http/app.js';
import { dispositionOf } from '../http/answer.js';
import { writeCookie } from '../http/cookies.js';
import { styleSheet } from '../http/style.js';
import { namesOf } from '../post/letters.js';
import { addressed } from '../post/mails.js';
import { cleanFile } from '../register/picture-facts.js';
import { notePlan, shownPlan } from '../register/plan.js';
import type { Made } from '../register/plan.js';
import { attachmentName, attachmentTypes, filesIn, keptAttachment, mostAttachments } from '../register/plan-files.js';
import { calendarOf } from './calendar.js';
import { Calm, Weeks } from './pages.js';
import { sheetFor } from './sheet.js';
import { formOf, hereOf, Instead, isMultipart, localeFor, viewIn } from './visit.js';
import type { C, Form, Here, WeeksOptions } from './visit.js';

export type { WeeksOptions };

/** What a form asks for, and how the page says what came of it; null for nothing. */
interface Noted {
  readonly deeds: readonly Made[];
  readonly did: 'ticked' | 'noted' | 'filed' | 'checked' | 'large' | 'kind' | 'many' | null;
}

/** A picture is shown, a PDF is handed over; as what they are, by no script and within no page. */
const headersOf = ({ type, name }: Pick<Filed, 'type' | 'name'>): Record<string, string> => ({
  'Content-Type': attachmentTypes[type],
  'Content-Disposition': type === 'pdf' ? dispositionOf(name) : dispositionOf(name).replace(/^attachment/, 'inline'),
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
});

/** Forms with a file that are read at a time. */
const mostAtOnce = 4;

/** What one plan takes within an hour: more than anybody ticks, fewer than would fill a disk. */
const mostInAnHour = 300;

export function weeksApp(options: WeeksOptions): Hono<ShellEnv> {
  const app = new Hono<ShellEnv>();
  let held = 0;

  app.use(async (c, next) => {
    const wanted = c.req.query('l');
    if (locales.some((one) => one === wanted)) writeCookie(c, 'language', { value: wanted ?? '', sameSite: 'Lax' });
    // The address is the key: nobody else is told of it, and without any origin browsers would not say that a form is ours.
    c.header('Referrer-Policy', 'same-origin');
    await next();
  });
  app.onError((error, c) => {
    if (!(error instanceof Instead)) throw error;
    return c.html(Calm({ view: viewIn(c, localeFor(c)), name: error.calm }) as never, error.status);
  });

  const text = (c: C, path: string, type: string, kept = 'public, max-age=3600'): Response =>
    c.body(c.var.service.own.readText(path), 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': kept });

  app.get('/style.css', (c) => styleSheet(c, 'weeks'));
  app.get('/weeks.js', (c) => text(c, 'pages/weeks.js', 'text/javascript'));
  app.get('/icon.svg', (c) => text(c, 'pages/weeks-icon.svg', 'image/svg+xml'));
  for (const size of ['192', '512'] as const)
    app.get(`/icon-${size}.png`, (c) =>
      c.body(c.var.service.own.readBytes(`pages/weeks-icon-${size}.png`) as Uint8Array<ArrayBuffer>, 200, {
        'Content-Type': 'image/png',
        'Cache-Control': 'public, max-age=3600',
      }),
    );

  app.get('/calendar/:file{[A-Za-z0-9_-]{43}\\.ics}', async (c) => {
    const here = await hereOf(c, c.req.param('file').slice(0, -4), 'calendar', options);
    return c.body(await calendarOf(here), 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });

  const secret = ':secret{[A-Za-z0-9_-]{43}}';
  app.get(`/${secret}`, (c) => c.redirect(`${c.var.service.placement.basePath}/w/${c.req.param('secret')}/`, 308));

  app.get(`/${secret}/`, async (c) => {
    const here = await hereOf(c, c.req.param('secret'), 'page', options);
    return await page(c, here);
  });

  async function page(c: C, here: Here): Promise<Response> {
    const { meant, setting, view, reader, zone } = here;
    const { storage, today } = setting;
    const plan = shownPlan(meant, setting, view.locale);
    const hasCalendar = await storage.look((db) => isCalendarOpen(here.secret, storage.edge.now(), db));
    const { origin } = c.var.seen;
    const calendar = hasCalendar ? `${origin}${view.base}/calendar/${calendarSecret(here.secret)}.ics` : null;
    const { person } = meant.holder;
    const mail = createPhrases(ownData(c.var.service.own, `locales/mail.${view.locale}.yaml`), view.locale);
    const names = {
      dear: addressed(namesOf(person, view.locale), mail),
      whole: person.known ? fullName(spelt(person.known.names, view.locale), view.locale) : '',
    };
    const did = { what: c.req.query('did') ?? '', task: c.req.query('task') ?? '' };
    return c.html(Weeks({ view, reader, meant, plan, sheet: sheetFor(plan, reader, today), today, zone, calendar, did, names }) as never);
  }

  app.get(`/${secret}/sw.js`, async (c) => {
    await hereOf(c, c.req.param('secret'), 'page', options);
    return text(c, 'pages/weeks-worker.js', 'text/javascript', 'no-cache');
  });

  app.get(`/${secret}/app.webmanifest`, async (c) => {
    const { view, reader } = await hereOf(c, c.req.param('secret'), 'page', options);
    const { base, say, locale } = view;
    const icon = (size: string) => ({ src: `${base}/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' });
    const manifest = {
      ...{
        name: say(`app.${reader === 'new-hire' ? 'own' : 'other'}`),
        short_name: say('app.short'),
        lang: locale,
        start_url: './',
        scope: './',
      },
      ...{ display: 'standalone', background_color: '#EEF2F6', theme_color: '#1B4B73' },
      icons: [icon('192'), icon('512'), { src: `${base}/icon.svg`, sizes: 'any', type: 'image/svg+xml' }],
    };
    return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' });
  });

  /** Notes what was sent, and goes back to the task; to a device that sends by itself it says only that it is kept. */
  async function note(c: C, made: (form: Form, here: Here) => Promise<Noted> | Noted): Promise<Response> {
    const here = await hereOf(c, c.req.param('secret') ?? '', 'page', options);
    const { meant, reader, name, setting } = here;
    const form = await formOf(c);
    const byDevice = form('mark') !== '';
    const item = form('item');
    if (meant.state.state === 'ended') throw new Instead('closed', 410);
    const since = new Date(setting.storage.edge.now().getTime() - 3_600_000).toISOString();
    const lately = meant.state.tasks
      .flatMap(({ ticks, notes, files, checks }) => [...ticks, ...notes, ...files, ...checks])
      .filter(({ received }) => received > since);
    if (lately.length >= mostInAnHour) throw new Instead('often', 429);
    const { deeds, did } = await made(form, here);
    try {
      if (deeds.length > 0) await notePlan(meant.state.id, deeds, { as: reader, name }, setting);
    } catch (error) {
      // The plan has changed since the page was made, or somebody sends what no page of ours has.
      if (!(error instanceof Refusal)) throw error;
      if (byDevice) return c.body(null, 409);
      throw new Instead('stranger', 403);
    }
    if (byDevice) return c.body(null, 204);
    const query = did === null ? '' : `?did=${did}&task=${encodeURIComponent(item)}`;
    // What was not taken is said on top of the page.
    const isAtTask = did === null || did === 'noted' || did === 'filed' || did === 'checked';
    return c.redirect(`${here.view.base}/${here.secret}/${query}#${isAtTask ? encodeURIComponent(item) : 'main'}`, 303);
  }

  /** What a device says of when and under which mark it was made. */
  const common = (form: Form) => ({
    item: form('item'),
    ...(form('made') !== '' && { made: form('made') }),
    ...(form('mark') !== '' && { mark: form('mark') }),
  });

  app.post(`/${secret}/tick`, (c) =>
    note(c, (form) => ({ deeds: [{ ...common(form), kind: form('done') === '1' ? 'task-ticked' : 'task-unticked' }], did: 'ticked' })),
  );

  /** Words, a file or both; the file comes without what a camera has written into it. */
  app.post(`/${secret}/note`, async (c) => {
    // A file is in memory whole; words alone keep nobody waiting.
    const room = isMultipart(c) ? 1 : 0;
    if (held + room > mostAtOnce) throw new Instead('often', 429);
    held += room;
    try {
      return await note(c, async (form, { meant: { state }, setting, reader }) => {
        const words = plainWords(form('words'));
        const noted: Made[] = words === '' ? [] : [{ ...common(form), kind: 'task-noted', words }];
        if (form.isTooLarge) return { deeds: noted, did: 'large' };
        if (form.file === null) return { deeds: noted, did: noted.length === 0 ? null : 'noted' };
        if (filesIn(state).length >= mostAttachments) return { deeds: noted, did: 'many' };
        const file = cleanFile(form.file.bytes);
        if (file === null) return { deeds: noted, did: 'kind' };
        const item = form('item');
        // Nothing is kept for a task that somebody does not see.
        if (!state.tasks.some((task) => task.id === item && isShownTo(task, reader))) throw new Instead('stranger', 403);
        const filed = await keptAttachment(item, { name: attachmentName(form.file.name, file.type), file }, setting);
        return { deeds: [...noted, filed], did: 'filed' };
      });
    } finally {
      held -= room;
    }
  });
  app.post(`/${secret}/check`, (c) =>
    note(c, (form) => {
      const words = plainWords(form('words'));
      const result = form('result') === 'passed' ? 'passed' : 'failed';
      return { deeds: [{ ...common(form), kind: 'task-checked', result, ...(words !== '' && { words }) }], did: 'checked' };
    }),
  );

  app.get(`/${secret}/file/:seq{[0-9]{1,15}}`, async (c) => {
    const { meant, reader, setting } = await hereOf(c, c.req.param('secret'), 'page', options);
    const shown = meant.state.tasks.filter((task) => isShownTo(task, reader));
    const file = filesIn({ tasks: shown }).find(({ seq }) => seq === Number(c.req.param('seq')));
    if (!file) throw new Instead('unknown', 404);
    return c.body((await setting.storage.files.read(file.sha256)) as Uint8Array<ArrayBuffer>, 200, headersOf(file));
  });
  // Half a link is no link: whoever copied it reads what to do.
  app.all('*', () => {
    throw new Instead('unknown', 404);
  });
  return app;
}
