/** Word files that become roles: each takes a processor for a tenth of a second, a hostile one for longer. */
import { lookAtWordFile, takeWordFile } from '../studio/word-files.js';
import type { AskedWordFile } from '../studio/word-files.js';
import { committed } from './committed.js';
import type { Workshop } from './tasks.js';

export const lookTask = async (asked: AskedWordFile, { desk }: Workshop): Promise<object> => lookAtWordFile(asked, desk());

export async function takeTask(
  { mail = null, ...asked }: AskedWordFile & { readonly mail?: string | null },
  shop: Workshop,
): Promise<object> {
  const taken = takeWordFile(asked, shop.desk());
  const notCommitted = committed({ paths: [taken.path], mail }, shop);
  return notCommitted ? { ...taken, notCommitted } : taken;
}
