/** `register request`, `open`, `cancel` and `expire`. */
import { choiceOf } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { methods } from '../../life/events.js';
import { requestByLink } from '../../post/by-link.js';
import { nameIn, paperLabel, personMeant, requestMeant } from '../../register/find.js';
import type { RequestMeant } from '../../register/find.js';
import { cancel, expire, open, request, toAsk } from '../../register/requests.js';
import { orRefuse, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { standingTotals, statusOf } from '../../register/status.js';
import type { StatusRow } from '../../register/status.js';
import { toldToCome } from '../../register/to-come.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { distanceFor, warnWithout } from './by-link.js';
import { scopeOf } from './papers.js';
import type { ScopeOptions } from './papers.js';

export interface RequestOptions extends CommonOptions, ScopeOptions {
  readonly kind?: string;
  readonly method?: string;
  readonly due?: string;
}

/** The rows of those whom the command line names. */
export async function rowsFor(
  persons: readonly string[],
  options: ScopeOptions & { readonly kind?: string },
  setting: Setting,
): Promise<readonly StatusRow[]> {
  const rows = await statusOf({ ...(await scopeOf(options, setting)), kind: options.kind }, setting);
  const ids = await idsOf(persons, setting);
  return ids === null ? rows : rows.filter(({ holder }) => ids.has(holder.person.id));
}

/** Whom the command line names one by one; null where it names nobody. */
export async function idsOf(persons: readonly string[], setting: Setting): Promise<ReadonlySet<string> | null> {
  if (persons.length === 0) return null;
  const ids = new Set<string>();
  for (const written of persons) ids.add((await personMeant(written, setting)).id);
  return ids;
}

export const isNobodyNamed = (persons: readonly string[], { all, department, role, person }: ScopeOptions): boolean =>
  persons.length === 0 && !all && department === undefined && role === undefined && person === undefined;

export const requestOf = (persons: readonly string[], options: RequestOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (isNobodyNamed(persons, options)) throw refusal('register-nothing-named');
    const usage: Diagnostic[] = [];
    const method = choiceOf('--method', options.method, methods, usage) ?? 'in-person';
    orRefuse(usage);
    const rows = await rowsFor(persons, options, setting);
    if (rows.length === 0) await refuseLeavers(persons, setting, counter);
    const due = options.due === undefined ? undefined : counter.day(options.due);
    const byName = persons.length > 0 || options.person !== undefined;
    const whom = toAsk(rows, { byName });
    const distant = method === 'link' ? { due, distance: distanceFor(setting, counter), own: counter.own } : null;
    const { asked, without } = distant
      ? await requestByLink(whom, distant, setting)
      : { asked: await request(whom, { method, due }, setting), without: [] };
    if (!byName) counter.problems.push(...toldToCome(rows, setting));
    warnWithout(
      without.map((one) => nameIn(one, counter.language)),
      counter,
    );
    const { say, language } = counter;
    const lines = asked.map(({ row, due }) => [
      row.holder.person.externalId ?? row.holder.person.id.slice(0, 10),
      nameIn(row.holder.person, language),
      paperLabel(row.document, setting),
      due ?? '',
    ]);
    return {
      data: { requests: asked.map(({ id, row, due }) => ({ id, person: row.holder.person.id, document: row.document.id, due, method })) },
      lines:
        lines.length === 0
          ? []
          : table([[say('columns.number'), say('columns.person'), say('columns.paper'), say('columns.due')], ...lines]),
      note:
        rows.length === 0
          ? say('told.nothingIssued')
          : asked.length === 0
            ? say('told.nobodyToAsk', unaskedIn(rows, byName))
            : say('told.requested', { n: asked.length }),
    };
  });

/** Why nobody of these has to be asked. */
function unaskedIn(
  rows: readonly StatusRow[],
  byName: boolean,
): Readonly<Record<'requested' | 'current' | 'refused' | 'toCome' | 'leaving', number>> {
  const { requested, current, refused, toCome } = standingTotals(rows);
  const leaving = byName ? 0 : rows.filter(({ holder, stand }) => holder.person.leftOn !== null && stand.standing !== 'requested').length;
  return { requested, current, refused, toCome, leaving };
}

/** Whoever has left is asked for nothing, which has another cause than that no paper is in force. */
async function refuseLeavers(persons: readonly string[], setting: Setting, { dayInWords, language }: Counter): Promise<void> {
  for (const written of persons) {
    const person = await personMeant(written, setting);
    if (person.leftOn !== null && person.leftOn < setting.today)
      throw refusal('register-asked-left', { person: nameIn(person, language), day: dayInWords(person.leftOn) });
  }
}

/** What sentences about a request name. */
export const namesOf = (
  meant: RequestMeant,
  setting: Setting,
  { language }: Counter,
): { readonly person: string; readonly paper: string } => ({
  person: nameIn(meant.person, language),
  paper: paperLabel(meant.document, setting),
});

export const openOf = (person: string, paper: string | undefined, options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const meant = await requestMeant({ person, paper, states: ['requested'] }, setting);
    await open(meant, setting);
    return { data: { request: meant.request.id }, note: counter.say('told.opened', namesOf(meant, setting, counter)) };
  });

export const cancelOf = (
  person: string,
  paper: string | undefined,
  options: CommonOptions & { readonly reason: string },
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const meant = await requestMeant({ person, paper, states: ['requested', 'opened', 'printed', 'declined', 'scanned'] }, setting);
    await cancel(meant, options.reason, setting);
    return { data: { request: meant.request.id }, note: counter.say('told.cancelled', namesOf(meant, setting, counter)) };
  });

export const expireOf = (persons: readonly string[], options: RequestOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (isNobodyNamed(persons, options)) throw refusal('register-nothing-named');
    const n = await expire(await rowsFor(persons, options, setting), setting);
    return { data: { expired: n }, note: counter.say('told.expired', { n }) };
  });
