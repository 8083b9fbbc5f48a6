/** Which papers would be issued to whom: what is in force already, what it takes the place of, and the number that comes next. */
import { formatsOf, hasErrors, isAcknowledged, isIn, kindName, Refusal, wantedBy } from 'rolewright';
import type { Diagnostic, Kind, Locale } from 'rolewright';
import { asItStands } from '../../register/as-it-stands.js';
import { nameIn } from '../../register/find.js';
import { datedOtherwise, otherForm, stemOf } from '../../register/issue.js';
import { papersSeen } from '../../register/known-papers.js';
import { seriesFor, sharedSeries, shownNumber } from '../../register/series.js';
import { employerOf, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { departmentLabel, roleTitle } from '../../register/titles.js';
import { holdersIn, mayHold, papersFor } from '../../register/wanted.js';
import type { Holder, SeenPaper, WantedOptions, WantedPaper } from '../../register/wanted.js';
import type { Storage } from '../../storage/storage.js';
import type { DocumentRow } from '../../storage/queries.js';
import { partsOf } from '../paper.js';
import { capital } from './register-rows.js';

export interface AskedIssue {
  /** All who hold a post, a department, a post, or people by name. */
  readonly who: 'everybody' | 'department' | 'role' | 'people';
  readonly department?: string | undefined;
  readonly role?: string | undefined;
  readonly people?: readonly string[] | undefined;
  /** None: what describes the work and is acknowledged. */
  readonly kinds: readonly string[];
  /** None: those of the people. */
  readonly languages: readonly Locale[];
  readonly form?: 'brief' | 'full' | undefined;
  readonly formats: readonly ('pdf' | 'docx')[];
  /** The date of the papers, YYYY-MM-DD. */
  readonly on: string;
}

export interface PlannedPaper {
  /** What tells the paper from all others. */
  readonly stem: string;
  readonly title: string;
  readonly kindName: string;
  readonly post: string;
  readonly departmentName: string;
  /** The only one whom it is for. */
  readonly person: string | null;
  readonly language: Locale;
  readonly form: 'brief' | 'full';
  readonly holders: number;
  readonly names: readonly string[];
  /** first: nothing is in force; again: it reads otherwise than what is in force; same: there is nothing to issue. */
  readonly outcome: 'first' | 'again' | 'same';
  /** The number in force, else the one that comes next. */
  readonly number: string;
  /** The number that it takes the place of. */
  readonly replaces: string | null;
}

export interface Plan {
  readonly papers: readonly PlannedPaper[];
  readonly people: number;
  /** Posts, or people, whose papers have not been looked at yet; 0 where all are told. */
  readonly left: number;
  readonly problems: readonly Diagnostic[];
}

/** So many names stand beside a paper. */
const named = 3;

/** The papers as `papersFor` has them, in the order in which they are numbered. Throws a Refusal where nobody is meant. */
export const wantedPapers = async (asked: AskedIssue, setting: Setting, problems: Diagnostic[]): Promise<readonly WantedPaper[]> =>
  papersFor(await holdersFor(asked, setting), optionsOf(asked), setting, problems);

/** Those of some stems: whoever asks for one after another would wait for the roles of all each time. */
export const papersOfStems = (
  stems: readonly string[],
  holders: readonly Holder[],
  asked: AskedIssue,
  setting: Setting,
  problems: Diagnostic[],
): readonly WantedPaper[] =>
  papersFor(
    holders.filter((one) => stems.some((stem) => mayHold(one, stem))),
    optionsOf(asked),
    setting,
    problems,
  );

function optionsOf({ kinds, languages, form, formats, on }: AskedIssue): WantedOptions {
  return {
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(languages.length > 0 && { locale: languages.join(',') }),
    ...(form && { detail: form }),
    format: formats.join(','),
    day: on,
  };
}

/** Those who are meant. Throws a Refusal where nobody is. */
export async function holdersFor({ who, department, role, people = [], on }: AskedIssue, setting: Setting): Promise<readonly Holder[]> {
  const scope = { department: who === 'department' ? department : undefined, role: who === 'role' ? role : undefined };
  const everyone =
    who === 'department' || who === 'role' ? await holdersIn(setting.storage.read, scope, on) : await allHolders(on, setting.storage);
  const known = new Set(people);
  const holders = who === 'people' ? everyone.filter(({ person }) => known.has(person.id)) : everyone;
  if (holders.length === 0) throw refusal('register-nobody-holds');
  return holders;
}

/** All who hold a post on a day. */
export const allHolders = (on: string, storage: Storage): Promise<readonly Holder[]> =>
  asItStands(`holders ${on}`, storage, () => holdersIn(storage.read, {}, on));

/** At most `most` posts, or people, are looked at anew; `left` says how many are still to be. */
export async function planFor(asked: AskedIssue, setting: Setting, most?: number): Promise<Plan> {
  const problems: Diagnostic[] = [];
  const { papers, left } = await papersSeen(await holdersFor(asked, setting), optionsOf(asked), setting, problems, most);
  if (hasErrors(problems)) throw new Refusal(problems);
  const { storage } = setting;
  const inForce = await asItStands(
    'in force',
    storage,
    async () => new Map((await storage.read.documentsInForce()).map((one) => [stemOf(one.key), one])),
  );
  const counts = new Map(await asItStands('highest numbers', storage, () => storage.read.highestNumbers()));
  const planned = papers.map((paper) =>
    plannedPaper(paper, asked.on, inForce.get(paper.stem) ?? inForce.get(otherForm(paper.stem)) ?? null, counts, setting),
  );
  return {
    papers: planned,
    left,
    // Those who get something new: what is in force already is issued to nobody.
    people: new Set(papers.flatMap(({ holders }, at) => (planned[at]?.outcome === 'same' ? [] : holders.map(({ person }) => person.id))))
      .size,
    problems: [...problems, ...(planned.every(({ outcome }) => outcome === 'same') ? [] : datedOtherwise(asked.on, setting))].filter(
      ({ severity }) => severity !== 'info',
    ),
  };
}

function plannedPaper(
  paper: SeenPaper,
  on: string,
  before: DocumentRow | null,
  counts: Map<string, number>,
  setting: Setting,
): PlannedPaper {
  const { language, desk } = setting;
  const { kind, roleId, department, person, isDescription, holders } = paper;
  const isSame = before?.fingerprint === paper.fingerprint;
  const series = sharedSeries(
    seriesFor(
      { kind: kind.id, isDescription, role: roleId, department, person: person?.externalId ?? null, dated: on },
      employerOf(setting),
    ),
    [...counts].map(([id, next]) => ({ id, next })),
  );
  const number = (counts.get(series) ?? 0) + 1;
  if (!isSame) counts.set(series, number);
  const home = person ? (holders[0]?.holding.department ?? null) : department;
  const title = roleTitle(roleId, home, language, setting);
  return {
    ...{ stem: paper.stem, title: paper.title, kindName: capital(kindName(desk.library.kind(kind.id), language), language) },
    post: capital(title, language),
    departmentName: departmentLabel(home, language, setting),
    person: person ? nameIn(person, language) : null,
    ...{ language: paper.locale, form: paper.form, holders: holders.length },
    names: holders.slice(0, named).map((one) => nameIn(one.person, language)),
    outcome: isSame ? 'same' : before ? 'again' : 'first',
    number: isSame && before ? shownNumber(before) : shownNumber({ series, number }),
    replaces: before && !isSame ? shownNumber(before) : null,
  };
}

export interface Preview {
  readonly title: string;
  readonly lang: string;
  /** The body of the page; text in it is text. */
  readonly html: string;
  readonly css: string;
}

/** The paper as it would be issued, but for its number, as a page. Throws a Refusal where it cannot be made. */
export async function previewOf(asked: AskedIssue, stem: string, setting: Setting): Promise<Preview> {
  const problems: Diagnostic[] = [];
  const holders = await holdersFor(asked, setting);
  const paper = papersOfStems([stem], holders, asked, setting, problems).find((one) => one.stem === stem);
  const job = paper?.orders[0]?.job;
  if (!job) throw problems.length > 0 ? new Refusal(problems) : refusal('register-act-not-made');
  const tree = setting.press.assemble(job);
  const { bytes } = await setting.press.print(tree, 'html');
  const { style, html, lang } = partsOf(new TextDecoder().decode(bytes));
  return { title: tree.title, lang, html, css: style };
}

export interface KindChoice {
  readonly id: string;
  readonly name: string;
  /** One for all who hold a post, or one for each person. */
  readonly for: 'post' | 'person';
  /** Whether it is issued where nobody says otherwise. */
  readonly usual: boolean;
  /** Whether people acknowledge it. */
  readonly acknowledged: boolean;
}

/** The papers that can be issued in the country of the employer. */
export function kindsToIssue(setting: Pick<Setting, 'workplace' | 'desk' | 'language'>): readonly KindChoice[] {
  const { desk, language } = setting;
  const { jurisdiction } = employerOf(setting);
  const usual = new Set(wantedBy({ format: 'pdf' }, desk.library, []).kinds.map(({ id }) => id));
  return desk.library
    .kinds()
    .filter((kind) => isOffered(kind, jurisdiction))
    .map((kind): KindChoice => {
      const acknowledged = isAcknowledged(kind, jurisdiction);
      return {
        ...{ id: kind.id, name: capital(kindName(kind, language), language), for: kind.for === 'post' ? 'post' : 'person' },
        ...{ usual: usual.has(kind.id) && kind.for === 'post' && acknowledged, acknowledged },
      };
    });
}

/** Not those that tell of a change or of a refusal, which are made where it happens, nor those that stand for another by themselves. */
const isOffered = (kind: Kind, country: string): boolean =>
  isIn(kind, country) &&
  (kind.for === 'post' || kind.for === 'person') &&
  kind.needs !== 'changes' &&
  kind.instead === undefined &&
  formatsOf(kind).includes('pdf') &&
  (kind.signs ?? []).length > 0 &&
  !(kind.signs ?? []).some(({ who }) => who === 'witness');
