/** `register anchor`, `verify`, `backup` and `restore`. */
import { openWorkplace } from 'rolewright';
import { anchorLine, readAnchors } from '../../chain/anchor.js';
import type { Anchor } from '../../chain/anchor.js';
import { programActor } from '../../life/ids.js';
import { anchor } from '../../register/retention.js';
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
    const head = await anchor(options.to, setting);
    await setting.storage.sweep();
    addLines(path, [anchorLine(head)]);
    return { data: { ...head, file: options.to }, note: counter.say('told.anchored', { seq: head.seq, file: options.to }) };
  });

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
    const { say } = counter;
    const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const named = await namedFaults(faults, storage, options, counter);
    if (!whole) counter.problems.push({ code: 'register-broken', severity: 'error', args: {} });
    return {
      data: { whole, events, files, head, anchoredTo, counts: Object.fromEntries(counts), faults: named },
      lines: named.map(({ code, seq, table, of, paper, person }) =>
        [
          seq === undefined ? '–' : String(seq),
          say(`faults.${code}`),
          [paper, person].filter((one) => one !== null).join(', '),
          table ?? '',
          of ?? '',
        ]
          .filter((part, at) => at < 2 || part !== '')
          .join('  '),
      ),
      note: !whole
        ? say('told.broken', { n, events, files })
        : options.anchors === undefined
          ? say('told.wholeUnanchored', { events, files })
          : say('told.whole', { events, files, anchored: anchoredTo }),
      code: whole && counter.problems.length === 0 ? exit.ok : exit.findings,
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
