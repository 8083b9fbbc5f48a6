/** Issuing some of the papers that were planned, with their files beside the register and in the folder of results. */
import { hasErrors, Refusal } from 'rolewright';
import type { Diagnostic, OutputFile } from 'rolewright';
import { nameIn, paperLabel, someone } from '../../register/find.js';
import { issue } from '../../register/issue.js';
import type { Issued } from '../../register/issue.js';
import { request, toAsk } from '../../register/requests.js';
import { shownNumber } from '../../register/series.js';
import { refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { statusOf } from '../../register/status.js';
import { toldToCome } from '../../register/to-come.js';
import type { Holder, WantedPaper } from '../../register/wanted.js';
import { holdersFor, papersOfStems } from './issue-plan.js';
import type { AskedIssue } from './issue-plan.js';

export interface IssuedPaper {
  readonly stem: string;
  /** Null where it could not be made. */
  readonly document: string | null;
  readonly number: string | null;
  readonly outcome: 'issued' | 'unchanged' | 'finished' | 'failed';
  readonly problems: readonly Diagnostic[];
  /** In the folder of results. */
  readonly files: readonly string[];
}

/** Papers of one attempt are asked for piece by piece: who holds what is read once, and the roles of each piece with it. */
let kept: { readonly storage: object; readonly attempt: string; readonly holders: readonly Holder[] } | null = null;

async function papersOf({ run, attempt, asked, stems }: IssueErrand, setting: Setting): Promise<readonly WantedPaper[]> {
  const { storage } = setting;
  const key = `${run}/${attempt}`;
  if (kept?.attempt !== key || kept.storage !== storage) kept = { storage, attempt: key, holders: await holdersFor(asked, setting) };
  const told: Diagnostic[] = [];
  const papers = papersOfStems(stems, kept.holders, asked, setting, told);
  if (hasErrors(told)) throw new Refusal(told);
  return papers;
}

export interface IssueErrand {
  /** What tells this run from others. */
  readonly run: string;
  /** From 1: who goes on with a run has mended what stood against it, so roles are read again. */
  readonly attempt: number;
  readonly asked: AskedIssue;
  readonly stems: readonly string[];
  /** Where the files go, from the folder of the project. */
  readonly folder: string;
}

export interface IssuedPiece {
  readonly papers: readonly IssuedPaper[];
  /** Of the run as a whole, as that the key of the seal ends soon; with an error no other paper of it can be issued now. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Issues these papers; one that cannot be made does not keep the others back, and what is in force with the same words stays as it is.
 * What fails for one seal fails for all: the paper waits with its number, and is the last that is looked at.
 */
export async function issuePapers(errand: IssueErrand, setting: Setting): Promise<IssuedPiece> {
  const { asked, stems, folder } = errand;
  const papers = await papersOf(errand, setting);
  const done: IssuedPaper[] = [];
  for (const stem of stems) {
    const paper = papers.find((one) => one.stem === stem);
    const problems: Diagnostic[] = [];
    let one: Issued | null = null;
    try {
      one = paper ? await issue(paper, asked.on, setting, problems) : null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.diagnostics);
      if (paper && isOfSeal(error)) {
        const waits: Diagnostic = { code: 'seal-papers-wait', severity: 'error', args: { paper: paper.title } };
        return { papers: done, problems: [...problems, waits] };
      }
    }
    const told = problems.filter(({ severity }) => severity !== 'info');
    if (!one) done.push({ stem, document: null, number: null, outcome: 'failed', problems: told, files: [] });
    else {
      const files = await filesOf(one.document.id, setting);
      setting.desk.workspace.writeAll(files, { folder, force: true });
      const { id } = one.document;
      done.push({
        stem,
        document: id,
        number: shownNumber(one.document),
        outcome: one.outcome,
        problems: told,
        files: files.map(({ path }) => path),
      });
    }
  }
  return { papers: done, problems: [] };
}

const isOfSeal = ({ diagnostics }: Refusal): boolean => diagnostics.some(({ code }) => code.startsWith('seal-'));

/** The files of a document as people keep them: `Job description JD-7, sales manager (en).pdf`. */
export async function filesOf(document: string, setting: Setting): Promise<readonly OutputFile[]> {
  const { read, files } = setting.storage;
  const row = await read.document(document);
  if (!row) throw refusal('register-no-document', { document });
  const person = row.person === null ? undefined : await read.person(row.person);
  const whose = person ? `, ${nameIn(someone(person), setting.language)}` : '';
  const name = nameOf(`${paperLabel(row, setting)}${whose} (${row.locale})`);
  const listed = (await read.documentFiles(document)).filter(({ format }) => format !== 'json');
  const kept = new Set(await read.filesAmong(listed.map(({ sha256 }) => sha256)));
  const found: OutputFile[] = [];
  for (const { format, sha256 } of listed) if (kept.has(sha256)) found.push({ path: `${name}.${format}`, bytes: await files.read(sha256) });
  return found;
}

/** Signs that no system has in names of files are left out. */
const nameOf = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[. -]+$/u, '')
    .slice(0, 90)
    .trim();

export interface AskErrand {
  readonly documents: readonly string[];
  readonly due?: string | undefined;
  /** People who were chosen by name: they are asked before their first day too, and again after a refusal. */
  readonly byName?: readonly string[] | undefined;
}

export interface HoldersAsked {
  readonly requested: number;
  /** Who starts later and was not asked with the others. */
  readonly problems: readonly Diagnostic[];
}

/** Asks those who hold these papers to acknowledge them, before HR; whoever has been asked already is not asked again. */
export async function askHolders({ documents, due, byName = [] }: AskErrand, setting: Setting): Promise<HoldersAsked> {
  const [ids, chosen] = [new Set(documents), new Set(byName)];
  const rows = (await statusOf({}, setting)).filter((row) => row.documents.some(({ id }) => ids.has(id)));
  const [own, others] = [true, false].map((isChosen) => rows.filter(({ holder }) => chosen.has(holder.person.id) === isChosen));
  const asked = await request([...toAsk(own ?? [], { byName: true }), ...toAsk(others ?? [])], { method: 'in-person', due }, setting);
  return { requested: asked.length, problems: toldToCome(others ?? [], setting) };
}
