/** Taking documents out of force: by one, or where the organisation wants two, by one who asks and another who decides. */
import { askVoiding, confirmVoiding, dropVoiding, voidDocument } from '../register/void.js';
import { refuseSigned } from '../register/void-doubts.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { documentFound } from './within.js';

interface Voiding {
  readonly reason: string;
  readonly sure?: readonly string[];
}

/** A change of a document that was read before, by whoever has just said who they are. */
const deciding = {
  ...{ right: 'documents.issue', fresh: true, once: true, readBy: 'readDocument' },
} as const satisfies Partial<Route>;

/** The document and why; unless whoever asks is sure, it is told who has acknowledged it. */
async function askedOf(asked: Asked) {
  const row = await documentFound(asked);
  const { reason, sure = [] } = bodyOf<Voiding>(asked);
  const setting = asked.setting();
  if (!sure.includes('register-void-asks')) await refuseSigned(row, setting);
  return { row, reason, setting };
}

export const voidingRoutes: readonly Route[] = [
  {
    ...{ id: 'voidDocument', method: 'POST', path: '/api/v1/documents/{document}/voiding', ...deciding },
    ...{ body: 'register#Voiding', answers: 'register#Voided' },
    async run(asked) {
      const { row, reason, setting } = await askedOf(asked);
      // A name that somebody types is no second person here: where it takes two, the other decides in their own name.
      return { data: { document: row.id, ...(await voidDocument(row, { reason, second: undefined }, setting)) } };
    },
  },
  {
    ...{ id: 'askVoiding', method: 'POST', path: '/api/v1/documents/{document}/voiding/asking', ...deciding },
    ...{ body: 'register#Voiding', answers: 'register#VoidingAsked' },
    async run(asked) {
      const { row, reason, setting } = await askedOf(asked);
      return { status: 201, data: { document: row.id, seq: await askVoiding(row, reason, setting) } };
    },
  },
  {
    ...{ id: 'confirmVoiding', method: 'POST', path: '/api/v1/documents/{document}/voiding/confirmation', ...deciding },
    ...{ body: 'register#VoidingSeen', answers: 'register#Voided' },
    async run(asked) {
      const row = await documentFound(asked);
      const { seen } = bodyOf<{ seen: number }>(asked);
      return { data: { document: row.id, ...(await confirmVoiding(row, seen, asked.setting())) } };
    },
  },
  {
    ...{ id: 'dropVoiding', method: 'DELETE', path: '/api/v1/documents/{document}/voiding/asking', right: 'documents.issue' },
    ...{ answers: 'nothing', readBy: 'readDocument' },
    async run(asked) {
      await dropVoiding(await documentFound(asked), asked.setting());
      return {};
    },
  },
];
