/** Texts without a place to which somebody gave one: they become entries of that list, as if a heading of the file had said so. */
import type { Duty, Role } from '../role/role.generated.js';
import { tickedOnly } from './boxes.js';
import { clauseOf } from './clause-form.js';
import { idsIn } from './comparison.js';
import { usualAbsences } from './deputising.js';
import { freeName, inOne } from './draft-values.js';
import type { ClauseForm } from './formed.js';
import { addMissingCriteria } from './missing-criteria.js';
import { withoutLead } from './lead-words.js';
import { isRecord, valueAt } from './pointer.js';
import { postTitles } from './posts.js';
import { numberOfUnplaced } from './report.js';
import type { ImportReport, ReportPart } from './report.js';
import type { Rules } from './rules.js';
import type { Understanding } from './understand.js';
import { longestText } from './work.js';

/** The lists whose entries are a text, each with the form that its texts have, their key where it is another, and what an entry says besides. */
const lists = {
  duties: { form: 'duty', also: {} },
  knowledge: { form: 'knowledge', also: {} },
  'requirements.skills': { form: 'skill', also: {} },
  'requirements.extra': { form: 'phrase', also: {} },
  'requirements.qualities': { form: 'phrase', also: {} },
  rights: { form: 'right', also: {} },
  limits: { form: 'phrase', also: {}, words: 'topic' },
  responsibility: { form: 'liability', also: { kind: 'performance' } },
  relations: { form: 'phrase', also: {}, words: 'party' },
  conditions: { form: 'sentence', also: { kind: 'other' } },
  'pay.components': { form: 'sentence', also: {} },
  // What is measured, whose target is still to be set.
  kpis: { form: 'phrase', also: { operator: 'equal', value: null, unit: 'count' }, words: 'name' },
  physicalDemands: { form: 'sentence', also: {} },
  guidedBy: { form: 'phrase', also: {} },
} as const satisfies Readonly<Record<string, ListPlace>>;

interface ListPlace {
  readonly form: ClauseForm;
  readonly also: object;
  readonly words?: 'topic' | 'party' | 'name';
}

/** What a role says once: a further text goes on with what is there. */
const sentences = { purpose: 'phrase', summary: 'sentence' } as const satisfies Readonly<Record<string, ClauseForm>>;

/** Where a role names posts: a text becomes one, or several that it joins. */
const relations = ['reportsTo', 'subordinates', 'deputising'] as const;

type SentenceKey = keyof typeof sentences;
type RelationKey = (typeof relations)[number];
export type PlaceKey = SentenceKey | RelationKey | keyof typeof lists;
export const placeKeys = [...Object.keys(sentences), ...relations, ...Object.keys(lists)] as readonly PlaceKey[];
export const isPlaceKey = (key: string): key is PlaceKey => Object.hasOwn(lists, key) || isSentenceKey(key) || isRelationKey(key);
const isRelationKey = (key: string): key is RelationKey => (relations as readonly string[]).includes(key);
const isSentenceKey = (key: string): key is SentenceKey => Object.hasOwn(sentences, key);
const placeOf = (key: Exclude<PlaceKey, RelationKey>): ListPlace => (isSentenceKey(key) ? { form: sentences[key], also: {} } : lists[key]);

/** By the number of a text under `unplaced`: the list that it goes to, or that it is left out. */
export type Places = ReadonlyMap<number, PlaceKey | 'out'>;

type Entry = { readonly id: string };

/** The draft and its report with texts where somebody put them; what is too long for an entry stays without a place. */
export function withPlaces(understood: Understanding, places: Places, rules: Rules): Understanding {
  const before = understood.draft.unplaced ?? [];
  const ids = new Set(idsIn(understood.draft));
  const idFor = (text: string): string => {
    const id = freeName(text, 'entry', (one) => ids.has(one));
    ids.add(id);
    return id;
  };
  const draft = structuredClone(understood.draft);
  const filled = new Set(understood.report.filled);
  /** Where each text is now, by the number that it had. */
  const homes = new Map<number, string | null>();
  const title = inOne(draft.title);
  const rest: typeof before = [];
  before.forEach((one, at) => {
    const key = places.get(at);
    if (key === 'out') {
      homes.set(at, null);
      return;
    }
    if (key !== undefined && isRelationKey(key)) {
      homes.set(at, relate(draft, key, one.text, filled, rules) ? `role:/${key}` : `role:/unplaced/${rest.push(one) - 1}/text`);
      return;
    }
    const { form, also, words = 'text' } = key === undefined ? { form: null, also: {} } : placeOf(key);
    const text = form === null ? '' : clauseOf(withoutLead(tickedOnly(one.text), form, title, rules).text, form, rules).text;
    if (key === undefined || text === '' || text.length > longestText) {
      homes.set(at, `role:/unplaced/${rest.push(one) - 1}/text`);
      return;
    }
    if (isSentenceKey(key)) {
      homes.set(at, goOn(draft, key, text, filled) ? `role:/${key}` : `role:/unplaced/${rest.push(one) - 1}/text`);
      return;
    }
    const entry = { id: idFor(text), ...also, [words]: text, ...(one.source !== undefined && { source: one.source }) };
    homes.set(at, `role:${addTo(draft, key, entry, filled)}/${words}`);
  });
  if (rest.length > 0) Reflect.set(draft, 'unplaced', rest);
  else Reflect.deleteProperty(draft, 'unplaced');
  addMissingCriteria(draft, rules, { idFor });
  return { ...understood, draft, report: reportWith(understood.report, homes, filled) };
}

