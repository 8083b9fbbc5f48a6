/** The answer of whoever has shown who they are: recorded with its evidence, a copy sent to them, those told who have to know. */
import { letterTo, noticesOf } from '../post/letters.js';
import { putMail } from '../post/outbox.js';
import { answerByLink } from '../register/by-link.js';
import { shownPaper } from './paper.js';
import { pinSetAt } from './proof.js';
import type { C, Here } from './visit.js';

export async function answer(c: C, at: Here, outcome: 'acknowledged' | 'declined', words: string): Promise<Response> {
  const { session, meant, setting, distance, view } = at;
  const { storage } = setting;
  const { proof, proved_at, code_to } = session.row;
  const { channel, given } = session.link;
  const paper = await shownPaper(meant, view.locale, setting, c.var.service.own);
  await answerByLink(
    meant,
    {
      outcome,
      statement: outcome === 'acknowledged' ? paper.statement : words,
      locale: view.locale,
      identification: {
        ...{ channel: channel as 'mail' | 'hand', given, proof: proof as 'pin' | 'code' | 'hand', at: proved_at ?? '' },
        codeTo: proof === 'code' ? code_to : null,
        pinSet: proof === 'pin' ? await storage.look((db) => pinSetAt(meant.person.id, db)) : null,
      },
      device: { address: c.var.seen.from, agent: (c.req.header('user-agent') ?? '').slice(0, 300) },
      version: c.var.service.version,
    },
    distance,
    setting,
    async (tx) => {
      const { request, document, person } = meant;
      const copy = await letterTo('copy', { request: request.id, document, person, due: null, changed: false }, setting);
      if (copy) await putMail(copy, storage, tx.db);
      if (outcome === 'declined')
        for (const notice of await noticesOf('declined', meant, words, setting)) await putMail(notice, storage, tx.db);
    },
  );
  return c.redirect(`${c.var.service.placement.basePath}/s?done=1`, 303);
}
