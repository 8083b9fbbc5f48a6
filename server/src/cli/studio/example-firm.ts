/**
 * The register of the firm to try: twelve people, some weeks of papers, and something of each sort that waits for HR or for a head. All of it
 * is made up, and comes out the same each time it is made on one day.
 */
import { createHash } from 'node:crypto';
import { addDays, ownData } from 'rolewright';
import type { Diagnostic, Locale, Names, PersonRow, Workspace } from 'rolewright';
import { acknowledgeInPerson } from '../../register/answers.js';
import { refuse } from '../../register/refusing.js';
import { actorNamed } from '../../register/actor.js';
import { begin, nameOf } from '../../register/begin.js';
import { issue } from '../../register/issue.js';
import { takePeople } from '../../register/people.js';
import { request, toAsk } from '../../register/requests.js';
import { employerOf, orRefuse } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { statusOf } from '../../register/status.js';
import type { StatusRow } from '../../register/status.js';
import { holdersIn, papersFor } from '../../register/wanted.js';
import { statementFor } from '../../papers/for-request.js';
import type { Edge } from '../../storage/edge.js';
import { openStorage } from '../../storage/storage.js';
import type { Storage } from '../../storage/storage.js';
import type { Edit } from '../../studio/edits.js';
import { beginVariant, useVariant } from '../../studio/new-variant.js';
import { proposeDraft } from '../../studio/proposing.js';
import { saveRole } from '../../studio/role-editor.js';
import { openStudio } from '../../studio/studio.js';
import { openProject } from '../project.js';
import type { OpenProject, ProjectPlace } from '../project.js';

/** People and words of the firm, in one language. */
interface Firm {
  readonly head: string;
  readonly hr: string;
  readonly people: readonly { readonly name: Names; readonly gender: 'male' | 'female' }[];
  readonly refusal: { readonly reason: string; readonly witnesses: readonly string[] };
  readonly proposal: { readonly summary: string; readonly text: string };
  readonly variant: { readonly text: string; readonly news: string };
}

/** What each of the people is, by their place in the list: in the firm for so many days, or to come. */
const posts: readonly (readonly [role: string, department: string, days: number])[] = [
  ['sales-manager', 'sales', 700],
  ['account-manager', 'sales', 520],
  ['sales-manager', 'sales', 410],
  ['account-manager', 'sales', 400],
  ['sales-manager', 'sales', 365],
  ['account-manager', 'sales', 330],
  ['hr-manager', 'hr', 900],
  ['sales-manager', 'sales', 250],
  ['account-manager', 'sales', 190],
  ['office-manager', 'hr', 150],
  ['sales-manager', 'sales', 2],
  ['account-manager', 'sales', -5],
];
/** Those who answer in turn, by their places; the others let it lie. */
const answers = { acknowledged: [0, 1, 2, 4, 5, 6, 9], refused: 3, declined: 7, ofHr: 6 } as const;
/** Days before today. */
const issuedBefore = 45;
const answeredBefore = 43;
const newcomersBefore = 3;

/** Chance that comes out the same each time: nobody needs secrets in a firm that there is not. */
function chance(of: string): Edge['randomBytes'] {
  let drawn = 0;
  return (count) =>
    createHash('shake256', { outputLength: count })
      .update(`${of} ${(drawn += 1)}`)
      .digest();
}

/** The register of a place at work, in days of the past. */
interface Past {
  readonly firm: Firm;
  readonly storage: Storage;
  readonly project: OpenProject;
  /** Goes on to the morning of a day; what is done then is done by somebody. */
  on(before: number, name?: string): Promise<Setting>;
}

async function inThePast(
  place: ProjectPlace,
  own: Workspace,
  { language, today, of }: { readonly language: Locale; readonly today: string; readonly of: string },
  work: (past: Past) => Promise<void>,
): Promise<void> {
  const firm = ownData(own, `locales/example.${language}.yaml`) as Firm;
  let time = 0;
  const edge: Edge = { now: () => new Date((time += 1000)), randomBytes: chance(of) };
  const storage = await openStorage(place.target, edge, { create: true });
  // Nobody else changes a file meanwhile: each is read once, however many days pass.
  const project = openProject(place, () => new Date(0));
  const on = async (before: number, name = firm.hr): Promise<Setting> => {
    const day = addDays(today, -before);
    time = Date.parse(`${day}T06:00:00.000Z`);
    return project.setting(await actorNamed(name, storage.read), language, day, storage);
  };
  try {
    await work({ firm, storage, project, on });
  } finally {
    await storage.close();
  }
}

