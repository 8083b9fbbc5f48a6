/** What the pages ask of the server. A refusal comes as its diagnostics, in the words of the reader. */
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

/** The language that the reader has chosen; null while nobody knows: the server says which it is then. */
let chosen: string | null = null;
export function readIn(language: string | null): void {
  chosen = language;
}

/** Who acts at one’s own desk, where they have said it in this browser. */
let acting: string | null = null;
export function actAs(name: string | null): void {
  acting = name;
}

/** Whose account this browser is in with; null at one’s own desk, where there are none. */
export interface Mine {
  readonly account: string;
  readonly name: string;
}
let mine: Mine | null = null;
export const me = (): Mine | null => mine;

/** What a form of a page of the service shows, so that it is known for ours. */
export const tokenOfForms = (): string => token;

/** Where a page of the service lies that is none of the studio. */
export const pageOf = (path: string): string => new URL(`../../../${path}`, root).href;

/** Comes in: the cookie says who, and the token is read with it. */
export async function comeIn(): Promise<void> {
  const session = await ask<{ readonly token: string; readonly account: string | null; readonly name: string }>('../session', {});
  ({ token } = session);
  mine = session.account === null ? null : { account: session.account, name: session.name };
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await answerOf(path, init);
  if (response.status === 204) return null as T;
  const answer = (await response.json()) as T & { readonly notCommitted?: Problem };
  if (answer?.notCommitted) tellNotCommitted(answer.notCommitted);
  return answer;
}

let tellNotCommitted: (problem: Problem) => void = () => undefined;

/** Whatever screen has saved something, where git has not taken it that is told in one place. Gives how to end that. */
export function onNotCommitted(tell: (problem: Problem) => void): () => void {
  tellNotCommitted = tell;
  return () => {
    tellNotCommitted = () => undefined;
  };
}

/** Throws what is refused, as its diagnostics. */
async function answerOf(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    const headers = {
      ...(chosen !== null && { 'x-rolewright-language': chosen }),
      ...(acting !== null && { 'x-rolewright-name': encodeURIComponent(acting) }),
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

type Facts = Readonly<Record<string, string | undefined>>;

const withFacts = (path: string, facts: Facts): string => {
  const own = Object.entries(facts).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
  return path + (own.length === 0 ? '' : `?${new URLSearchParams(own)}`);
};

export const get = <T>(path: string, facts: Facts = {}, signal?: AbortSignal): Promise<T> =>
  ask<T>(withFacts(path, facts), signal ? { signal } : {});

interface How {
  /** Under it the thing happens once, however often it is asked for. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Changes something, or asks with more than an address can hold. */
export const post = <T>(path: string, body?: object, how: How = {}): Promise<T> => change<T>('POST', path, body, how);

/** Says what something is from now on. */
export const put = <T>(path: string, body: object): Promise<T> => change<T>('PUT', path, body, {});

/** Takes something back. */
export const drop = (path: string): Promise<unknown> => change('DELETE', path, undefined, {});

const change = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | undefined, { key, signal }: How): Promise<T> =>
  ask<T>(path, {
    method,
    headers: {
      'x-rolewright-token': token,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });

/** Ends something. */
export const remove = (path: string): Promise<null> => ask<null>(path, { method: 'DELETE', headers: { 'x-rolewright-token': token } });

/** Sends a file as it is, with what is said of it in the address. What sort of file it is, its bytes say: browsers have many names for one. */
export const bring = <T>(path: string, bytes: Blob, facts: Facts = {}, key?: string): Promise<T> =>
  ask<T>(withFacts(path, facts), {
    method: 'POST',
    headers: {
      'x-rolewright-token': token,
      'content-type': bytes.type === '' ? 'application/octet-stream' : bytes.type,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: bytes,
  });

/** Sends a file together with more than an address can hold. */
export function bringWith<T>(path: string, bytes: Blob, body: object, facts: Facts = {}): Promise<T> {
  const form = new FormData();
  form.append('body', JSON.stringify(body));
  form.append('file', bytes, 'file');
  return ask<T>(withFacts(path, facts), { method: 'POST', headers: { 'x-rolewright-token': token }, body: form });
}

/** A file of the server, made for this request where `made` says so, or of what. */
export async function fetchFile(path: string, made: boolean | object = false): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const isOf = typeof made === 'object';
  const headers = { 'x-rolewright-token': token, ...(isOf && { 'content-type': 'application/json' }) };
  const response = await answerOf(path, made === false ? {} : { method: 'POST', headers, ...(isOf && { body: JSON.stringify(made) }) });
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { bytes: await response.blob(), name: name === undefined ? 'file' : decodeURIComponent(name) };
}

/** Where a file of the server lies, for a link. */
export const addressOf = (path: string, facts: Facts = {}): string => new URL(withFacts(path, facts), root).href;
