/** People by name, looked up on the server; whoever is chosen stands above. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Line } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { say } from '../words.js';
import type { Chosen } from './chosen.js';
import type { PeoplePage } from './types.js';

/** So many are shown of whom to choose. */
const most = 8;
/** The server gives so many at once. */
const largestPage = 200;

export function PeoplePicker({ people, onPick }: { readonly people: readonly Chosen[]; onPick(people: readonly Chosen[]): void }): VNode {
  const [q, setQ] = useState('');
  // Enough that some are left of whom to choose.
  const { answer, error } = useAnswer<PeoplePage>('hr/people', { limit: String(Math.min(most + people.length, largestPage)), q: q.trim() === '' ? undefined : q });
  const found = (answer?.items ?? []).filter(({ id }) => !people.some((one) => one.id === id)).slice(0, most);
  return (
    <div class="stack tight">
      {people.length === 0 ? null : (
        <ul class="chosen" aria-label={say('issue.chosen')}>
          {people.map(({ id, name }) => (
            <li key={id}>
              <button type="button" class="button slim" onClick={() => onPick(people.filter((one) => one.id !== id))}>
                {name}
                <Icon name="no" />
                <span class="unseen">{say('issue.dropOne')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Line label={say('people.search')} type="search" value={q} onInput={setQ} />
      {error === null ? null : <Problems error={error} />}
      <ul class="chosen" aria-label={say('issue.choices')}>
        {found.map(({ id, name, post }) => (
          <li key={id}>
            <button type="button" class="button slim plain" onClick={() => onPick([...people, { id, name }])}>
              <Icon name="plus" />
              {name}
              <span class="quiet">{post}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {say('people.picked', { n: people.length })}
      </p>
    </div>
  );
}
