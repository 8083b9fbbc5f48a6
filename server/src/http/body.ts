/** Reading what is sent, never more than is allowed, whatever its length is said to be. */
import { refuse } from './problem.js';
import type { Route } from './route.js';

/** Bytes of a JSON body: the longest roles there are have a tenth of it. */
export const largestBody = 1 << 20;

async function jsonIn(request: Request): Promise<unknown> {
  if (!isOf(request, ['application/json'])) throw refuse('http-media-type', { known: 'application/json' });
  return jsonOf(await limited(request, largestBody));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw refuse('http-body', { place: '/', expected: 'JSON' });
  }
}

/** What is sent: JSON, a file, a form of both in the parts `body` and `file`, or nothing, as the route takes it. */
export async function sentIn(request: Request, { body, upload }: Route): Promise<{ readonly body: unknown; readonly bytes: Uint8Array }> {
  if (!upload) return { body: body === undefined ? undefined : await jsonIn(request), bytes: new Uint8Array() };
  if (body === undefined) return { body: undefined, bytes: await bytesIn(request, upload) };
  if (!isOf(request, ['multipart/form-data'])) throw refuse('http-media-type', { known: 'multipart/form-data' });
  const whole = await limited(request, upload.limit + largestBody);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(new Blob([whole as Uint8Array<ArrayBuffer>]), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw refuse('http-body', { place: '/', expected: 'multipart/form-data' });
    });
  const part = async (name: string, limit: number): Promise<Uint8Array> => {
    const one = form.get(name);
    if (one === null) throw refuse('http-body', { place: `/${name}`, expected: 'missing' });
    const bytes = typeof one === 'string' ? new TextEncoder().encode(one) : new Uint8Array(await one.arrayBuffer());
    if (bytes.length > limit) throw refuse('http-too-large', { limit });
    return bytes;
  };
  return { body: jsonOf(await part('body', largestBody)), bytes: await part('file', upload.limit) };
}

async function bytesIn(request: Request, { types, limit }: NonNullable<Route['upload']>): Promise<Uint8Array> {
  if (!isOf(request, types)) throw refuse('http-media-type', { known: types.join(', ') });
  return await limited(request, limit);
}

const isOf = (request: Request, types: readonly string[]): boolean => {
  const said = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return types.includes(said);
};

/** The bytes of a body, in pieces of unknown length too. Throws a Refusal, http-too-large, as soon as there are more than allowed. */
export async function limited(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = refuse('http-too-large', { limit });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
