/** Word files that become roles: each takes a processor for a tenth of a second, a hostile one for longer. */
import { lookAtWordFile, takeWordFile } from '../studio/word-files.js';
import type { AskedWordFile } from '../studio/word-files.js';
import type { Workshop } from './tasks.js';

export const lookTask = async (asked: AskedWordFile, { desk }: Workshop): Promise<object> => lookAtWordFile(asked, desk());

export const takeTask = async (asked: AskedWordFile, { desk }: Workshop): Promise<object> => takeWordFile(asked, desk());
