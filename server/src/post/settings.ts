/** With which server mails are sent, and from whom: the organisation’s file says it, the environment over it. */
import type { Organisation } from 'rolewright';
import { isAddress } from '../register/contact.js';
import { refusal } from '../register/setting.js';
import type { Environment } from '../register/distance.js';

export interface MailSettings {
  readonly from: string;
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Nothing is sent before the connection is secret. */
  readonly requireTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** Throws a Refusal where nobody has said it, or not well. A password is taken from the environment only. */
export function mailSettings({ distance, name }: Pick<Organisation, 'distance' | 'name'>, environment: Environment): MailSettings {
  void name;
  const from = environment['MAIL_FROM'] || distance?.sender;
  if (from !== undefined && !isAddress(from)) throw refusal('register-mail-setting', { name: 'MAIL_FROM' });
  const written = environment['SMTP_URL'];
  if (written !== undefined && written !== '') {
    if (from === undefined) throw refusal('register-no-mail-server');
    return { from, ...serverIn(written) };
  }
  const server = distance?.server;
  if (server === undefined || from === undefined) throw refusal('register-no-mail-server');
  const security = server.security ?? 'starttls';
  return {
    ...{ from, host: server.host, secure: security === 'tls', requireTLS: security === 'starttls', auth: null },
    port: server.port ?? (security === 'tls' ? 465 : 587),
  };
}

/** `smtps://user:password@host:465`, `smtp://host:587` with a secret connection, `smtp://host:25?security=none` without. */
function serverIn(written: string): Omit<MailSettings, 'from'> {
  let url: URL;
  try {
    url = new URL(written);
  } catch {
    throw refusal('register-mail-setting', { name: 'SMTP_URL' });
  }
  if (!/^smtps?:$/.test(url.protocol) || url.hostname === '') throw refusal('register-mail-setting', { name: 'SMTP_URL' });
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && url.searchParams.get('security') !== 'none',
    auth: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}
