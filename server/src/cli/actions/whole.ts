/** `register anchor`, `verify`, `backup` and `restore`. */
import { openWorkplace } from 'rolewright';
import { anchorLine, readAnchors } from '../../chain/anchor.js';
import type { Anchor } from '../../chain/anchor.js';
import { programActor, registerId } from '../../life/ids.js';
import type { Thing } from '../../life/ids.js';
import type { LifeWords } from '../../life/words.js';
import { anchor } from '../../register/retention.js';
import { lossesIn } from '../../register/losses.js';
import { whoseFault } from '../../register/whose.js';
import type { Whose } from '../../register/whose.js';
import { refusal } from '../../register/setting.js';
import { readErasures } from '../../storage/erasure-log.js';
import { restore } from '../../storage/restore.js';
import type { Storage } from '../../storage/storage.js';
import type { Fault } from '../../verify/fault.js';
import { verify } from '../../verify/verify.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { addLines, isInside, textAt } from '../edge.js';
import { exit } from '../terminal.js';

/** What somebody who can write the register can write too is no outside. */
function outside(file: string, counter: Counter): string {
  const path = counter.place(file);
  if (isInside(path, counter.target.folder)) throw refusal('register-inside', { file });
  return path;
}

function textOf(file: string, counter: Counter): string {
  const text = textAt(counter.place(file));
  if (text === null) throw refusal('file-missing', { file });
  return text;
}

export const anchorOf = (options: CommonOptions & { readonly to: string }, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const path = outside(options.to, counter);
    await refuseOtherHistory(options.to, textAt(path) ?? '', setting.storage, counter);
    const head = await anchor(options.to, setting);
    await setting.storage.sweep();
    addLines(path, [anchorLine(head)]);
    return { data: { ...head, file: options.to }, note: counter.say('told.anchored', { seq: head.seq, file: options.to }) };
  });

/** Those of some anchors that are of another history than the register’s: none that restoring a back-up explains. */
async function ofOtherHistory(anchors: readonly Anchor[], { read }: Pick<Storage, 'read'>): Promise<readonly Anchor[]> {
  const others: Anchor[] = [];
  for (const one of anchors) if ((await read.hashOf(one.seq)) !== one.hash) others.push(one);
  if (others.length === 0) return others;
  const restorings = (await read.eventsOf(registerId)).filter(({ kind }) => kind === 'restored');
  return others.filter(({ at }) => !restorings.some((restored) => at <= restored.at));
}

/** What tells of two histories in one file of anchors. */
const toldHistory = (others: readonly Anchor[], file: string, { dayInWords }: Counter) => ({
  file,
  count: others.length,
  events: `${others
    .slice(0, few)
    .map(({ seq, at }) => `${seq} (${dayInWords(at.slice(0, 10))})`)
    .join(', ')}${others.length > few ? ' …' : ''}`,
});

/** Throws a Refusal where a file has anchors of another register, or of a copy of this one that has gone on by itself. */
async function refuseOtherHistory(file: string, text: string, storage: Pick<Storage, 'read'>, counter: Counter): Promise<void> {
  const others = await ofOtherHistory(readAnchors(text).anchors, storage);
  if (others.length > 0) throw refusal('register-two-histories', { ...toldHistory(others, file, counter), added: 'no' });
}

