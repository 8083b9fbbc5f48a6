/** The versions of a role that the repository has kept, any two of them compared. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Empty } from '../parts/empty.js';
import { Pick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { Redline } from '../parts/redline.js';
import { useAnswer } from '../parts/use-answer.js';
import { hrefTo } from '../route.js';
import type { RoleHistory, RoleVersion } from '../types.js';
import { day, say } from '../words.js';

/** In the place of the id of a version: the file as it is. */
const now = 'now';

export function HistoryScreen({ id }: { readonly id: string }): VNode {
  const path = `roles/${encodeURIComponent(id)}`;
  const { answer: history, error } = useAnswer<RoleHistory>(`${path}/history`);
  const versions = history?.versions ?? [];
  return (
    <main id="main" class="page text" tabindex={-1} aria-busy={history === null && error === null}>
      <Head
        title={say('history.title')}
        up={{ href: hrefTo('roles', id), name: say('history.back') }}
        lead={history === null ? (error === null ? say('wait.history') : undefined) : say('history.lead', { n: versions.length })}
      />
      {error === null ? null : <Problems error={error} />}
      {history === null ? null : versions.length === 0 ? (
        <section class="sheet">
          <Empty
            icon="roles"
            title={say(history.versions === null ? 'history.noRepository' : 'history.none')}
            words={say(history.versions === null ? 'history.noRepositoryHint' : 'history.noneHint')}
          >
            <a class="button" href={hrefTo('roles', id)}>
              {say('history.back')}
            </a>
          </Empty>
        </section>
      ) : (
        <Compared {...{ path, versions, isChanged: history.isChanged }} />
      )}
    </main>
  );
}

const nameOf = ({ at, by, summary }: RoleVersion): string => [day(at.slice(0, 10)), by, summary].filter(Boolean).join(' · ');

function Compared({ path, versions, isChanged }: { readonly path: string; readonly versions: readonly RoleVersion[]; readonly isChanged: boolean }): VNode {
  const choices = [...(isChanged ? [{ id: now, name: say('history.now') }] : []), ...versions.map((one) => ({ id: one.id, name: nameOf(one) }))];
  const [after, setAfter] = useState(choices[0]?.id ?? now);
  const [before, setBefore] = useState(choices[1]?.id ?? choices[0]?.id ?? now);
  const asked = (id: string): string | undefined => (id === now ? undefined : id);
  const { answer, error, busy } = useAnswer<{ readonly text: string }>(`${path}/versions`, { before: asked(before), after: asked(after) });
  return (
    <section class="sheet" aria-labelledby="compared">
      <header>
        <h2 id="compared">{say('history.compared')}</h2>
      </header>
      <div class="pad stack" aria-busy={busy}>
        <Pick label={say('history.before')} value={before} choices={choices} onPick={setBefore} />
        <Pick label={say('history.after')} value={after} choices={choices} onPick={setAfter} />
        {choices.length < 2 ? <p class="quiet">{say('history.only')}</p> : null}
        {error === null ? null : <Problems error={error} />}
        <p class="quiet" role="status">
          {busy ? say('wait.comparison') : ''}
        </p>
        {answer === null || error !== null ? null : <Redline text={answer.text} label={say('proposal.text')} />}
      </div>
    </section>
  );
}
