/** The door of a service with accounts: signing in and out, passwords, links, keys, deputies, and administering all that. */
import { commonFrom } from '../access/passwords.js';
import type { Hasher } from '../access/passwords.js';
import { visitorByKey } from '../access/keys.js';
import { visitorBySession } from '../access/sessions.js';
import { openEntrance } from './entrance.js';
import type { Entrance } from './entrance.js';
import { accountRoutes } from './routes-accounts.js';
import { keyRoutes } from './routes-keys.js';
import { signingInRoutes } from './routes-signing-in.js';
import type { Door, Service } from './service.js';

export interface AccountsDoorOptions extends Pick<Service, 'storage' | 'edge' | 'own' | 'today'> {
  readonly hasher: Hasher;
}

export interface AccountsDoor extends Door {
  /** For pages that let people in. */
  readonly entrance: Entrance;
}

export function accountsDoor({ storage, edge, own, today, hasher }: AccountsDoorOptions): AccountsDoor {
  const common = commonFrom(own.readText('data/common-passwords.txt'));
  const entrance = openEntrance({ hasher, common });
  return {
    entrance,
    async recognise({ session, key }) {
      const recognising = { storage, now: edge.now(), today: today() };
      // Whoever shows a key is a program: a cookie beside it counts for nothing.
      if (key !== null) return await visitorByKey(key, recognising);
      return session === null ? null : await visitorBySession(session, recognising);
    },
    routes: [...signingInRoutes(entrance), ...accountRoutes, ...keyRoutes],
    hosts: [],
  };
}
