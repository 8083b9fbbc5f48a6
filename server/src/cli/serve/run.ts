/** `rolewright serve`: runs until it is told to stop. */
import { basePathFrom, originFrom, trustFrom, trustsNobody } from '../../http/address.js';
import type { Placement } from '../../http/address.js';
import { closedDoor } from '../../http/closed-door.js';
import { refusal } from '../../register/setting.js';
import type { Answer } from '../answer.js';
import type { Counter } from '../counter.js';
import { openService, runUntilStopped } from '../service.js';
import { phrasesOf } from './words.js';

export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly basePath: string;
  readonly origin?: string;
  readonly trustProxy?: string;
  readonly threads?: string;
  readonly organisation?: string;
}

/** A whole number within bounds. Throws a Refusal for what is none. */
export function numberIn(option: string, written: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,6}$/.test(written) ? Number(written) : -1;
  if (value < least || value > most) throw refusal('http-option-value', { option, value: written, known: `${least} – ${most}` });
  return value;
}

function given<T>(option: string, written: string, read: T | null, example: string): T {
  if (read === null) throw refusal('http-option-value', { option, value: written, known: example });
  return read;
}

export const placementFrom = ({ basePath, origin, trustProxy }: Pick<ServeOptions, 'basePath' | 'origin' | 'trustProxy'>): Placement => ({
  basePath: given('--base-path', basePath, basePathFrom(basePath), '/hr'),
  origin: origin === undefined ? null : given('--origin', origin, originFrom(origin), 'https://hr.example.com'),
  trusts: trustProxy === undefined ? trustsNobody : given('--trust-proxy', trustProxy, trustFrom(trustProxy), 'loopback, 10.0.0.0/8'),
});

const loopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

export async function serve(options: ServeOptions, counter: Counter): Promise<Answer> {
  const placement = placementFrom(options);
  const port = numberIn('--port', options.port, [0, 65_535]);
  const threads = options.threads === undefined ? undefined : numberIn('--threads', options.threads, [1, 64]);
  const say = phrasesOf(counter);
  const open = await openService(counter, {
    placement,
    ...(threads !== undefined && { threads }),
    ...(options.organisation !== undefined && { organisation: options.organisation }),
    doorFor: () => closedDoor,
  });
  await runUntilStopped(open, {
    host: options.host,
    port,
    ready: (address) => {
      counter.terminal.err(`${say('told.listening', { address: `${placement.origin ?? address}${placement.basePath}/` })}\n`);
      if (!loopback(options.host) && placement.origin?.startsWith('https:') !== true) counter.terminal.err(`${say('told.unsafe')}\n`);
    },
  });
  return { data: {}, note: say('told.left') };
}
