/** Taking an acknowledgement back where it takes two: one asks for it, and another decides in their own name. */
import { askUndoing, confirmUndoing, dropUndoing } from '../register/undoing.js';
import { bodyOf } from './route.js';
import type { Route } from './route.js';
import { requestFound } from './within.js';

const path = '/api/v1/requests/{request}/acknowledgement/undoing';

/** A change of a request that was read before, by whoever has just said who they are. */
const deciding = {
  ...{ right: 'answers.record', fresh: true, once: true, readBy: 'readRequest' },
} as const satisfies Partial<Route>;

export const undoingRoutes: readonly Route[] = [
  {
    ...{ id: 'askUndoing', method: 'POST', path: `${path}/asking`, ...deciding },
    ...{ body: 'register#Reason', answers: 'register#UndoingAsked' },
    async run(asked) {
      const meant = await requestFound(asked);
      const seq = await askUndoing(meant, bodyOf<{ reason: string }>(asked).reason, asked.setting());
      return { status: 201, data: { request: meant.request.id, seq } };
    },
  },
  {
    ...{ id: 'confirmUndoing', method: 'POST', path: `${path}/confirmation`, ...deciding },
    ...{ body: 'register#UndoingSeen', answers: 'nothing' },
    async run(asked) {
      await confirmUndoing(await requestFound(asked), bodyOf<{ seen: number }>(asked).seen, asked.setting());
      return {};
    },
  },
  {
    ...{ id: 'dropUndoing', method: 'DELETE', path: `${path}/asking`, right: 'answers.record', answers: 'nothing', readBy: 'readRequest' },
    async run(asked) {
      await dropUndoing(await requestFound(asked), asked.setting());
      return {};
    },
  },
];