export const verifyOf = (options: CommonOptions & { readonly anchors?: string }, counter: Counter): Promise<Answer> =>
  counter.withStorage(async (storage) => {
    let anchors: readonly Anchor[] = [];
    if (options.anchors !== undefined) {
      const read = readAnchors(textOf(options.anchors, counter));
      anchors = read.anchors;
      if (read.strange.length > 0)
        counter.problems.push({
          code: 'register-anchor-lines',
          severity: 'error',
          args: { file: options.anchors, lines: read.strange.join(', ') },
        });
    }
    const verdict = await verify(storage, { anchors, now: counter.edge.now(), limit: mostFaults });
    const { whole, events, files, anchoredTo, faults, counts, head } = verdict;
    const { say, lifeWords } = counter;
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const named = await namedFaults(faults, storage, options, counter);
    const losses = counts.has('anchor-restored') ? await lossesIn(anchors, storage) : [];
    // An anchor that was taken since holds what there is: then the loss alone is told, for as long as anchors tell of it.
    const isOnlyLost = counts.size === 1 && losses.length > 0 && losses.every(({ restoredAt }) => anchoredTo >= restoredAt);
    for (const { first, last, since, until, restoredOn } of losses)
      counter.problems.push({
        code: 'register-lost-by-restoring',
        severity: isOnlyLost ? 'warning' : 'error',
        args: {
          ...{ first, last, held: isOnlyLost ? 'yes' : 'no', file: options.anchors ?? '' },
          ...{ since: counter.dayInWords(since), until: counter.dayInWords(until), day: counter.dayInWords(restoredOn) },
        },
      });
    if (counts.has('anchor-differs') || counts.has('anchor-beyond')) {
      const others = await ofOtherHistory(anchors, storage);
      if (others.length > 0 && others.length < anchors.length)
        counter.problems.push({
          code: 'register-two-histories',
          severity: 'error',
          args: { ...toldHistory(others, options.anchors ?? '', counter), added: 'none' },
        });
    }
    const lacking = named.filter(({ code }) => code === 'file-missing' || code === 'file-changed');
    if (lacking.length > 0) {
      const paths = lacking.slice(0, few).map(({ of = '' }) => `register/files/${of.slice(0, 2)}/${of.slice(2)}`);
      const args = { count: lacking.length, paths: `${paths.join(', ')}${lacking.length > few ? ' …' : ''}` };
      counter.problems.push({ code: 'register-files-lack', severity: 'error', args });
    }
    const isWhole = whole || isOnlyLost;
    if (!isWhole) counter.problems.push({ code: 'register-broken', severity: 'error', args: {} });
    return {
      data: { whole: isWhole, losses, events, files, head, anchoredTo, counts: Object.fromEntries(counts), faults: named },
      lines: named.map(({ code, seq, table, of, paper, person }) =>
        [
          seq === undefined ? '–' : String(seq),
          say(`faults.${code}`),
          [paper, person].filter((one) => one !== null).join(', '),
          tableInWords(table, lifeWords),
          of ?? '',
        ]
          .filter((part, at) => at < 2 || part !== '')
          .join('  '),
      ),
      note: !isWhole
        ? say('told.broken', { n, events, files })
        : options.anchors === undefined
          ? say('told.wholeUnanchored', { events, files })
          : say('told.whole', { events, files, anchored: anchoredTo }),
      code: isWhole && counter.problems.every(({ severity }) => severity !== 'error') ? exit.ok : exit.findings,
    };
  });

/** The faults with the paper and the person that each is about, as far as the rows still tell. */
async function namedFaults(
  faults: readonly Fault[],
  storage: Storage,
  options: CommonOptions,
  { desk, language }: Counter,
): Promise<readonly (Fault & Whose)[]> {
  if (faults.length === 0) return [];
  const workplace = openWorkplace(options, desk, []);
  const named: (Fault & Whose)[] = [];
  for (const fault of faults) named.push({ ...fault, ...(await whoseFault(fault, { storage, desk, language, workplace })) });
  return named;
}

/** What the rows of a table say the state of; those of other tables are called as they are. */
const thingsOfTables: Readonly<Record<string, Thing | undefined>> = {
  ...{ person: 'person', hold: 'person', holding: 'holding', proposal: 'proposal', approval: 'proposal', document: 'document' },
  ...{ document_state: 'document', document_file: 'document', request: 'request', acknowledgement: 'request' },
};

const tableInWords = (table: string | undefined, { things }: LifeWords): string => {
  const thing = thingsOfTables[table ?? ''];
  return thing === undefined ? (table ?? '') : things[thing];
};

/** So many files are named with their places. */
const few = 5;

/** So many faults are told one by one; a register that was rewritten has as many as it has events. */
const mostFaults = 200;

export const backup = (folder: string, _options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withStorage(async (storage) => {
    const note = await storage.backUp(outside(folder, counter));
    for (const sha256 of note.lacking) counter.problems.push({ code: 'storage/file-missing', severity: 'error', args: { sha256 } });
    return { data: { ...note, folder }, note: counter.say('told.backedUp', { folder, events: note.head.seq, files: note.files }) };
  });

export async function restoreOf(
  folder: string,
  options: CommonOptions & { readonly erasures?: string },
  counter: Counter,
): Promise<Answer> {
  const { target, edge, say } = counter;
  const read = options.erasures === undefined ? { erasures: [], strange: [] } : readErasures(textOf(options.erasures, counter));
  if (read.strange.length > 0) throw refusal('register-anchor-lines', { file: options.erasures ?? '', lines: read.strange.join(', ') });
  const storage = await restore(counter.place(folder), target, edge, { actor: programActor, erasures: read.erasures });
  try {
    return { data: { folder, head: await storage.read.head() }, note: say('told.restored', { folder }) };
  } finally {
    await storage.close();
  }
}