/** People, their papers, and what they answered. */
export const fillRegister = (place: ProjectPlace, own: Workspace, language: Locale, today: string): Promise<void> =>
  inThePast(place, own, { language, today, of: 'example' }, (past) => peopleAndPapers(past, own, language, today));

async function peopleAndPapers({ firm, storage, on }: Past, own: Workspace, language: Locale, today: string): Promise<void> {
  const told: Diagnostic[] = [];
  const rows = firm.people.map(({ name, gender }, at): PersonRow => {
    const [role = '', department = '', days = 0] = posts[at] ?? [];
    const person = { name, gender, department, personnelNumber: String(201 + at).padStart(5, '0'), hireDate: addDays(today, -days) };
    return { row: at + 1, role, locale: language, person };
  });
  const first = await on(issuedBefore);
  await begin(storage, { organisation: nameOf(employerOf(first)), today: first.today });
  const issuing = await on(issuedBefore);
  const take = (of: readonly PersonRow[], setting: Setting) =>
    takePeople(of, { on: setting.today, complete: false, newcomers: true }, setting, told);
  await take(rows.slice(0, 10), issuing);
  const papers = papersFor(
    await holdersIn(storage.read, {}, issuing.today),
    { kind: 'job-description', format: 'pdf', day: issuing.today },
    issuing,
    told,
  );
  for (const paper of papers) await issue(paper, issuing.today, issuing, told);
  await request(toAsk(await statusOf({}, issuing)), { method: 'in-person', due: undefined }, issuing);

  const answering = await on(answeredBefore);
  const asked = new Map((await statusOf({}, answering)).map((row) => [Number(row.holder.person.externalId) - 201, row]));
  const meantBy = async ({ stand, holder: { person } }: StatusRow) => {
    const open = await storage.read.request(stand.asking?.request ?? '');
    const document = await storage.read.document(open?.document ?? '');
    if (!open || !document) throw new TypeError('somebody of the example was not asked');
    return { request: open, document, person };
  };
  for (const at of answers.acknowledged) {
    const row = asked.get(at);
    if (!row) continue;
    const meant = await meantBy(row);
    // Nobody records their own answer.
    const setting = at === answers.ofHr ? await on(answeredBefore, firm.head) : answering;
    await acknowledgeInPerson(meant, { statement: await statementFor(meant, setting, own), on: setting.today }, setting);
  }
  const says = { on: answering.today, reason: firm.refusal.reason };
  const witnesses = firm.refusal.witnesses.map((name) => ({ name, post: null }));
  const refusing = asked.get(answers.refused);
  if (refusing) await refuse(await meantBy(refusing), { ...says, witnesses }, answering, told);
  const declining = asked.get(answers.declined);
  if (declining) await refuse(await meantBy(declining), { ...says, reason: null, witnesses: [] }, answering, told);

  await take(rows.slice(10), await on(newcomersBefore));
  orRefuse(told);
}

/** What a department has of its own, what has become of the role since, and a proposal that waits: no screen of HR shows any of it. */
export const fillProposals = (place: ProjectPlace, own: Workspace, language: Locale, today: string): Promise<void> =>
  inThePast(place, own, { language, today, of: 'proposals' }, (past) => variantAndProposal(past, place, own, language));

async function variantAndProposal({ firm, project, on }: Past, place: ProjectPlace, own: Workspace, language: Locale): Promise<void> {
  const studio = openStudio({ workspace: project.desk().workspace, own, now: () => 0, project: place.project ?? '.' });
  const { id } = beginVariant('office-manager', { department: 'hr' }, language, studio);
  const clause = ['duties', '#running-the-office', 'duties', '#organise-office', 'text'];
  const base = (role: string): string => studio.role(role).hash;
  const save = (role: string, edits: readonly Edit[]): void => {
    const { outcome } = saveRole(role, { base: base(role), edits }, language, studio);
    if (outcome !== 'saved') throw new TypeError(`the example cannot save ${role}: ${outcome}`);
  };
  save(id, [{ do: 'set', at: clause, value: firm.variant.text }]);
  useVariant(id, 'hr', studio);
  save('office-manager', [
    { do: 'set', at: clause, value: firm.variant.news },
    { do: 'set', at: ['version'], value: '2.1.0' },
  ]);
  const proposed = { base: base('sales-manager'), edits: [{ do: 'set', at: salesClause, value: firm.proposal.text }] as const };
  const { summary } = firm.proposal;
  await proposeDraft(
    'sales-manager',
    { ...proposed, summary, raised: true },
    { newRole: '', otherBytes: '' },
    await on(1, firm.head),
    studio,
  );
}

const salesClause = ['duties', '#customer-search', 'duties', '#first-contact', 'text'];
