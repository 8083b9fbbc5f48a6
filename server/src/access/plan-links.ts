/**
 * Links to an onboarding: a secret for one person, one plan and one part that somebody plays in it. Each comes with a second one that is
 * made of it, for a calendar: that one opens the days alone, and can be revoked by itself.
 */
import type { Kysely } from 'kysely';
import type { Edge } from '../storage/edge.js';
import type { Tables } from '../storage/tables.js';
import { createLink } from './links.js';
import type { LinkRow } from './links.js';
import { derivedFrom, digestOf } from './secrets.js';

/** Who is given a link to a plan. */
export const planReaders = ['new-hire', 'mentor', 'head'] as const;
export type PlanReader = (typeof planReaders)[number];
export type PlanDoor = 'page' | 'calendar';

export interface NewPlanLink {
  readonly plan: string;
  /** The person whose plan it is: with them it ends. */
  readonly person: string;
  readonly reader: PlanReader;
  /** Milliseconds. */
  readonly lasts: number;
  /** The one before goes on to hold: it may have arrived after all. */
  readonly keeps?: boolean;
}

const purposeOf = (door: PlanDoor, reader: PlanReader): string => `plan-${door}-${reader}`;

/** Makes a link, which takes the place of the one before; gives its secret. */
export async function makePlanLink(
  { plan, person, reader, lasts, keeps = false }: NewPlanLink,
  edge: Edge,
  db: Kysely<Tables>,
): Promise<string> {
  if (!keeps) await revokePlanLinks(plan, { reader }, edge.now(), db);
  const link = { subject: person, object: plan, lasts };
  const secret = await createLink({ ...link, purpose: purposeOf('page', reader) }, edge, db);
  const now = edge.now();
  const times = {
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + lasts).toISOString(),
    used_at: null,
    revoked_at: null,
  };
  await db
    .insertInto('link')
    .values({ id: digestOf(calendarSecret(secret)), subject: person, object: plan, purpose: purposeOf('calendar', reader), ...times })
    .execute();
  return secret;
}

/** The secret of the calendar that comes with a link. */
export const calendarSecret = (secret: string): string => derivedFrom(secret, 'calendar');

export type PlanLinkFound =
  | { readonly state: 'good'; readonly link: LinkRow; readonly plan: string; readonly reader: PlanReader }
  | { readonly state: 'unknown' | 'expired' | 'revoked' };

/** What a secret opens by a door. Looking uses nothing up. */
export async function planLinkOf(secret: string, door: PlanDoor, now: Date, db: Kysely<Tables>): Promise<PlanLinkFound> {
  if (!/^[\w-]{43}$/.test(secret)) return { state: 'unknown' };
  const link = await db.selectFrom('link').selectAll().where('id', '=', digestOf(secret)).executeTakeFirst();
  const reader = planReaders.find((one) => link?.purpose === purposeOf(door, one));
  if (!link || !reader || link.object === null) return { state: 'unknown' };
  if (link.revoked_at !== null) return { state: 'revoked' };
  return link.expires_at <= now.toISOString() ? { state: 'expired' } : { state: 'good', link, plan: link.object, reader };
}

/** Whether a calendar is still open: it can be revoked by itself. */
export const isCalendarOpen = async (secret: string, now: Date, db: Kysely<Tables>): Promise<boolean> =>
  (await planLinkOf(calendarSecret(secret), 'calendar', now, db)).state === 'good';

/** Revokes links to a plan, those of one reader or one door alone where that is named; gives how many held until now. */
export async function revokePlanLinks(
  plan: string,
  { reader, door }: { readonly reader?: PlanReader | undefined; readonly door?: PlanDoor | undefined },
  now: Date,
  db: Kysely<Tables>,
): Promise<number> {
  const purposes = (['page', 'calendar'] as const).flatMap((one) =>
    door === undefined || door === one
      ? planReaders.filter((of) => reader === undefined || reader === of).map((of) => purposeOf(one, of))
      : [],
  );
  const { numUpdatedRows } = await db
    .updateTable('link')
    .set({ revoked_at: now.toISOString() })
    .where('object', '=', plan)
    .where('purpose', 'in', purposes)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
