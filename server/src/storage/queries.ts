/** What can be asked of the register. Lists come in pages: at most `limit` rows, those after the one that is named. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Head } from '../chain/link.js';
import { erasuresAfter } from './erasure-log.js';
import type { LoggedErasure } from './erasure-log.js';
import { eventsOf, eventsOfEach, holdsOn, seen, withPayload } from './seen.js';
import { askedBeforeReturn } from './returned.js';
import type { Tables, ViewRow } from './tables.js';
import type { Recorded } from '../life/events.js';

export interface Page {
  /** The id of the last row that is known; from the first one without it. */
  readonly after?: string;
  readonly limit: number;
}

/** An open request that is due. */
export interface DueRequest {
  readonly id: string;
  readonly due: string | null;
  readonly state: string;
  readonly document: string | null;
  readonly person: string | null;
}

export type DocumentRow = Readonly<Tables['document']> & { readonly state: string; readonly replaced_by: string | null };

/** How many requests are in a state, and how many of them are open and were due before the day that was asked for. */
export interface RequestTotal {
  readonly state: string;
  readonly count: number;
  readonly overdue: number;
}

/** One time that a person was asked to acknowledge a document, with the day on which that was settled. */
export interface AskingRow {
  readonly request: string;
  readonly state: string;
  readonly due: string | null;
  readonly person: string | null;
  readonly document: string;
  readonly key: string;
  readonly kind: string;
  readonly role: string;
  readonly locale: string;
  readonly fingerprint: string;
  readonly document_state: string;
  /** The day of the acknowledgement, or of the record of a refusal. */
  readonly on: string | null;
  /** Whether it was asked in an employment that has ended: whoever comes back begins anew. */
  readonly former: boolean;
  /** When it was taken back, so that the person is to be asked anew; null where it was not. UTC. */
  readonly taken_back: string | null;
}

export interface Queries {
  /** Where the chain ends. */
  head(): Promise<Head>;
  /** The hash of an event. */
  hashOf(seq: number): Promise<string | undefined>;
  /** Whether somebody has written anything before an event. All events until then are read. */
  hasActed(actor: string, before: number): Promise<boolean>;
  /** All events of an object, in order; the payloads that were erased are null. */
  eventsOf(object: string): Promise<readonly Recorded[]>;
  /** The same of several objects, with one that has none as well. */
  eventsOfEach(objects: readonly string[]): Promise<ReadonlyMap<string, readonly Recorded[]>>;
  /** Events whose payload, as JSON, passes a test: in the order of the chain, read piece by piece. */
  eventsSaying(test: (json: string) => boolean): Promise<readonly Recorded[]>;
  /** Holds on a person’s data, and what lifted them. */
  holdsOn(person: string): Promise<readonly Recorded<'register'>[]>;
  /** Events after a seq, in order. */
  eventsAfter(seq: number, limit: number): Promise<readonly Recorded[]>;
  /** All events of a person: of the person, of their posts, documents, requests and onboardings. In the order of the chain. */
  eventsAbout(person: string): Promise<readonly Recorded[]>;

  person(id: string): Promise<ViewRow<'person'> | undefined>;
  personByExternalId(externalId: string): Promise<ViewRow<'person'> | undefined>;
  people(page: Page): Promise<readonly ViewRow<'person'>[]>;
  /** How many people have not left before a day, without those whose data were erased. */
  peopleHere(day: string): Promise<number>;
  /** Those of these ids who are there, in the order of their ids. */
  peopleAmong(ids: readonly string[]): Promise<readonly ViewRow<'person'>[]>;
  holding(id: string): Promise<ViewRow<'holding'> | undefined>;
  holdingsOf(person: string): Promise<readonly ViewRow<'holding'>[]>;
  /** Posts that are held, of one role or department or of all. */
  holdings(page: Page & { readonly role?: string; readonly department?: string }): Promise<readonly ViewRow<'holding'>[]>;
  /** Posts that began within some days, both of them among these, whoever has left them since. */
  holdingsBegun(from: string, to: string): Promise<readonly ViewRow<'holding'>[]>;
  isHeld(person: string): Promise<boolean>;

