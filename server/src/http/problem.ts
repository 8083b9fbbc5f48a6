/** What goes wrong as `application/problem+json` (RFC 9457), made of our diagnostics in the language of whoever asked. */
import type { Diagnostic, Locale, Refusal } from 'rolewright';
import { refusal } from '../register/setting.js';
import { diagnosticsOf } from '../register/told.js';
import type { Texts } from './texts.js';

/** Codes whose status is not 422: what was sent cannot be processed. */
const statuses: Readonly<Record<string, number>> = {
  'http-body': 400,
  'http-query': 400,
  'http-not-signed-in': 401,
  'http-sign-in-failed': 401,
  'http-no-right': 403,
  'http-foreign-origin': 403,
  'http-token-missing': 403,
  'http-proof-needed': 403,
  'http-not-found': 404,
  'http-method': 405,
  'http-asked-otherwise': 409,
  'http-under-way': 409,
  'http-changed-meanwhile': 412,
  'http-too-large': 413,
  'http-media-type': 415,
  'http-version-needed': 428,
  'http-too-many': 429,
  'http-fault': 500,
  'http-leaving': 503,
  'http-link-over': 410,
  'http-provider': 503,
  'seal-tsa-unreachable': 503,
  'http-login-taken': 409,
  'http-person-taken': 409,
  'http-last-administrator': 409,
  'register/not-there': 404,
  'register/not-well-formed': 422,
  'register-nobody': 404,
  'register-no-document': 404,
  'register-no-request': 404,
  'register-no-proposal': 404,
  'storage/register-busy': 503,
  'storage/database-unreachable': 503,
  'storage/clock-behind': 503,
  'storage/file-missing': 500,
  'storage/file-changed': 500,
  'storage/event-unreadable': 500,
  'storage/register-missing': 503,
  'storage/database-missing': 503,
};

/** What stands against it now, but not for ever, is a conflict. */
export const statusOf = (code: string): number => statuses[code] ?? (code.startsWith('register/') ? 409 : 422);

/** Refuses what is asked. */
export const refuse = (code: `http-${string}`, args: Diagnostic['args'] = {}): Refusal => refusal(code, args);

export interface Problem {
  readonly status: number;
  /** The codes of all that is wrong. */
  readonly codes: readonly string[];
  readonly body: object;
  /** Seconds after which it is worth another try; null where it is not known. */
  readonly retryAfter: number | null;
}

/** A fault of the program is told as one, without a word of its insides. */
export function problemOf(error: unknown, language: Locale, texts: Texts): Problem {
  const diagnostics = diagnosticsOf(error) ?? refuse('http-fault').diagnostics;
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = wrong.length > 0 ? wrong : diagnostics;
  const code = first?.code ?? 'http-fault';
  const status = statusOf(code);
  const told = texts(language).telling.plain(diagnostics);
  const main = told.find((one) => one.code === code);
  const seconds = first?.args['seconds'];
  return {
    retryAfter: typeof seconds === 'number' ? seconds : status === 503 ? 5 : null,
    status,
    codes: diagnostics.map((one) => one.code),
    body: {
      type: `urn:rolewright:${code}`,
      title: main?.message ?? code,
      status,
      code,
      ...(main?.hint && { detail: main.hint }),
      ...(told.length > 1 && {
        diagnostics: told.map(({ code: of, severity, message, hint, path }) => ({ code: of, severity, message, hint, path })),
      }),
    },
  };
}
