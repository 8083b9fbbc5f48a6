/**
 * Lines of a list that are kept in memory, in their order. What happens to somebody has the lines of that person read again, and nobody
 * else’s: to read those of 10,000 people takes a second, after each answer that is recorded.
 */
import { thingOf } from '../../life/events.js';
import type { Recorded } from '../../life/events.js';
import type { Setting } from '../../register/setting.js';
import type { Queries } from '../../storage/queries.js';

export interface KeptPart<T> {
  /** What tells it from other lists of the same register. */
  readonly name: string;
  /** In any order. */
  all(setting: Setting): Promise<readonly T[]>;
  /** Those of some people. */
  of(people: ReadonlySet<string>, setting: Setting): Promise<readonly T[]>;
  personOf(line: T): string;
  order(setting: Setting): (one: T, other: T) => number;
}

interface State<T> {
  readonly key: string;
  /** Up to which event it is. */
  readonly seq: number;
  readonly lines: readonly T[];
}

/** What was read of a register, by its storage. */
const kept = new WeakMap<object, Map<string, Promise<State<unknown>>>>();

/** All lines as they are now; `key` stands for what they are made of besides the register. What was refused or broke is read again. */
export async function keptLines<T>(part: KeptPart<T>, key: string, setting: Setting): Promise<readonly T[]> {
  const own = kept.get(setting.storage) ?? new Map<string, Promise<State<unknown>>>();
  kept.set(setting.storage, own);
  const before = own.get(part.name) as Promise<State<T>> | undefined;
  const reading = caughtUp(before, part, key, setting);
  own.set(part.name, reading);
  try {
    return (await reading).lines;
  } catch (error) {
    if (own.get(part.name) === reading) own.delete(part.name);
    throw error;
  }
}

async function caughtUp<T>(reading: Promise<State<T>> | undefined, part: KeptPart<T>, key: string, setting: Setting): Promise<State<T>> {
  const before = await reading?.catch(() => undefined);
  const { read } = setting.storage;
  const { seq } = await read.head();
  if (before?.key === key && before.seq === seq) return before;
  const order = part.order(setting);
  const touched = before?.key === key ? await touchedSince(before.seq, read) : null;
  if (!before || touched === null) return { key, seq, lines: [...(await part.all(setting))].sort(order) };
  const stays = touched.size === 0 ? before.lines : before.lines.filter((line) => !touched.has(part.personOf(line)));
  return { key, seq, lines: merged(stays, [...(await part.of(touched, setting))].sort(order), order) };
}

/** Two lists in order, as one. */
function merged<T>(one: readonly T[], other: readonly T[], order: (one: T, other: T) => number): readonly T[] {
  const lines: T[] = [];
  let at = 0;
  for (const line of one) {
    for (let next = other[at]; next !== undefined && order(next, line) < 0; next = other[at]) {
      lines.push(next);
      at += 1;
    }
    lines.push(line);
  }
  return [...lines, ...other.slice(at)];
}

/** More events and people than these are read again with everybody else: it takes no longer. */
const mostEvents = 500;
const mostPeople = 100;

/** Whose lines are others since an event; null where it may be everybody’s. */
async function touchedSince(seq: number, read: Queries): Promise<ReadonlySet<string> | null> {
  const events = await read.eventsAfter(seq, mostEvents + 1);
  if (events.length > mostEvents) return null;
  const touched = new Set<string>();
  for (const event of events) {
    const concerned = await concernedBy(event, read);
    if (concerned === everybody || touched.size > mostPeople) return null;
    if (concerned !== null) touched.add(concerned);
  }
  return touched;
}

/** What happens to the register and changes no line. */
const harmless: ReadonlySet<string> = new Set<Recorded<'register'>['kind']>(['actor-named', 'anchored', 'exported', 'held', 'released']);

/** In the place of somebody’s id. */
const everybody = '*';

async function concernedBy(event: Recorded, read: Queries): Promise<string | null> {
  const { kind, object } = event;
  switch (thingOf(kind)) {
    case 'person':
      return object;
    case 'holding':
      return (await read.holding(object))?.person ?? everybody;
    case 'request':
      return (await read.request(object))?.person ?? everybody;
    case 'document':
      // What has a number alone is not there yet for anybody.
      return kind === 'numbered' ? null : ((await read.document(object))?.person ?? everybody);
    case 'proposal':
      return null;
    default:
      if (event.kind === 'erased') return event.payload?.person ?? everybody;
      return harmless.has(kind) ? null : everybody;
  }
}
