/** What the roles of today mean for the papers in force: which are to be issued anew, and who has to sign them then. */
import type { Diagnostic, DocumentOptions } from 'rolewright';
import { consequenceOf } from '../life/again.js';
import type { Consequence } from '../life/again.js';
import type { DocumentRow } from '../storage/queries.js';
import { stemOf } from './issue.js';
import { lookingFrom, policyIn } from './setting.js';
import type { Setting } from './setting.js';
import { statusOf } from './status.js';
import { holdersIn, papersFor } from './wanted.js';
import type { Holder, Scope, WantedPaper } from './wanted.js';

export interface PaperChange {
  readonly paper: WantedPaper;
  /** In force; null where nothing is. */
  readonly before: DocumentRow | null;
  /** Whether it reads otherwise than what is in force. */
  readonly changed: boolean;
}

export interface Changes {
  readonly papers: readonly PaperChange[];
  /** What it means for each holder of a paper that is in force. */
  readonly people: readonly { readonly holder: Holder; readonly document: DocumentRow; readonly consequence: Consequence }[];
}

export async function changesOf(
  scope: Scope,
  options: DocumentOptions & { readonly day: string },
  setting: Setting,
  problems: Diagnostic[],
): Promise<Changes> {
  const { read } = setting.storage;
  const papers = papersFor(await holdersIn(read, scope, options.day), options, setting, problems);
  const inForce = new Map((await read.documentsInForce()).map((one) => [stemOf(one.key), one]));
  const compared = papers.map((paper): PaperChange => {
    const before = inForce.get(paper.stem) ?? null;
    return { paper, before, changed: before?.fingerprint !== paper.fingerprint };
  });
  const looking = lookingFrom(setting, await policyIn(read));
  const people = (await statusOf({ ...scope, kind: options.kind }, setting)).flatMap((row) => {
    const today = compared.filter(
      ({ before, paper }) => before !== null && row.documents.some(({ id }) => id === before.id) && paper.holders.length > 0,
    );
    if (today.length === 0) return [];
    const consequence = consequenceOf(
      {
        person: row.holder.person.id,
        wanted: { fingerprints: today.map(({ paper }) => paper.fingerprint), since: setting.today, newcomer: false },
        askings: row.askings,
      },
      looking,
    );
    return [{ holder: row.holder, document: row.document, consequence }];
  });
  return { papers: compared, people };
}
