/** Style sheets of pages that the server writes: the looks that all share, then those of a page. */
import type { Context } from 'hono';
import type { ShellEnv } from './app.js';

/** Answers with a style sheet of this package; browsers keep it for an hour. The pages of a plan look like those of who answers, and have more. */
export function styleSheet(c: Context<ShellEnv>, name: 'pages' | 'signer' | 'weeks'): Response {
  const { own } = c.var.service;
  return c.body(['tokens', ...(name === 'weeks' ? ['signer'] : []), name].map((one) => own.readText(`pages/${one}.css`)).join(''), 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  });
}
