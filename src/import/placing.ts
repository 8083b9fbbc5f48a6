/** Texts without a place to which somebody gave one: they become entries of that list, as if a heading of the file had said so. */
import type { Role } from '../role/role.generated.js';
import { tickedOnly } from './boxes.js';
import { clauseOf } from './clause-form.js';
import { idsIn } from './comparison.js';
import { freeName, inOne } from './draft-values.js';
import type { ClauseForm } from './formed.js';
import { addMissingCriteria } from './missing-criteria.js';
import { withoutLead } from './lead-words.js';
import { isRecord, valueAt } from './pointer.js';
import { numberOfUnplaced } from './report.js';
import type { ImportReport, ReportPart } from './report.js';
import type { Rules } from './rules.js';
import type { Understanding } from './understand.js';
import { longestText } from './work.js';

/** The lists whose entries are a text, each with the form that its texts have, and what an entry says besides. */
const lists = {
  duties: { form: 'duty', also: {} },
  knowledge: { form: 'knowledge', also: {} },
  'requirements.skills': { form: 'skill', also: {} },
  'requirements.extra': { form: 'phrase', also: {} },
  'requirements.qualities': { form: 'phrase', also: {} },
  rights: { form: 'right', also: {} },
  responsibility: { form: 'liability', also: { kind: 'performance' } },
  conditions: { form: 'sentence', also: { kind: 'other' } },
  physicalDemands: { form: 'sentence', also: {} },
  guidedBy: { form: 'phrase', also: {} },
} as const satisfies Readonly<Record<string, { readonly form: ClauseForm; readonly also: object }>>;

export type PlaceKey = keyof typeof lists;
export const placeKeys = Object.keys(lists) as readonly PlaceKey[];
export const isPlaceKey = (key: string): key is PlaceKey => Object.hasOwn(lists, key);

/** By the number of a text under `unplaced`: the list that it goes to, or that it is left out. */
export type Places = ReadonlyMap<number, PlaceKey | 'out'>;

type Entry = { readonly id: string; readonly text: string };

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
    const { form, also } = key === undefined ? { form: null, also: {} } : lists[key];
    const text = form === null ? '' : clauseOf(withoutLead(tickedOnly(one.text), form, title, rules).text, form, rules).text;
    if (key === undefined || text === '' || text.length > longestText) {
      homes.set(at, `role:/unplaced/${rest.push(one) - 1}/text`);
      return;
    }
    const entry = { id: idFor(text), ...also, text, ...(one.source !== undefined && { source: one.source }) };
    homes.set(at, `role:${addTo(draft, key, entry, filled)}/text`);
  });
  if (rest.length > 0) Reflect.set(draft, 'unplaced', rest);
  else Reflect.deleteProperty(draft, 'unplaced');
  addMissingCriteria(draft, rules, { idFor });
  return { ...understood, draft, report: reportWith(understood.report, homes, filled) };
}

function addTo(draft: Role, key: PlaceKey, entry: Entry, filled: Set<string>): string {
  if (key === 'duties') {
    const [first] = draft.duties;
    if (first && filled.delete('/duties/0')) {
      // The area still has to be named.
      filled.add('/duties/0/heading');
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
  if (!isRecord(holder)) return pointer;
  const list = filled.delete(`${pointer}/0`) ? [] : ((Reflect.get(holder, last) as Entry[] | undefined) ?? []);
  Reflect.set(holder, last, [...list, entry]);
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
