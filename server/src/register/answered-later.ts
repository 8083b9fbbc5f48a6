/** Answers of somebody after the last day of work: one of the two days is wrong. */
import type { Someone } from './find.js';
import { paperLabel } from './find.js';
import type { Setting } from './setting.js';

export interface AnsweredLater {
  readonly paper: string;
  readonly on: string;
}

/** What somebody acknowledged, or is on record to have refused, after a day. */
export async function answeredAfter(day: string, { id }: Someone, setting: Setting): Promise<readonly AnsweredLater[]> {
  const { read } = setting.storage;
  const later: AnsweredLater[] = [];
  for (const { document, state, on } of await read.askings([id])) {
    if (on === null || on <= day || (state !== 'acknowledged' && state !== 'refused')) continue;
    const row = await read.document(document);
    if (row) later.push({ paper: paperLabel(row, setting), on });
  }
  return later;
}
