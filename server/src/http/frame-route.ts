/** What every screen of the studio needs, and which screens there are for whoever asks. */
import { frameOf } from '../studio/frame.js';
import type { Frame } from '../studio/frame.js';
import type { Studio } from '../studio/studio.js';
import { visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { reading } from './studio-route.js';
import type { Right } from '../access/rights.js';
import type { Visitor } from '../access/visitor.js';

/** In the order of the rail. */
export const deskScreens = ['today', 'roles', 'proposals', 'department', 'people', 'issue', 'register', 'organisation', 'care'] as const;
export const serviceScreens = ['setup', 'organisation', 'accounts', 'keys', 'care', 'audit'] as const;
export type ScreenName = (typeof deskScreens | typeof serviceScreens)[number];

/** What a screen of the service needs; keys everybody makes for themselves. */
const needs: Readonly<Record<(typeof serviceScreens)[number], Right | null>> = {
  ...{
    setup: 'service.manage',
    organisation: 'people.change',
    accounts: 'accounts.manage',
    keys: null,
    care: 'service.manage',
    audit: 'audit.read',
  },
};

export interface FrameShown extends Frame {
  readonly screens: readonly ScreenName[];
  /** Whoever sits at the desk, and whether nobody has said that name; null in a service, where accounts have names. */
  readonly acts: { readonly name: string; readonly isGuessed: boolean } | null;
}

const frame = (asked: Asked, screens: readonly ScreenName[], studio: Studio): FrameShown => ({
  ...frameOf(asked.language, asked.service.today(), studio),
  screens,
  acts: actsAt(visitorOf(asked)),
});

const actsAt = ({ account, actor, isGuessed = false }: Visitor): FrameShown['acts'] =>
  account === null ? { name: actor.name, isGuessed } : null;

/** At one’s own desk. */
export const deskFrame = (studio: Studio): Route =>
  reading('studio-frame', 'frame', 'roles.read', {}, (asked) => frame(asked, deskScreens, studio));

/** Of a service with accounts: the screens that somebody has a right to. */
export const serviceFrame = (studio: Studio): Route => ({
  ...deskFrame(studio),
  right: 'signed-in',
  async run(asked) {
    const { reach } = visitorOf(asked);
    const screens = serviceScreens.filter((one) => {
      const need = needs[one];
      return need === null || reach(need) !== null;
    });
    return { data: frame(asked, screens, studio) };
  },
});