/** Writes a text where the role has one, or behind it; false where both are too long for it. */
function goOn(draft: Role, key: SentenceKey, text: string, filled: Set<string>): boolean {
  const before = filled.delete(`/${key}`) ? '' : inOne(draft[key]);
  const next = before === '' ? text : `${before}. ${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  if (next.length > longestText) return false;
  Reflect.set(draft, key, next);
  return true;
}

/** What stands before the posts: “Supervises: the storekeeper”. */
const label = /^[^:]{1,60}:\s+(?=\S)/u;

/** Names the posts of a text where the role has them; false where it says none, or the role has one place and it is taken. */
function relate(draft: Role, key: RelationKey, text: string, filled: Set<string>, rules: Rules): boolean {
  const said = tickedOnly(text).replace(label, '');
  const titles = postTitles(said, 'nominative', rules);
  if (titles.length === 0 || titles.some((title) => title.length > longestTitle)) return false;
  if (key === 'deputising') {
    const [title] = titles;
    if (title === undefined || titles.length > 1 || draft.deputising?.by !== undefined) return false;
    const { deputising = { reasons: [...usualAbsences], transfersRights: false } } = draft;
    Reflect.set(draft, key, { ...deputising, by: postOf(draft, title) });
    return true;
  }
  const pointer = key === 'reportsTo' ? '/reportsTo/posts/0' : '/subordinates/0';
  const before = key === 'reportsTo' ? draft.reportsTo.posts : (draft.subordinates ?? []);
  const kept = filled.delete(pointer) ? [] : before;
  const posts = [...new Set([...kept, ...titles.map((title) => postOf(draft, title))])];
  if (key === 'subordinates') Reflect.set(draft, key, posts);
  else Reflect.set(draft, key, { ...draft.reportsTo, ...(posts.length > 1 && { mode: draft.reportsTo.mode ?? 'all' }), posts });
  for (const one of before) if (!kept.includes(one)) Reflect.deleteProperty(draft.posts, one);
  return true;
}

/** What has more characters is a sentence, and no title. */
const longestTitle = 120;

/** The post of this title, which is added where the role has none. */
function postOf({ posts }: Role, title: string): string {
  const known = Object.entries(posts).find(([, one]) => one.title === title)?.[0];
  if (known !== undefined) return known;
  const id = freeName(title, 'post', (one) => Object.hasOwn(posts, one));
  Reflect.set(posts, id, { title });
  return id;
}

function addTo(draft: Role, key: keyof typeof lists, said: Entry, filled: Set<string>): string {
  if (key === 'duties') {
    const entry = said as Duty;
    const [first] = draft.duties;
    const isInvented = filled.delete('/duties/0');
    // The area still has to be named.
    if (isInvented) filled.add('/duties/0/heading');
    if (first && (isInvented || filled.delete('/duties/0/duties/0'))) {
      first.duties = [entry];
      return '/duties/0/duties/0';
    }
    const at = draft.duties.length - 1;
    const group = draft.duties[at];
    return `/duties/${at}/duties/${(group?.duties.push(entry) ?? 1) - 1}`;
  }
  const steps = key.split('.');
  const last = steps.at(-1) ?? '';
  const holder = steps.length === 1 ? draft : valueAt(draft, `/${steps.slice(0, -1).join('/')}`);
  const pointer = `/${steps.join('/')}`;
  if (!isRecord(holder)) {
    Reflect.set(draft, steps[0] ?? '', { [last]: [said] });
    return `${pointer}/0`;
  }
  const list = filled.delete(`${pointer}/0`) ? [] : ((Reflect.get(holder, last) as Entry[] | undefined) ?? []);
  Reflect.set(holder, last, [...list, said]);
  return `${pointer}/${list.length}`;
}

function reportWith(report: ImportReport, homes: ReadonlyMap<number, string | null>, filled: ReadonlySet<string>): ImportReport {
  const characters = { ...report.characters };
  const moved = (part: ReportPart): ReportPart => {
    const at = numberOfUnplaced(part);
    const home = at === undefined ? undefined : homes.get(at);
    if (home === undefined) return part;
    if (home?.startsWith('role:/unplaced/')) return { ...part, to: [home] };
    const certainty = home === null ? 'left-out' : 'mapped';
    const count = part.text.replace(/\s/gu, '').length;
    characters.unplaced -= count;
    characters[certainty] += count;
    return { ...part, to: home === null ? [] : [home], certainty, why: { code: 'chosen', args: {} }, belongs: null };
  };
  const entries = report.entries.map((entry) => ({ ...entry, parts: entry.parts.map(moved) }));
  return { entries, filled: [...filled], characters };
}
