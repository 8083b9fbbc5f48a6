/** What the pages ask of the server. A refusal comes as its diagnostics, in the words of the reader. */
import { isSpeaking, language } from './words.js';

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** What went wrong, to be shown where it was asked for. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** The server does not answer: it was stopped, or the network is gone. */
export class Away extends Error {}

const root = new URL('../api/v1/studio/', location.href.split('#')[0]).href;

/** What changes have to show, so that no other site can have this browser ask for them. */
let token = '';

/** Comes in: the cookie says who, and the token is read with it. */
export async function comeIn(): Promise<void> {
  ({ token } = await ask<{ readonly token: string }>('../session', {}));
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await answerOf(path, init);
  return (response.status === 204 ? null : await response.json()) as T;
}

/** Throws what is refused, as its diagnostics. */
async function answerOf(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    const headers = {
      ...(isSpeaking() && { 'x-rolewright-language': language() }),
      ...(init.headers as Record<string, string> | undefined),
    };
    response = await fetch(new URL(path, root), { credentials: 'same-origin', ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Away();
  }
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
  const told = answer as {
    readonly diagnostics?: readonly Problem[];
    readonly code?: string;
    readonly title?: string;
    readonly detail?: string;
  } | null;
  const problems = told?.diagnostics ?? [
    { code: told?.code ?? String(response.status), message: told?.title ?? response.statusText, hint: told?.detail ?? null },
  ];
  throw new Refused(response.status, problems);
}

const query = (facts: Readonly<Record<string, string | undefined>>): string => {
  const own = Object.entries({ language: language() as string, ...facts }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `?${new URLSearchParams(own)}`;
};

export const get = <T>(path: string, facts: Readonly<Record<string, string | undefined>> = {}, signal?: AbortSignal): Promise<T> =>
  ask<T>(path + query(facts), signal ? { signal } : {});

/** Changes something, or asks with more than an address can hold. */
export const post = <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-rolewright-token': token },
    body: JSON.stringify({ language: language(), ...body }),
    ...(signal && { signal }),
  });

/** Changes something by a route of the API, which knows nothing of languages in its bodies. With a key it happens once, however often it is asked. */
export const sendTo = <T>(path: string, body?: object, key?: string): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: {
      'x-rolewright-token': token,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** Sends a file as it is. */
export const bring = <T>(path: string, bytes: Blob, facts: Readonly<Record<string, string | undefined>> = {}, key?: string): Promise<T> =>
  ask<T>(path + (Object.keys(facts).length === 0 ? '' : query(facts)), {
    method: 'POST',
    headers: {
      'x-rolewright-token': token,
      'content-type': bytes.type === '' ? 'application/octet-stream' : bytes.type,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: bytes,
  });

/** A file of the server, made for this request where `made` says so. */
export async function fetchFile(path: string, made = false): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const response = await answerOf(path, made ? { method: 'POST', headers: { 'x-rolewright-token': token } } : {});
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { bytes: await response.blob(), name: name === undefined ? 'file' : decodeURIComponent(name) };
}

/** Where a file of the server lies, for a link. */
export const addressOf = (path: string, facts: Readonly<Record<string, string | undefined>> = {}): string => {
  const own = Object.entries(facts).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
  return new URL(path + (own.length === 0 ? '' : `?${new URLSearchParams(own)}`), root).href;
};
/** Sends a file as it is, with what is said of it in the address. */
export const send = <T>(path: string, file: File, facts: Readonly<Record<string, string | undefined>>): Promise<T> =>
  ask<T>(path + query({ name: file.name, ...facts }), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-rolewright-token': token },
    body: file,
  });
