/** What somebody saves is committed in their name, where the project is kept in a repository and its file does not say otherwise. */
import type { Diagnostic } from 'rolewright';
import { commitSaved } from '../studio/commit.js';
import type { Studio } from '../studio/studio.js';
import { visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { openTexts } from './texts.js';
import type { Texts } from './texts.js';
import type { Workshop } from './tasks.js';

/** That something is saved and not committed, in words: told beside what else the answer says. */
export interface NotCommitted {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export interface CommitErrand {
  readonly paths: readonly string[];
  /** Null where it is not known. */
  readonly mail: string | null;
}

const texts = new WeakMap<object, Texts>();

/** Commits files that were saved; null where it was done, or there was nothing to do. */
export function committed({ paths, mail }: CommitErrand, { studio, git, own, by }: Workshop): NotCommitted | null {
  const { actor, language } = by;
  if (paths.length === 0 || studio().workplace([]).project?.commit === false) return null;
  const words = texts.get(own) ?? openTexts(own);
  texts.set(own, words);
  const { say, telling } = words(language);
  const message = say('studio.committed', { files: paths.join(', ') });
  const problem = commitSaved({ paths, mail, by: actor.name, message }, git);
  return problem && toldIn([problem], telling.plain);
}

function toldIn(problems: readonly Diagnostic[], plain: ReturnType<Texts>['telling']['plain']): NotCommitted | null {
  const [one] = plain(problems);
  return one ? { code: one.code, message: one.message, hint: one.hint } : null;
}

/** A task that writes through the studio: what it has written is committed, and its answer says where that could not be done. */
export const committing =
  <I, O extends object>(task: (input: I, workshop: Workshop) => O | Promise<O>) =>
  async (input: I & { readonly mail?: string | null }, workshop: Workshop): Promise<O & { readonly notCommitted?: NotCommitted }> => {
    // Whoever was refused has left nothing that would be theirs.
    workshop.studio().takeWritten();
    const done = await task(input, workshop);
    const notCommitted = committed({ paths: workshop.studio().takeWritten(), mail: input.mail ?? null }, workshop);
    return notCommitted ? { ...done, notCommitted } : done;
  };

/** Routes that write through the studio of the server’s own thread: git is waited for by another one. */
export const committingRoutes = (routes: readonly Route[], studio: Studio): readonly Route[] =>
  routes.map((route) =>
    route.method === 'GET'
      ? route
      : {
          ...route,
          async run(asked) {
            const reply = await route.run(asked);
            const notCommitted = await commitWritten(studio.takeWritten(), asked);
            return notCommitted ? { ...reply, data: { ...reply.data, notCommitted } } : reply;
          },
        },
  );

/** Has files committed in the name of whoever asks. */
export async function commitWritten(paths: readonly string[], asked: Asked): Promise<NotCommitted | null> {
  if (paths.length === 0) return null;
  const { actor } = visitorOf(asked);
  const errand: CommitErrand = { paths, mail: await mailOf(asked) };
  const { notCommitted } = await asked.service.crew.run<{ readonly notCommitted: NotCommitted | null }>('edit-commit', errand, {
    ...{ actor, language: asked.language },
  });
  if (notCommitted) asked.service.log({ level: 'warning', event: 'not-committed', code: notCommitted.code });
  return notCommitted;
}

/** Where an account is known by a mail address, that. */
export async function mailOf(asked: Asked): Promise<string | null> {
  const { account } = visitorOf(asked);
  if (account === null) return null;
  const row = await asked.service.storage.look((db) =>
    db.selectFrom('account').select('login').where('id', '=', account).executeTakeFirst(),
  );
  return row && /^[^\s@<>]+@[^\s@<>]+$/.test(row.login) ? row.login : null;
}
