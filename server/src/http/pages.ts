/** The pages of the service itself, which work without script: signing in, choosing a password by a link, where to go. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Locale } from 'rolewright';
import type { ShellEnv } from './app.js';
import type { Entrance, Entry } from './entrance.js';
import { endSession } from '../access/sessions.js';
import { ownOrigin, refuseWithoutToken } from './guard.js';
import { problemOf, refuse } from './problem.js';
import { sessionIn, writeSession } from './cookies.js';
import { styleSheet } from './style.js';

/** Bytes of a form of ours. */
const largestForm = 10_000;

interface Page {
  readonly title: string;
  readonly content: unknown;
  readonly status?: number;
}

export interface PagesOptions {
  readonly entrance: Entrance;
  /** Where one signs in by the organisation’s own provider; null where it has none. */
  readonly provider?: `/${string}` | null;
  /** Pages that one can go to once one is in, by the phrase that names them. */
  readonly places: readonly { readonly path: `/${string}`; readonly phrase: string }[];
}

export function servicePages({ entrance, places, provider = null }: PagesOptions): Hono<ShellEnv> {
  const app = new Hono<ShellEnv>();
  app.use(ownOrigin);
  const say = (c: Context<ShellEnv>) => c.var.service.texts(c.var.language).say;
  const base = (c: Context<ShellEnv>): string => c.var.service.placement.basePath;

  function page(c: Context<ShellEnv>, { title, content, status = 200 }: Page): Response | Promise<Response> {
    const language: Locale = c.var.language;
    c.header('Content-Language', language);
    return c.html(
      html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Rolewright</title>
<link rel="stylesheet" href="${base(c)}/pages.css">
</head>
<body><main><h1>${title}</h1>
${content}
</main></body>
</html>`,
      status as 200,
    );
  }

  const entryOf = (c: Context<ShellEnv>): Entry => ({
    service: c.var.service,
    from: c.var.seen.from,
    shown: { session: sessionIn(c), key: null },
  });

  /** What a form says; nothing that is no text. */
  async function formOf(c: Context<ShellEnv>): Promise<(name: string) => string> {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim();
    if (type !== 'application/x-www-form-urlencoded') throw refuse('http-media-type', { known: 'application/x-www-form-urlencoded' });
    if (Number(c.req.header('content-length') ?? largestForm + 1) > largestForm) throw refuse('http-too-large', { limit: largestForm });
    const form = new URLSearchParams(await c.req.text());
    return (name) => (form.get(name) ?? '').slice(0, 2000);
  }

  /** What is wrong, above the form. */
  const wrongOf = (error: unknown, c: Context<ShellEnv>): { readonly status: number; readonly words: string } => {
    const { status, body } = problemOf(error, c.var.language, c.var.service.texts);
    if (status >= 500) throw error;
    const { title = '', detail = '' } = body as { title?: string; detail?: string };
    return { status, words: `${title} ${detail}`.trim() };
  };

  const told = (words: string | null) => (words === null ? '' : html`<p class="wrong" role="alert">${words}</p>`);

  const signInForm = (c: Context<ShellEnv>, login: string, wrong: ReturnType<typeof wrongOf> | null) =>
    page(c, {
      title: say(c)('pages.signIn'),
      status: wrong?.status ?? 200,
      content: html`${told(wrong?.words ?? null)}<form method="post" action="${base(c)}/sign-in">
<label>${say(c)('pages.login')}<input name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${login}"></label>
<label>${say(c)('pages.password')}<input name="password" type="password" autocomplete="current-password" required></label>
<button>${say(c)('pages.enter')}</button>
</form>${provider === null ? '' : html`<p><a href="${base(c)}${provider}">${say(c)('pages.provider')}</a></p>`}
<p class="quiet"><a href="${base(c)}/check">${say(c)('pages.check')}</a></p>`,
    });

  app.get('/sign-in', (c) => signInForm(c, '', null));
  app.post('/sign-in', async (c) => {
    const form = await formOf(c);
    try {
      const reply = await entrance.signIn({ login: form('login'), password: form('password') }, entryOf(c));
      writeSession(c, reply.session ?? null);
      return c.redirect(`${base(c)}/`, 303);
    } catch (error) {
      return signInForm(c, form('login'), wrongOf(error, c));
    }
  });

  const passwordForm = (c: Context<ShellEnv>, link: string, wrong: ReturnType<typeof wrongOf> | null) =>
    page(c, {
      title: say(c)('pages.choose'),
      status: wrong?.status ?? 200,
      content: html`${told(wrong?.words ?? null)}<p class="quiet">${say(c)('pages.chooseHow')}</p>
<form method="post" action="${base(c)}/set-up">
<input type="hidden" name="link" value="${link}">
<label>${say(c)('pages.newPassword')}<input name="password" type="password" autocomplete="new-password" minlength="8" required></label>
<label>${say(c)('pages.again')}<input name="again" type="password" autocomplete="new-password" required></label>
<button>${say(c)('pages.enter')}</button>
</form>`,
    });

  // To look at it uses nothing up: programs that read mail open all links.
  app.get('/set-up/:link{[A-Za-z0-9_-]{43}}', (c) => passwordForm(c, c.req.param('link'), null));
  app.post('/set-up', async (c) => {
    const form = await formOf(c);
    try {
      if (form('password') !== form('again')) throw refuse('http-password', { fault: 'again' });
      const reply = await entrance.choosePassword({ link: form('link'), password: form('password') }, entryOf(c));
      writeSession(c, reply.session ?? null);
      return c.redirect(`${base(c)}/`, 303);
    } catch (error) {
      return passwordForm(c, form('link'), wrongOf(error, c));
    }
  });

  app.post('/sign-out', async (c) => {
    const form = await formOf(c);
    const { visitor, service } = c.var;
    const session = sessionIn(c);
    if (visitor) {
      refuseWithoutToken(visitor, form('token'));
      if (session !== null) await service.storage.change((db) => endSession(session, db));
    }
    writeSession(c, null);
    return c.redirect(`${base(c)}/sign-in`, 303);
  });

  app.get('/', (c) => {
    const { visitor } = c.var;
    if (!visitor) return c.redirect(`${base(c)}/sign-in`, 303);
    return page(c, {
      title: say(c)('pages.welcome'),
      content: html`<p>${say(c)('pages.signedInAs', { name: visitor.actor.name })}</p>
${places.map(({ path, phrase }) => html`<p><a href="${base(c)}${path}">${say(c)(phrase)}</a></p>`)}
<form method="post" action="${base(c)}/sign-out"><input type="hidden" name="token" value="${visitor.token}"><button>${say(c)('pages.signOut')}</button></form>`,
    });
  });

  app.get('/pages.css', (c) => styleSheet(c, 'pages'));
  return app;
}
