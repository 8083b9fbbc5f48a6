/** Sending what a route answers. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ShellEnv } from './app.js';
import type { Reply } from './route.js';
import { writeSession } from './cookies.js';

export function answered({ status = 200, data, file, headers = {}, session }: Reply, c: Context<ShellEnv>): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (session !== undefined) writeSession(c, session);
  if (file) {
    c.header('Content-Type', file.type);
    c.header('Content-Disposition', dispositionOf(file.name));
    return tagged(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength), status, c);
  }
  if (data === undefined) return c.body(null, status === 200 ? 204 : (status as 204));
  c.header('Content-Type', 'application/json');
  return tagged(Buffer.from(JSON.stringify(data)), status, c);
}

const tagOf = (bytes: Uint8Array): string => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
const tagsIn = (header: string): readonly string[] => header.split(',').map((one) => one.trim());

/** Whether what a reader would be answered now is what the If-Match of a change names (RFC 9110, 13.1.1: a weak tag names nothing). */
export function stillMatches(header: string, { data = {} }: Reply): boolean {
  const named = tagsIn(header);
  return named.includes('*') || named.includes(tagOf(Buffer.from(JSON.stringify(data))));
}

/** A tag of the very bytes: who has them already gets nothing but that (RFC 9110, 13.1.2). */
function tagged(bytes: Buffer, status: number, c: Context): Response {
  if (status !== 200 || c.req.method !== 'GET') return c.body(bytes as unknown as ArrayBuffer, status as 200);
  const tag = tagOf(bytes);
  c.header('ETag', tag);
  const known = tagsIn(c.req.header('if-none-match') ?? '').map((one) => one.replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(bytes as unknown as ArrayBuffer, 200);
}

/** The name of a file for browsers of all ages: RFC 6266 and 8187. Nothing in it can end the header. */
export function dispositionOf(name: string): string {
  const plain =
    name
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
      .replace(/^[._]+/, '') || 'file';
  const coded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
