/** An authority of time over HTTP (RFC 3161, 3.4). */
import type { Card } from '../../sign/certificate.js';
import { trustOf } from '../../sign/chain.js';
import type { StampTime } from '../../sign/make-cms.js';
import { requestFor, tokenFrom } from '../../sign/time-stamp.js';
import { refusal } from '../../register/setting.js';
import { selector } from './words.js';
import type { Edge } from '../../storage/edge.js';

/** Milliseconds. */
const usualPatience = 20_000;
/** Bytes; an answer with its certificates has five to ten thousand. */
const longest = 65_536;

export interface ClockOptions {
  readonly address: string;
  /** Who vouches for the authority; none: it is not asked. */
  readonly roots: readonly Card[];
  readonly patience?: number;
}

/** Asks for time-stamps, and takes none that is not an answer to what was asked. Throws a Refusal. */
export function stampFrom({ address, roots, patience = usualPatience }: ClockOptions, edge: Edge): StampTime {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw refusal('seal-tsa-address', { address });
  return async (digest) => {
    const nonce = edge.randomBytes(16);
    const answer = await asked(address, requestFor(digest, nonce), patience);
    const now = edge.now();
    const token = tokenFrom(answer, { digest, nonce, now });
    if (typeof token === 'string') throw refusal('seal-tsa-answer', { address, fault: selector(token) });
    const { authority, certificates } = token.stamp;
    if (roots.length > 0 && (await trustOf(authority, certificates, roots, now)).state !== 'trusted')
      throw refusal('seal-tsa-untrusted', { address, authority: authority.subject });
    return token.token;
  };
}

async function asked(address: string, request: Uint8Array, patience: number): Promise<Uint8Array> {
  const fail = (reason: string) => refusal('seal-tsa-unreachable', { address, reason });
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    if (!response.ok) throw fail(`HTTP ${String(response.status)}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > longest) throw fail(`> ${String(longest)} B`);
      parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
  } catch (error) {
    if (!(error instanceof Error) || 'diagnostics' in error) throw error;
    throw fail(error.name === 'TimeoutError' ? `${String(patience / 1000)} s` : causeOf(error));
  }
}

/** What fetch hides behind “fetch failed”. */
const causeOf = (error: Error): string =>
  error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
