/** What a document is made of, as a key: equal keys, equal documents, as long as the library is the same. */
import { bytesKey, contentKey } from '../content/content.js';
import type { PrintOptions } from '../press/press.js';
import type { Order } from './orders.js';

/** Keys of orders that have much in common: what is large is worked through once for all of them. */
export function orderKeys(orders: readonly Order[], { reference = null, ...print }: PrintOptions): readonly string[] {
  const logos = new Map<Uint8Array, string>();
  const keyOfLogo = (data: Uint8Array): string => {
    const key = logos.get(data) ?? bytesKey(data);
    logos.set(data, key);
    return key;
  };
  const look = contentKey(reference);
  return orders.map(({ job, format, path }) => {
    const { role, former = null, roles = [], logo, ...rest } = job;
    return contentKey({
      ...rest,
      role: contentKey(role),
      former: contentKey(former),
      roles: roles.map(contentKey),
      logo: logo && { ...logo, data: keyOfLogo(logo.data) },
      format,
      path,
      print,
      look: format === 'docx' ? look : null,
    });
  });
}