  document(id: string): Promise<DocumentRow | undefined>;
  /** Those whose key begins with a stem and a slash, in the order in which they were numbered. */
  documentsOfStem(stem: string): Promise<readonly DocumentRow[]>;
  documentByKey(key: string): Promise<DocumentRow | undefined>;
  documentByNumber(series: string, number: number): Promise<DocumentRow | undefined>;
  documentsOf(person: string): Promise<readonly DocumentRow[]>;
  /** In the order of their issue; `after` is the id of a document. `concerning` leaves out what was made out to anybody else. */
  documents(
    page: Page & { readonly role?: string; readonly kind?: string; readonly series?: string; readonly concerning?: string },
  ): Promise<readonly DocumentRow[]>;
  /**
   * Those that are in force, in the order in which they were numbered: of some roles or of all. Those that have been replaced are not read for
   * it, be they ten times as many.
   */
  documentsInForce(of?: {
    readonly kind?: string | undefined;
    readonly roles?: readonly string[] | undefined;
  }): Promise<readonly DocumentRow[]>;
  /** The day that the first document bore whose key begins with each of these and a slash; those of which none was issued are left out. */
  firstDated(beginnings: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The highest number that was taken in each series. */
  highestNumbers(): Promise<ReadonlyMap<string, number>>;
  /** The document of which a file is, by the SHA-256 of its bytes. */
  documentWithFile(sha256: string): Promise<DocumentRow | undefined>;
  /** When each of some documents was issued, UTC; those that were not are left out. */
  issuedAt(documents: readonly string[]): Promise<ReadonlyMap<string, string>>;
  documentFiles(document: string): Promise<readonly Readonly<Tables['document_file']>[]>;

  request(id: string): Promise<ViewRow<'request'> | undefined>;
  requests(page: Page): Promise<readonly ViewRow<'request'>[]>;
  /** Those whose sheet that was printed last bears a code. */
  requestsByCode(code: string): Promise<readonly ViewRow<'request'>[]>;
  requestsOf(of: { readonly document: string } | { readonly person: string }): Promise<readonly ViewRow<'request'>[]>;
  /** All askings of some people, of each in the order in which they were asked. */
  askings(persons: readonly string[]): Promise<readonly AskingRow[]>;
  /** Open requests that were due before a day, those first that wait for the longest. */
  overdue(day: string, page: { readonly after?: DueRequest | undefined; readonly limit: number }): Promise<readonly DueRequest[]>;
  requestTotals(day: string): Promise<readonly RequestTotal[]>;
  acknowledgementsOf(request: string): Promise<readonly Readonly<Tables['acknowledgement']>[]>;

  plan(id: string): Promise<ViewRow<'plan'> | undefined>;
  /** The onboardings of a person. */
  plansOf(person: string): Promise<readonly ViewRow<'plan'>[]>;
  plans(page: Page & { readonly state?: string }): Promise<readonly ViewRow<'plan'>[]>;

  proposal(id: string): Promise<ViewRow<'proposal'> | undefined>;
  proposals(page: Page & { readonly state?: string; readonly content?: string }): Promise<readonly ViewRow<'proposal'>[]>;
  /** Some of all proposals: those of the first of these states first, of each state the newest. States that are not named come last. */
  proposalsInOrder(
    states: readonly string[],
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly ViewRow<'proposal'>[]>;
  /** How many proposals there are in each state. */
  proposalTotals(): Promise<ReadonlyMap<string, number>>;
  approvalsOf(proposal: string): Promise<readonly Readonly<Tables['approval']>[]>;
  /** Those of the files that some event names and none has erased since. */
  filesAmong(sha256s: readonly string[]): Promise<readonly string[]>;
  /** What was erased after a seq, to be kept outside: see `erasureLine`. */
  erasuresAfter(seq: number): Promise<readonly LoggedErasure[]>;
  anchors(): Promise<readonly Readonly<Tables['anchor']>[]>;
}

/** So many ids stand in one statement. */
const idsAtOnce = 500;

/** So many events are in memory at a time. */
const atOnce = 2000;

export function queriesOf(db: Kysely<Tables>): Queries {
  const documents = () =>
    db
      .selectFrom('document')
      .innerJoin('document_state', 'document_state.id', 'document.id')
      .selectAll('document')
      .select(['document_state.state', 'document_state.replaced_by']);

  return {
    head: () => db.selectFrom('chain_head').select(['seq', 'at', 'hash']).executeTakeFirstOrThrow(),
    hashOf: async (seq) => (await db.selectFrom('event').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash,
    hasActed: async (actor, before) =>
      (await db.selectFrom('event').select('seq').where('actor', '=', actor).where('seq', '<', before).limit(1).executeTakeFirst()) !==
      undefined,
    eventsOf: (object) => eventsOf(db, object),
    eventsOfEach: (objects) => eventsOfEach(db, objects),
    eventsAfter: async (seq, limit) =>
      (await withPayload(db).where('event.seq', '>', seq).orderBy('event.seq').limit(limit).execute()).map(seen),
    async eventsSaying(test) {
      const found: Recorded[] = [];
      for (let after = 0; ; ) {
        const rows = await withPayload(db).where('event.seq', '>', after).orderBy('event.seq').limit(atOnce).execute();
        for (const row of rows) if (row.json !== null && test(row.json)) found.push(seen(row));
        const last = rows.at(-1);
        if (last === undefined) return found;
        after = last.seq;
      }
    },
    holdsOn: (person) => holdsOn(db, person),
    async eventsAbout(person) {
      const of = async (table: 'holding' | 'document' | 'request' | 'plan'): Promise<string[]> =>
        (await db.selectFrom(table).select('id').where('person', '=', person).execute()).map(({ id }) => id);
      const objects = [person, ...(await of('holding')), ...(await of('document')), ...(await of('request')), ...(await of('plan'))];
      const events: Recorded[] = [];
      for (const object of objects) events.push(...(await eventsOf(db, object)));
      return events.sort((one, other) => one.seq - other.seq);
    },

    person: (id) => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst(),
    personByExternalId: (externalId) => db.selectFrom('person').selectAll().where('external_id', '=', externalId).executeTakeFirst(),
    people: ({ after = '', limit }) => db.selectFrom('person').selectAll().where('id', '>', after).orderBy('id').limit(limit).execute(),
    async peopleHere(day) {
      const { count } = await db
        .selectFrom('person')
        .select(db.fn.countAll<number>().as('count'))
        .where('data', 'is not', null)
        .where((either) => either.or([either('left_on', 'is', null), either('left_on', '>=', day)]))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async peopleAmong(ids) {
      const found: ViewRow<'person'>[] = [];
      for (let from = 0; from < ids.length; from += idsAtOnce)
        found.push(
          ...(await db
            .selectFrom('person')
            .selectAll()
            .where('id', 'in', ids.slice(from, from + idsAtOnce))
            .execute()),
        );
      return found.sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    holding: (id) => db.selectFrom('holding').selectAll().where('id', '=', id).executeTakeFirst(),
    holdingsOf: (person) => db.selectFrom('holding').selectAll().where('person', '=', person).orderBy('id').execute(),
    holdings: ({ after = '', limit, role, department }) =>
      db
        .selectFrom('holding')
        .selectAll()
        .where('id', '>', after)
        .$if(role !== undefined, (query) => query.where('role', '=', role ?? ''))
        .$if(department !== undefined, (query) => query.where('department', '=', department ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute(),
    holdingsBegun: (from, to) =>
      db.selectFrom('holding').selectAll().where('from_day', '>=', from).where('from_day', '<=', to).orderBy('id').execute(),
    isHeld: async (person) => (await db.selectFrom('hold').select('held').where('id', '=', person).executeTakeFirst())?.held === 1,

    document: (id) => documents().where('document.id', '=', id).executeTakeFirst(),
    // A slash is followed by 0: all that begins so lies between the two.
    documentsOfStem: (stem) =>
      documents().where('document.key', '>', `${stem}/`).where('document.key', '<', `${stem}0`).orderBy('document.event').execute(),
    documentByKey: (key) => documents().where('document.key', '=', key).executeTakeFirst(),
    documentByNumber: (series, number) =>
      documents().where('document.series', '=', series).where('document.number', '=', number).executeTakeFirst(),
    documentWithFile: (sha256) =>
      documents()
        .where('document.id', 'in', db.selectFrom('document_file').select('document').where('sha256', '=', sha256))
        .executeTakeFirst(),
    documentsOf: (person) => documents().where('document.person', '=', person).orderBy('document.event').execute(),
    documents: ({ after, limit, role, kind, series, concerning }) =>
      documents()
        .$if(after !== undefined, (query) =>
          query.where('document.event', '>', (one) =>
            one
              .selectFrom('document')
              .select('event')
              .where('id', '=', after ?? ''),
          ),
        )
        .$if(role !== undefined, (query) => query.where('document.role', '=', role ?? ''))
        .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind ?? ''))
        .$if(series !== undefined, (query) => query.where('document.series', '=', series ?? ''))
        .$if(concerning !== undefined, (query) =>
          query.where(({ eb, or }) => or([eb('document.person', 'is', null), eb('document.person', '=', concerning ?? '')])),
        )
        .orderBy('document.event')
        .limit(limit)
        .execute(),
    async documentsInForce({ kind, roles } = {}) {
      const inForce = () =>
        documents()
          .where('document_state.state', '=', 'issued')
          .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind ?? ''));
      if (roles === undefined) return await inForce().orderBy('document.event').execute();
      const found: DocumentRow[] = [];
      for (let from = 0; from < roles.length; from += idsAtOnce)
        found.push(
          ...(await inForce()
            .where('document.role', 'in', roles.slice(from, from + idsAtOnce))
            .execute()),
        );
      return found.sort((one, other) => one.event - other.event);
    },
    async firstDated(beginnings) {
      const days = new Map<string, string>();
      for (let from = 0; from < beginnings.length; from += idsAtOnce) {
        const some = beginnings.slice(from, from + idsAtOnce).map((one) => sql`(${one})`);
        // Each is looked up by the index of keys: a slash is followed by 0, so all that begins so lies between the two.
        const { rows } = await sql<{ readonly beginning: string; readonly dated: string | null }>`
          with wanted (beginning) as (values ${sql.join(some)})
          select beginning, (select document.dated from document join document_state on document_state.id = document.id
            where document.key > wanted.beginning || '/' and document.key < wanted.beginning || '0' and document_state.state <> 'numbered'
            order by document.event limit 1) as dated
          from wanted`.execute(db);
        for (const { beginning, dated } of rows) if (dated !== null) days.set(beginning, dated);
      }
      return days;
    },
    async highestNumbers() {
      const rows = await db
        .selectFrom('document')
        .select(['series', sql<number>`max(number)`.as('number')])
        .groupBy('series')
        .execute();
      // PostgreSQL has numbers that may be too large for a number.
      return new Map(rows.map(({ series, number }) => [series, Number(number)]));
    },
    async issuedAt(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('event').select(['object', 'at']).where('object', 'in', ids).where('kind', '=', 'issued').execute();
      return new Map(rows.map(({ object, at }) => [object, at]));
    },
    documentFiles: (document) => db.selectFrom('document_file').selectAll().where('document', '=', document).orderBy('format').execute(),

    request: (id) => db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst(),
    requests: ({ after = '', limit }) => db.selectFrom('request').selectAll().where('id', '>', after).orderBy('id').limit(limit).execute(),
    requestsByCode: (code) => db.selectFrom('request').selectAll().where('code', '=', code).orderBy('last_event').execute(),
    requestsOf: (of) =>
      db
        .selectFrom('request')
        .selectAll()
        .where('document' in of ? 'document' : 'person', '=', 'document' in of ? of.document : of.person)
        .orderBy('id')
        .execute(),
    // One table after another: joined at once, PostgreSQL reads whole tables for a page.
    async askings(persons) {
      if (persons.length === 0) return [];
      const asked = await db
        .selectFrom('request')
        .select(['id', 'state', 'due', 'person', 'document', 'last_event'])
        .where('person', 'in', persons)
        .orderBy('last_event')
        .execute();
      const ids = [...new Set(asked.flatMap(({ document }) => (document === null ? [] : [document])))];
      if (ids.length === 0) return [];
      const of = new Map((await documents().where('document.id', 'in', ids).execute()).map((one) => [one.id, one]));
      const settled = await db
        .selectFrom('acknowledgement')
        .select(['request', 'dated', 'event'])
        .where(
          'request',
          'in',
          asked.map(({ id }) => id),
        )
        .where('outcome', 'in', ['acknowledged', 'refusal-recorded'])
        .execute();
      // The record of a refusal has no day of its own: that of the event counts.
      const recorded = settled.flatMap(({ dated, event }) => (dated === null ? [event] : []));
      const written =
        recorded.length === 0 ? [] : await db.selectFrom('event').select(['seq', 'at']).where('seq', 'in', recorded).execute();
      const dayOf = new Map(written.map(({ seq, at }) => [seq, at.slice(0, 10)]));
      const takenBack = asked.flatMap(({ state, last_event }) =>
        ['cancelled', 'undone', 'act-voided'].includes(state) ? [last_event] : [],
      );
      const ends = takenBack.length === 0 ? [] : await db.selectFrom('event').select(['seq', 'at']).where('seq', 'in', takenBack).execute();
      const endOf = new Map(ends.map(({ seq, at }) => [seq, at]));
      const former = await askedBeforeReturn(asked, db);
      const days = new Map(settled.map(({ request, dated, event }) => [request, dated ?? dayOf.get(event) ?? null]));
      return asked
        .flatMap(({ id, state, due, person, document, last_event }) => {
          const found = of.get(document ?? '');
          if (found === undefined) return [];
          const { key, kind, role, locale, fingerprint } = found;
          const on = days.get(id) ?? null;
          const row = {
            request: id,
            state,
            due,
            person,
            document: found.id,
            key,
            kind,
            role,
            locale,
            fingerprint,
            document_state: found.state,
            on,
            former: former.has(id),
            taken_back: endOf.get(last_event) ?? null,
          };
          return [{ row, event: found.event }];
        })
        .sort((one, other) => one.event - other.event)
        .map(({ row }) => row);
    },
    overdue: (day, { after, limit }) =>
      db
        .selectFrom('request')
        .select(['id', 'due', 'state', 'document', 'person'])
        .where('open', '=', 1)
        .where('due', '<', day)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(due, id) > (${after?.due}, ${after?.id})`))
        .orderBy('due')
        .orderBy('id')
        .limit(limit)
        .execute(),
    async requestTotals(day) {
      const rows = await db
        .selectFrom('request')
        .select(['state', sql<number>`count(*)`.as('count')])
        .select(sql<number>`count(case when open = 1 and due < ${day} then 1 end)`.as('overdue'))
        .groupBy('state')
        .orderBy('state')
        .execute();
      // PostgreSQL counts in numbers that may be too large for a number.
      return rows.map(({ state, count, overdue }) => ({ state, count: Number(count), overdue: Number(overdue) }));
    },
    acknowledgementsOf: (request) => db.selectFrom('acknowledgement').selectAll().where('request', '=', request).orderBy('event').execute(),

    plan: (id) => db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst(),
    plansOf: (person) => db.selectFrom('plan').selectAll().where('person', '=', person).orderBy('id').execute(),
    plans: ({ after = '', limit, state }) =>
      db
        .selectFrom('plan')
        .selectAll()
        .where('id', '>', after)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute(),

    proposal: (id) => db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst(),
    proposals: ({ after = '', limit, state, content }) =>
      db
        .selectFrom('proposal')
        .selectAll()
        .where('id', '>', after)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
        .$if(content !== undefined, (query) => query.where('content', '=', content ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute(),
    proposalsInOrder(states, { offset, limit }) {
      const ranks = states.map((state, at) => sql`when ${state} then ${sql.lit(at)}`);
      const rank = sql`case state ${sql.join(ranks, sql` `)} else ${sql.lit(states.length)} end`;
      return db.selectFrom('proposal').selectAll().orderBy(rank).orderBy('last_event', 'desc').limit(limit).offset(offset).execute();
    },
    async proposalTotals() {
      const rows = await db
        .selectFrom('proposal')
        .select(['state', db.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      return new Map(rows.map(({ state, count }) => [state, Number(count)]));
    },
    approvalsOf: (proposal) => db.selectFrom('approval').selectAll().where('proposal', '=', proposal).orderBy('event').execute(),
    async filesAmong(sha256s) {
      const kept: string[] = [];
      for (const sha256 of sha256s) {
        const last = async (table: 'blob' | 'erased_file'): Promise<number> =>
          (await db.selectFrom(table).select('event').where('sha256', '=', sha256).orderBy('event', 'desc').limit(1).executeTakeFirst())
            ?.event ?? 0;
        if ((await last('blob')) > (await last('erased_file'))) kept.push(sha256);
      }
      return kept;
    },
    erasuresAfter: (seq) => erasuresAfter(db, seq),
    anchors: () => db.selectFrom('anchor').selectAll().orderBy('event').execute(),
  };
}
