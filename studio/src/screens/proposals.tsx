/** All proposals, those that wait for a decision first. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { NoRegister } from '../editor/propose.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { Pager } from '../parts/pager.js';
import { ProposalState } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { hrefTo } from '../route.js';
import type { ProposalRow } from '../types.js';
import { capital, say, shortDay } from '../words.js';

interface Proposals {
  readonly begun: boolean;
  readonly actor: string;
  readonly items: readonly ProposalRow[];
  readonly count: number;
  readonly waiting: number;
}

/** Proposals of a page. */
const size = 50;

export function ProposalsScreen({ today }: { readonly today: string }): VNode {
  const [offset, setOffset] = useState(0);
  const { answer: all, error, again } = useAnswer<Proposals>('proposals', { offset: String(offset), limit: String(size) });
  const [wrong, setWrong] = useState<unknown>(null);
  const begin = (): void => {
    setWrong(null);
    void post('register').then(again).catch(setWrong);
  };
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={all === null && error === null}>
      <Head title={say('frame.proposals')} lead={all ? say('proposals.lead', { n: all.waiting, actor: all.actor }) : say('wait.proposals')} />
      {(wrong ?? error) === null ? null : <Problems error={wrong ?? error} />}
      {all && !all.begun ? <NoRegister onBegin={begin} /> : null}
      {all === null ? null : all.items.length === 0 ? (
        <section class="sheet">
          <Empty icon="proposals" title={say('proposals.none')} words={say('proposals.noneHint')}>
            <a class="button" href={hrefTo('roles')}>
              {say('proposals.toRoles')}
            </a>
          </Empty>
        </section>
      ) : (
        <section class="sheet" aria-label={say('proposals.list')}>
          <Cards
            caption={say('proposals.list')}
            columns={(['what', 'author', 'day', 'state'] as const).map((one) => say(`proposals.columns.${one}`))}
          >
            {all.items.map((one) => (
              <tr role="row" key={one.id}>
                <Lead>
                  <a href={hrefTo('proposals', one.id)}>{capital(one.title)}</a>
                  <p>{one.summary}</p>
                </Lead>
                <Cell of={say('proposals.columns.author')}>
                  {one.author}
                </Cell>
                <Cell of={say('proposals.columns.day')} look="nowrap">
                  {shortDay(one.at.slice(0, 10), today)}
                </Cell>
                <Cell of={say('proposals.columns.state')}>
                  <ProposalState state={one.state} />
                </Cell>
              </tr>
            ))}
          </Cards>
          <Pager offset={offset} count={all.count} size={size} onGo={setOffset} />
        </section>
      )}
    </main>
  );
}
