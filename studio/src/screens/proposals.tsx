/** All proposals, those that wait for a decision first. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api.js';
import { NoRegister } from '../editor/propose.js';
import { Icon } from '../parts/icon.js';
import type { IconName } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { hrefTo } from '../route.js';
import type { ProposalRow } from '../types.js';
import { capital, day, say } from '../words.js';

interface Proposals {
  readonly begun: boolean;
  readonly actor: string;
  readonly items: readonly ProposalRow[];
}

const looks: Readonly<Record<string, readonly [string, IconName]>> = {
  proposed: ['asked', 'proposals'],
  returned: ['outdated in', 'back'],
  approved: ['current', 'current'],
  withdrawn: ['todo', 'minus'],
};

export function StateChip({ state }: { readonly state: string }): VNode {
  const [look, icon] = looks[state] ?? ['todo', 'info'];
  return (
    <span class={`chip ${look}`}>
      <Icon name={icon} />
      {say(`proposals.state.${state}`)}
    </span>
  );
}

export function ProposalsScreen(): VNode {
  const [all, setAll] = useState<Proposals | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = (): void => {
    get<Proposals>('proposals').then(setAll).catch(setError);
  };
  useEffect(load, []);
  const begin = (): void => void post('register').then(load).catch(setError);
  const waiting = all?.items.filter(({ state }) => state === 'proposed').length ?? 0;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={all === null && error === null}>
      <div class="head">
        <div>
          <h1>{say('frame.proposals')}</h1>
          <p class="lead">{all ? say('proposals.lead', { n: waiting, actor: all.actor }) : say('wait.proposals')}</p>
        </div>
      </div>
      {error === null ? null : <Problems error={error} />}
      {all && !all.begun ? <NoRegister onBegin={begin} /> : null}
      {all === null ? null : all.items.length === 0 ? (
        <div class="sheet empty">
          <Icon name="proposals" large />
          <h2>{say('proposals.none')}</h2>
          <p class="quiet">{say('proposals.noneHint')}</p>
          <a class="button" href={hrefTo('roles')}>
            {say('proposals.toRoles')}
          </a>
        </div>
      ) : (
        <section class="sheet" aria-label={say('proposals.list')}>
          <table role="table" class="cards">
            <caption class="unseen">{say('proposals.list')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {(['what', 'author', 'day', 'state'] as const).map((one) => (
                  <th key={one} role="columnheader" scope="col">
                    {say(`proposals.columns.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {all.items.map((one) => (
                <tr role="row" key={one.id}>
                  <th role="rowheader" scope="row">
                    <a href={hrefTo('proposals', one.id)}>{capital(one.title)}</a>
                    <p>{one.summary}</p>
                  </th>
                  <td role="cell" data-label={say('proposals.columns.author')}>
                    {one.author}
                  </td>
                  <td role="cell" data-label={say('proposals.columns.day')} class="nowrap">
                    {day(one.at.slice(0, 10))}
                  </td>
                  <td role="cell" data-label={say('proposals.columns.state')}>
                    <StateChip state={one.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </main>
  );
}
