/**
 * The page on which anybody has a file looked at: whether it is what was sealed, by whom, and whether it was issued here. What is brought
 * is read and forgotten; of a document here no more is told than that it is one, and whether it is in force.
 */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { createPhrases, locales, ownData } from 'rolewright';
import { countTry } from '../access/attempts.js';
import type { Limit } from '../access/attempts.js';
import type { ShellEnv } from '../http/app.js';
import { limited } from '../http/body.js';
import { writeCookie } from '../http/cookies.js';
import { ownOrigin } from '../http/guard.js';
import { problemOf, refuse } from '../http/problem.js';
import { sealPhrases } from '../http/seal-words.js';
import { styleSheet } from '../http/style.js';
import type { PlainReport } from '../http/tasks-apart.js';
import { nameOf } from '../register/distance.js';
import { localeFor } from '../signer/visit.js';
import type { C } from '../signer/visit.js';
import type { View } from '../signer/layout.js';
import { CheckPage } from './page.js';
import type { Checked, Standing } from './page.js';

/** Bytes of a file: a paper with its pictures has a tenth of it. */
export const largestFile = 32 << 20;

/** Bytes of what a form puts around a file. */
const around = 64 << 10;

/** Of whoever comes from one place: an office shares an address. */
const tries: Limit = { name: 'check', most: 60, within: 15 * 60_000 };

/** Files that are held at once: each is in memory whole, and strangers bring them. */
const mostAtOnce = 2;

const program = { id: 'program', name: '' };

export function checkerApp(): Hono<ShellEnv> {
  const app = new Hono<ShellEnv>();
  let held = 0;

  app.use(ownOrigin);
  app.use(async (c, next) => {
    const wanted = c.req.query('l');
    if (locales.some((one) => one === wanted)) writeCookie(c, 'language', { value: wanted ?? '', sameSite: 'Lax' });
    await next();
  });
  app.get('/style.css', (c) => styleSheet(c, 'signer'));
  app.get('/', (c) => shown(c, {}));

  app.post('/', async (c) => {
    const { service, seen } = c.var;
    try {
      const wait = await countTry(tries, seen.from, service.edge.now(), service.storage);
      if (wait !== null) throw refuse('http-too-many', { seconds: Math.ceil(wait / 1000), minutes: Math.ceil(wait / 60_000) });
      if (held >= mostAtOnce) throw refuse('http-too-many', { seconds: 60, minutes: 1 });
      held += 1;
      try {
        const file = await fileIn(c);
        return shown(c, file === null ? { fault: viewIn(c).say('noFile') } : { checked: await checkedFile(c, file) });
      } finally {
        held -= 1;
      }
    } catch (error) {
      const { status, body } = problemOf(error, localeFor(c), service.texts);
      if (status >= 500) throw error;
      const { title = '', detail = '' } = body as { title?: string; detail?: string };
      return shown(c, { fault: `${title} ${detail}`.trim() }, status);
    }
  });
  return app;
}

function viewIn(c: C): View {
  const { own, placement } = c.var.service;
  const locale = localeFor(c);
  const say = createPhrases(ownData(own, `locales/checker.${locale}.yaml`), locale);
  return { say, locale, base: `${placement.basePath}/check`, organisation: organisationIn(c) };
}

/** The name of the firm; empty where its file cannot be read: whoever brings something cannot mend that. */
function organisationIn(c: C): string {
  try {
    const locale = localeFor(c);
    const { organisation } = c.var.service.setting(program, locale).workplace;
    return organisation ? nameOf(organisation, locale) : '';
  } catch {
    return '';
  }
}

function shown(c: C, { checked, fault }: { readonly checked?: Checked; readonly fault?: string }, status?: number) {
  const view = viewIn(c);
  c.header('Content-Language', view.locale);
  const page = CheckPage({ view, seal: sealPhrases(c.var.service.own, view.locale), checked, fault, megabytes: largestFile >> 20 });
  return c.html(page as never, (status ?? (fault === undefined ? 200 : 422)) as 200);
}

interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of a form; null where none was chosen. Throws a Refusal for what is no form and what is too large. */
async function fileIn(c: C): Promise<Brought | null> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw refuse('http-media-type', { known: 'multipart/form-data' });
  const bytes = await limited(c.req.raw, largestFile + around);
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refuse('http-body', { place: '/', expected: 'multipart/form-data' });
  });
  const file = form.get('file');
  if (file === null || typeof file === 'string' || file.size === 0) return null;
  if (file.size > largestFile) throw refuse('http-too-large', { limit: largestFile });
  return { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function checkedFile(c: C, { name, bytes }: Brought): Promise<Checked> {
  const { service } = c.var;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = await service.storage.read.documentWithFile(sha256);
  const report = await service.crew.run<PlainReport>(
    'check-file',
    { bytes, now: service.edge.now().toISOString() },
    { actor: program, language: localeFor(c) },
  );
  return { name, sha256, report, standing: row ? standingOf(row.state) : 'unknown' };
}

const standingOf = (state: string): Standing => (state === 'issued' || state === 'replaced' ? state : 'withdrawn');
