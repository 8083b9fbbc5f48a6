/** Asking people by a link: the page that they see is made, and the mail that brings them there is queued. */
import type { Reach } from '../access/rights.js';
import { reaches } from '../access/rights.js';
import { requestByLink } from '../post/by-link.js';
import { distanceOf } from '../register/distance.js';
import { toAsk } from '../register/requests.js';
import { statusOf } from '../register/status.js';
import type { StatusOptions } from '../register/status.js';
import { plainToCome } from './plain.js';
import type { Workshop } from './tasks.js';

export interface LinksAsked {
  readonly scope: StatusOptions;
  readonly reach: Reach;
  readonly due?: string;
}

export async function askByLinkTask({ scope, reach, due }: LinksAsked, { setting, own, environment = {} }: Workshop): Promise<object> {
  const rows = (await statusOf(scope, setting)).filter(({ holder }) => reaches(reach, holder.holding.department));
  const byName = scope.person !== undefined;
  const distance = distanceOf(setting, environment, setting.zone ?? 'UTC');
  const { asked, without } = await requestByLink(toAsk(rows, { byName }), { due, distance, own }, setting);
  return {
    items: asked.map(({ id, row, due: by }) => ({ id, person: row.holder.person.id, document: row.document.id, due: by })),
    toCome: byName ? [] : plainToCome(rows),
    withoutAddress: without.map(({ id }) => id),
  };
}
