/** Working off what waits: on as many machines as one likes where the register is in PostgreSQL, each of them ended at any moment. */
import { createPhrases, ownData } from 'rolewright';
import type { Locale, Phrases } from 'rolewright';
import { addressOf } from '../../post/by-link.js';
import { mailSettings } from '../../post/settings.js';
import { queueAgain } from '../../post/outbox.js';
import { remind } from '../../post/remind.js';
import { sendMail } from '../../post/send.js';
import { work } from '../../post/worker.js';
import type { Handlers } from '../../post/worker.js';
import { evidenceFile } from '../../register/by-link.js';
import { employerOf } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import type { Answer } from '../answer.js';
import { certificateBytes, distanceFor } from '../actions/by-link.js';
import { sealingLater } from '../actions/papers.js';
import type { CommonOptions, Counter } from '../counter.js';
import { toldToStop } from '../edge.js';

export interface WorkOptions extends CommonOptions {
  readonly once?: boolean;
  readonly remind?: boolean;
}

/** What is done for each kind of job. */
export function handlersFor(setting: Setting, counter: Counter): Handlers {
  const { storage } = setting;
  // The key is opened for the first page that is sealed: a worker that only sends mails needs none.
  const sealing = sealingLater(setting, counter);
  const distance = distanceFor(setting, counter);
  const phrases = (locale: Locale): Phrases => createPhrases(ownData(counter.own, `locales/mail.${locale}.yaml`), locale);
  return {
    async mail(job) {
      const settings = mailSettings(employerOf(setting), counter.terminal.environment);
      await sendMail(job, { storage, settings, phrases, address: addressOf(distance), linkDays: distance.linkDays });
    },
    async evidence(job) {
      const sha256 = await evidenceFile(job.about, setting);
      const page =
        sha256 === null
          ? null
          : await storage.files.put(await certificateBytes(await storage.files.read(sha256), sha256, sealing, counter));
      await storage.change(async (db) => {
        if (page !== null)
          await db
            .insertInto('evidence_page')
            .values({ id: job.about, sha256: page })
            .onConflict((conflict) => conflict.column('id').doUpdateSet({ sha256: page }))
            .execute();
        await storage.jobs.done(db, job);
      });
    },
  };
}

export const workOff = (options: WorkOptions, say: Phrases, counter: Counter): Promise<Answer> =>
  counter.withRegister({ ...options, unattended: true }, async (setting) => {
    const { storage } = setting;
    const handlers = handlersFor(setting, counter);
    await queueAgain(storage);
    if (options.remind) await remind(setting);
    const stop = new AbortController();
    if (!options.once) {
      counter.terminal.err(`${say('told.begun')}\n`);
      void toldToStop().then(() => stop.abort());
    }
    const count = await work(storage, handlers, {
      once: options.once ?? false,
      signal: stop.signal,
      failed: ({ kind }, error) =>
        counter.terminal.err(`${say('told.failed', { kind, reason: error instanceof Error ? error.message : String(error) })}\n`),
    });
    return { data: { jobs: count }, note: say('told.done', { n: count }) };
  });
