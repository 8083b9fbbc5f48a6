/** What a paper of the role says, beside what the file said: the way there and back. */
import type { Statement } from '../document/statements.js';
import type { Role } from '../role/role.generated.js';
import { idsAt, textsIn, valueAt } from './pointer.js';
import { shareOf, stemsOf } from './likeness.js';
import type { ImportReport, ReportPart } from './report.js';

export interface BesidePaper {
  /** For each entry of the report, for each of its parts: what the paper says of it. Empty for what it does not print. */
  readonly said: readonly (readonly (readonly Statement[])[])[];
  /** What the paper says and the file does not: law, custom, and what the role had to invent. */
  readonly added: readonly Statement[];
}

/** So much of a part must stand in a sentence of the paper that they are taken for the same: the paper puts its own words around. */
const contained = 0.65;

const fewStems = 2;

/** Of what is no part of the role, this alone the paper may say in words of its own. */
const saidByPaper: ReadonlySet<string> = new Set(['lead', 'formula', 'repeated', 'document-name']);
const isOnPaper = ({ certainty, why, to }: ReportPart): boolean =>
  certainty === 'left-out' ? saidByPaper.has(why.code) : certainty !== 'unplaced' && to.length > 0;

/** Parts times sentences; more has no description that people read. */
const mostCompared = 400_000;

/** How the role of the paper is another one than the draft of the file. */
export interface OtherRole {
  /** The id of an entry of the draft in that role, where it has another one. */
  readonly idsOf?: ReadonlyMap<string, string>;
  /** Whether somebody may have moved texts without a place to theirs. */
  readonly isMoved?: boolean;
  /** What a paper says where there is nobody: “None”. */
  readonly nobody?: RegExp;
  /** The parts that are looked for by their words, by entry and place in it; all where it is not given. */
  readonly isAsked?: (at: number, place: number) => boolean;
}

/**
 * Entries are known by the id that they have in the role and on the paper; what the paper says in sentences of its own, such as
 * who the superior is, by its words.
 */
export function besidePaper(
  { entries }: ImportReport,
  draft: Role,
  statements: readonly Statement[],
  { idsOf, isMoved = false, nobody, isAsked = () => true }: OtherRole = {},
): BesidePaper {
  const byKey = new Map(statements.map((one) => [one.key, one]));
  const used = new Set<Statement>();
  const use = (found: readonly Statement[]): readonly Statement[] => {
    for (const one of found) used.add(one);
    return found;
  };
  const byId = entries.map(({ parts }) =>
    parts.map((part) => {
      const ids = [...new Set(part.to.flatMap((pointer) => idsAt(draft, pointer)))];
      return use(ids.flatMap((id) => byKey.get(idsOf?.get(id) ?? id) ?? []));
    }),
  );
  const free = statements.filter((one) => !used.has(one)).map((one) => ({ one, stems: stemsOf(wholeOf(one)) }));
  const rest = entries.flatMap(({ parts }) => parts).length;
  const said = entries.map(({ parts }, at) =>
    parts.map((part, place) => {
      const found = byId[at]?.[place] ?? [];
      if (
        !isAsked(at, place) ||
        !(isOnPaper(part) || (isMoved && part.certainty === 'unplaced')) ||
        rest * free.length > mostCompared ||
        found.some((one) => holds(one, part))
      )
        return found;
      const other = use(nearest(part, free));
      if (other.length > 0) return other;
      const facts = use(saysFact(part, { draft, free, nobody }));
      return facts.length > 0 ? facts : found;
    }),
  );
  return { said, added: statements.filter((one) => !used.has(one)) };
}

/** A statement as one text: of a labelled value, its label first; dashes of empty cells say nothing. */
export function wholeOf({ topic, text }: Statement): string {
  const said = text.replace(/(?:(?:^|\s)[–—-])+$/u, '');
  return topic === null ? text : said === '' ? topic : `${topic}: ${said}`;
}

/** Whether a sentence of the paper has the words of a part: the result of an area stands apart from its heading, under one id. */
function holds(statement: Statement, { text }: ReportPart): boolean {
  const [own, stems] = [stemsOf(text), stemsOf(wholeOf(statement))];
  return [...own].filter((stem) => stems.has(stem)).length >= contained * own.size;
}

function nearest(part: ReportPart, statements: readonly { readonly one: Statement; readonly stems: ReadonlySet<string> }[]): Statement[] {
  const own = stemsOf(part.text);
  if (own.size === 0) return [];
  let best: { one: Statement; share: number } | null = null;
  for (const { one, stems } of statements) {
    const shared = [...own].filter((stem) => stems.has(stem)).length;
    const share = shareOf(own, stems);
    if (shared / own.size >= contained && share > (best?.share ?? 0)) best = { one, share };
  }
  // A word or two stand in many sentences; only a value is as short as that.
  return best && (own.size > fewStems || best.share >= 0.5) ? [best.one] : [];
}

interface FactPlaces {
  readonly draft: Role;
  readonly free: readonly { readonly one: Statement; readonly stems: ReadonlySet<string> }[];
  readonly nobody: RegExp | undefined;
}

/** What the paper says, in words of its own, of who is above and below the holder and stands in for them: statements with that post, or with nobody. */
function saysFact({ to, why }: ReportPart, { draft, free, nobody }: FactPlaces): Statement[] {
  if (why.code === 'nobody') return free.filter(({ one }) => one.topic !== null && nobody?.test(one.text.trim())).map(({ one }) => one);
  const posts = [...new Set(to.flatMap((pointer) => postsAt(draft, pointer)))].map(stemsOf).filter(({ size }) => size > 0);
  return free
    .filter(({ stems }) => posts.some((post) => stems.size <= post.size + wordsAround && [...post].every((stem) => stems.has(stem))))
    .map(({ one }) => one);
}

/** So many words a paper puts around a post: more are about something else. */
const wordsAround = 8;

/** The titles of the posts that a value of the draft names. */
function postsAt(draft: Role, pointer: string): string[] {
  const [kind, path = ''] = pointer.split(':');
  if (kind !== 'role' || !/^\/(?:reportsTo|subordinates|deputising)\b/u.test(path)) return [];
  const named = (value: unknown): string[] => {
    if (typeof value === 'string') return Object.hasOwn(draft.posts, value) ? textsIn(draft.posts[value]?.title) : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(named) : [];
  };
  return named(valueAt(draft, path));
}
