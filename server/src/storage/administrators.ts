/** Who can administer the accounts of a service. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Whether there is somebody who can administer accounts, today and for as long as nobody changes it. */
export const hasAdministrator = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db
    .selectFrom('access_grant')
    .innerJoin('account', 'account.id', 'access_grant.account')
    .leftJoin('person', 'person.id', 'account.person')
    .select('account.id')
    .where('access_grant.role', '=', 'administrator')
    .where('access_grant.department', 'is', null)
    .where('access_grant.until', 'is', null)
    .where('account.state', '=', 'active')
    .where((one) =>
      one.or([one('account.person', 'is', null), one.and([one('person.id', 'is not', null), one('person.left_on', 'is', null)])]),
    )
    .limit(1)
    .executeTakeFirst()) !== undefined;
