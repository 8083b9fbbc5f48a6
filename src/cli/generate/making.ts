/** The making of documents at the command line, with what is told of it. */
import type { MadeOrder, MakingOptions, Order } from '../../desk/orders.js';
import type { openMaking } from '../../desk/orders.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { PrintOptions } from '../../press/press.js';
import type { Office } from '../office.js';
import { progress } from '../progress.js';
import type { MadeFile } from '../summary.js';

/** From so many documents on, it pays to prepare for many. */
const many = 40;

/** Makes all of the documents and shows how far it is. */
export async function makeAll(
  orders: readonly Order[],
  print: PrintOptions,
  make: ReturnType<typeof openMaking>,
  office: Office,
  problems: Diagnostic[],
): Promise<MadeOrder[]> {
  if (orders.length >= many) office.terminal.longWork?.();
  const bar = progress(office, orders.length);
  const options: MakingOptions = { ...print, begin: ({ path }) => bar.step(path) };
  const made = await make(orders, options, problems);
  bar.end();
  return made;
}

/** What is told of a document in a folder. */
export function fileOf({ job, format, path, bytes, pages }: MadeOrder, folder: string): MadeFile {
  const { role, roles: its, kind, locale, jurisdiction } = job;
  const about = its ? { roles: its.map(({ id }) => id) } : {};
  return { path: `${folder}/${path}`, role: role.id, ...about, kind, locale, jurisdiction, format, bytes: bytes.length, pages };
}
