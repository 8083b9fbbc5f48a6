/** How the service is seen from outside: below which path, behind which proxies, and so from where somebody asks. */
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface Placement {
  /** Below which all paths are: `/hr`, or nothing. */
  readonly basePath: '' | `/${string}`;
  /** Scheme and host that browsers see, where the administrator has said so; else what the request says counts. */
  readonly origin: string | null;
  readonly trusts: Trust;
}

/** Whether what an address says of where a request came from is believed. */
export type Trust = (address: string) => boolean;

/** `/hr/` and `hr` are both `/hr`; null for what is no path. */
export function basePathFrom(written: string): Placement['basePath'] | null {
  const bare = written.replace(/^\/+|\/+$/g, '');
  if (bare === '') return '';
  return bare.split('/').every((part) => /^[A-Za-z0-9._~-]+$/.test(part) && part !== '.' && part !== '..') ? `/${bare}` : null;
}

/** `https://hr.example.com`; null for what is no origin. */
export function originFrom(written: string): string | null {
  try {
    const url = new URL(written);
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '' ? url.origin : null;
  } catch {
    return null;
  }
}

export const trustsNobody: Trust = () => false;

/** Addresses and networks, with commas between: `127.0.0.1, 10.0.0.0/8, loopback`. Null where one of them is none. */
export function trustFrom(written: string): Trust | null {
  const list = new BlockList();
  for (const part of written.split(',').map((one) => one.trim())) {
    if (part === 'loopback') {
      list.addSubnet('127.0.0.0', 8, 'ipv4');
      list.addAddress('::1', 'ipv6');
      continue;
    }
    const [address = '', bits, ...more] = part.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || more.length > 0) return null;
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv6' ? 128 : 32)) list.addSubnet(address, Number(bits), family);
    else return null;
  }
  return (address) => {
    const plain = plainAddress(address);
    return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  };
}

/** IPv4 within IPv6 as IPv4. */
const plainAddress = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

export interface Seen {
  /** The address of whoever asks. */
  readonly from: string;
  readonly origin: string;
}

/**
 * What a request says of where it comes from. Proxies write into X-Forwarded-For from the right; the first address that is not one of
 * a trusted proxy is that of whoever asks, and whatever stands left of it anybody may have written.
 */
export function seenFrom(peer: string, headers: Headers, { origin, trusts }: Placement): Seen {
  const near = plainAddress(peer);
  const byProxy = trusts(near);
  const told = byProxy
    ? (headers.get('x-forwarded-for') ?? '')
        .split(',')
        .map((one) => plainAddress(one.trim()))
        .filter((one) => one !== '')
    : [];
  let from = near;
  for (const one of [...told].reverse()) {
    if (isIP(one) === 0) break;
    from = one;
    if (!trusts(one)) break;
  }
  const last = (name: string): string | undefined => headers.get(name)?.split(',').at(-1)?.trim();
  const scheme = byProxy && last('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const host = (byProxy ? last('x-forwarded-host') : undefined) ?? headers.get('host') ?? '';
  return { from, origin: origin ?? originFrom(`${scheme}://${host}`) ?? 'null' };
}
