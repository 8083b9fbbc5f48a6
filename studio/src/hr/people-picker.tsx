/** People by name, looked up on the server; whoever is chosen stands above. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';
import { Line } from './parts.js';
import type { PeoplePage } from './types.js';
import { useAnswer } from '../parts/use-answer.js';

/** So many are shown of whom to choose. */
const most = 8;

export function PeoplePicker({ ids, onPick }: { readonly ids: readonly string[]; onPick(ids: readonly string[]): void }): VNode {
  const [q, setQ] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { answer } = useAnswer<PeoplePage>('hr/people', { limit: q.trim() === '' ? '200' : String(most), q: q.trim() === '' ? undefined : q });
  useEffect(() => {
    if (answer) setNames((before) => new Map([...before, ...answer.items.map(({ id, name }) => [id, name] as const)]));
  }, [answer]);
  const found = (answer?.items ?? []).filter(({ id }) => !ids.includes(id)).slice(0, most);
  return (
    <div class="stack tight">
      {ids.length === 0 ? null : (
        <ul class="chosen" aria-label={say('issue.chosen')}>
          {ids.map((id) => (
            <li key={id}>
              <button type="button" class="button slim" onClick={() => onPick(ids.filter((one) => one !== id))}>
                {names.get(id) ?? say('issue.somebody')}
                <Icon name="no" />
                <span class="unseen">{say('issue.dropOne')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Line label={say('people.search')} type="search" value={q} onInput={setQ} />
      <ul class="chosen" aria-label={say('issue.choices')}>
        {found.map(({ id, name, post }) => (
          <li key={id}>
            <button type="button" class="button slim plain" onClick={() => onPick([...ids, id])}>
              <Icon name="plus" />
              {name}
              <span class="quiet">{post}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {say('people.picked', { n: ids.length })}
      </p>
    </div>
  );
}
