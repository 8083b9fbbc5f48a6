/** The pages of the studio: files that were built, with hashes in their names. */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { ownOrigin } from './guard.js';
import type { Mount, ShellEnv } from './app.js';

/** Seconds; a name with a hash never means anything else. */
const aYear = 365 * 24 * 3600;

/** `folder` is that of the built pages. */
export function studioPages(folder: string): Mount {
  const app = new Hono<ShellEnv>();
  app.use(ownOrigin);
  app.get('/*', async (c, next) => {
    await next();
    if (c.res.status === 200 && c.req.path.includes('/studio/assets/')) c.header('Cache-Control', `private, max-age=${aYear}, immutable`);
  });
  app.get('/*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace(/^.*?\/studio(?=\/|$)/, '') }));
  return { path: '/studio', app };
}
