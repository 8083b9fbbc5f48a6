/** What speaks against declaring a document void: acknowledgements that would count no more. It is asked about, since a number is soon mistyped. */
import type { DocumentRow } from '../storage/queries.js';
import { nameIn, paperLabel, someone } from './find.js';
import { refusal } from './setting.js';
import type { Setting } from './setting.js';

/** So many people are named. */
const named = 8;

/** Throws a Refusal where people have acknowledged the document. */
export async function refuseSigned(row: DocumentRow, setting: Setting): Promise<void> {
  const signed = await signersOf(row, setting);
  if (signed.length === 0) return;
  const people = `${signed.slice(0, named).join(', ')}${signed.length > named ? ' …' : ''}`;
  throw refusal('register-void-asks', { paper: paperLabel(row, setting), count: signed.length, people });
}

/** Those whose acknowledgement counts no more once the document is void. */
async function signersOf({ id, state }: DocumentRow, { storage: { read }, language }: Setting): Promise<readonly string[]> {
  if (state !== 'issued') return [];
  const names: string[] = [];
  for (const { state: of, person } of await read.requestsOf({ document: id })) {
    const found = of === 'acknowledged' ? await read.person(person ?? '') : undefined;
    if (found) names.push(nameIn(someone(found), language));
  }
  return names;
}
