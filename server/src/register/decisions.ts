/**
 * What somebody decided for the employer: proposals of roles, and papers declared void. It proves how a paper came about, so it is kept
 * as long as any paper is that rests on it, and no longer than its purpose asks for: GDPR art. 5(1)(e), in the words of EUR-Lex as
 * https://www.legiscope.com/blog/gdpr-article-5-storage-limitation-eur-lex.html has them, and Federal Law 152-FZ art. 5(7), as lawyers tell it
 * at https://advokatnasimov.ru/sroki-hraneniya-personalnyh-dannyh/; both read on 2026-11-30.
 */
import { mentioning } from '../life/mentions.js';
import type { Recorded } from '../life/events.js';
import { namesIn } from '../life/person.js';
import type { DocumentRow, Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf } from './ask.js';
import { all, everybody, groupedBy } from './find.js';
import type { Someone } from './find.js';
import { currentOf, digest } from './proposals.js';
import type { Setting } from './setting.js';

/** A decision that stays, with why: papers rest on it, or nobody has decided yet. */
export interface KeptDecision {
  readonly object: string;
  readonly role: string;
  readonly sort: 'proposal' | 'voided';
  readonly why: 'papers' | 'open';
}

export interface Decisions {
  /** What may go. */
  readonly seqs: readonly number[];
  readonly kept: readonly KeptDecision[];
  /** So many entries about other people name this one as well, as a witness or as whoever recorded it: they go with those people’s data. */
  readonly withOthers: number;
}

/** Decisions in which a person is named; `also` has names under which they acted that are not theirs in the register. */
export async function decisionsOf(
  person: Someone,
  { also, own }: { readonly also: readonly string[]; readonly own: ReadonlySet<number> },
  { storage: { read }, desk }: Pick<Setting, 'desk'> & { readonly storage: { readonly read: Queries } },
): Promise<Decisions> {
  const others = (await everybody(read)).filter(({ id, known }) => id !== person.id && known !== null);
  const surnames = new Set(others.flatMap(({ known }) => (known ? namesIn(known).map(({ last }) => last.toLowerCase()) : [])));
  const spellings = person.known ? namesIn(person.known) : [];
  const isNamed = mentioning({ spellings, also, isOnly: (last) => !surnames.has(last.toLowerCase()) });
  const found = (await read.eventsSaying(isNamed)).filter(
    (event) => !own.has(event.seq) && textsIn(event.payload).some((text) => isNamed(text)),
  );
  const kept: KeptDecision[] = [];
  let withOthers = 0;
  // A name that stands by itself proves nothing: what was done under it says whose it was as long as that is kept.
  const alone = found.filter(({ kind }) => kind === 'actor-named');
  const seqs = alone.map(({ seq }) => seq);
  const about = groupedBy(
    found.filter((event) => !alone.includes(event)),
    ({ object }) => object,
  );
  const papers = about.size === 0 ? [] : await all((page) => read.documents(page));
  const isHeldBy = async (paper: DocumentRow): Promise<boolean> =>
    (await read.requestsOf({ document: paper.id })).some(({ person: of }) => others.some(({ id }) => id === of));
  for (const [object, events] of about) {
    const sort = sortOf(events);
    const paper = papers.find(({ id }) => id === object);
    if (sort === null || (paper && paper.person !== null && paper.person !== person.id)) {
      withOthers += events.length;
      continue;
    }
    const proposal = sort === 'proposal' ? await read.proposal(object) : undefined;
    const role = paper?.role ?? proposal?.role ?? '';
    // What was returned has led to nothing; the wording that was proposed after it counts.
    const since = sort === 'proposal' ? ((await lifeOf('proposal', object, read)).last.proposed?.seq ?? 0) : 0;
    const last = events.filter(({ seq }) => seq >= since);
    seqs.push(...events.filter(({ seq }) => seq < since).map(({ seq }) => seq));
    if (last.length === 0) continue;
    const why = sort === 'voided' ? await whyOfVoided(paper) : await whyOfProposal(proposal, since);
    if (why === null) seqs.push(...last.map(({ seq }) => seq));
    else kept.push({ object, role, sort, why });
  }

  async function whyOfVoided(paper: DocumentRow | undefined): Promise<KeptDecision['why'] | null> {
    return paper && (await isHeldBy(paper)) ? 'papers' : null;
  }

  async function whyOfProposal(proposal: ViewRow<'proposal'> | undefined, since: number): Promise<KeptDecision['why'] | null> {
    if (proposal?.state === 'proposed') return 'open';
    return proposal?.state === 'approved' && (await restsOn(proposal, since)) ? 'papers' : null;
  }

  /** Whether the role still reads so, or a paper that was made of it since is in force or in somebody’s file. */
  async function restsOn(proposal: ViewRow<'proposal'>, since: number): Promise<boolean> {
    const role = proposal.role ?? '';
    const current = currentOf(proposal, desk);
    if (current && digest(current) === proposal.content) return true;
    // What a department changes has an id of its own, which papers do not have: then any paper may rest on it.
    const named = papers.some((one) => one.role === role);
    for (const paper of papers)
      if (paper.event > since && (!named || paper.role === role) && (paper.state === 'issued' || (await isHeldBy(paper)))) return true;
    return false;
  }
  return { seqs: seqs.sort((one, other) => one - other), kept, withOthers };
}

/** What a decision is; null for what is about somebody else. */
function sortOf(events: readonly Recorded[]): KeptDecision['sort'] | null {
  const kinds: ReadonlySet<string> = new Set(events.map(({ kind }) => kind));
  if (['proposed', 'approved', 'returned', 'withdrawn'].some((kind) => kinds.has(kind))) return 'proposal';
  return ['voided', 'void-asked', 'void-dropped'].some((kind) => kinds.has(kind)) ? 'voided' : null;
}

/** All texts that a payload has. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
