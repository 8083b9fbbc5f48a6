/** Who stands in for whom, with a first and a last day. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post, remove } from '../api.js';
import { Act } from '../parts/act.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Line, Pick } from '../parts/fields.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { day, say } from '../words.js';
import type { Account, AccountChoices, Deputy } from './types.js';

export interface DeputiesProps {
  readonly accounts: readonly Account[];
  readonly choices: AccountChoices;
  readonly today: string;
}

export function Deputies({ accounts, choices, today }: DeputiesProps): VNode {
  const { answer, error, again } = useAnswer<{ readonly items: readonly Deputy[] }>('../deputies');
  const [open, setOpen] = useState<'new' | Deputy | null>(null);
  const nameOf = (id: string): string => accounts.find((one) => one.id === id)?.name ?? id;
  const close = (): void => setOpen(null);
  const done = (): void => {
    close();
    void again();
  };
  return (
    <section class="sheet" aria-labelledby="deputies-h">
      <header>
        <div>
          <h2 id="deputies-h">{say('deputies.title')}</h2>
          <p class="quiet">{say('deputies.lead', { days: choices.longestDeputy })}</p>
        </div>
        <button type="button" class="button" onClick={() => setOpen('new')}>
          {say('deputies.new')}
        </button>
      </header>
      {error === null ? null : <Problems error={error} />}
      {answer !== null && answer.items.length === 0 ? (
        <Empty icon="people" title={say('deputies.none')} />
      ) : (
        <Cards caption={say('deputies.title')} columns={(['away', 'deputy', 'days', 'acts'] as const).map((one) => say(`deputies.columns.${one}`))}>
          {(answer?.items ?? []).map((one) => (
            <tr role="row" key={one.id}>
              <Lead>{nameOf(one.account)}</Lead>
              <Cell of={say('deputies.columns.deputy')}>{nameOf(one.deputy)}</Cell>
              <Cell of={say('deputies.columns.days')}>
                {say('deputies.span', { from: day(one.from), until: day(one.until) })}
                {one.from > today ? <p>{say('deputies.later')}</p> : null}
              </Cell>
              <Cell look="whole">
                <button type="button" class="button slim" aria-label={`${say('deputies.end')}: ${nameOf(one.deputy)}`} onClick={() => setOpen(one)}>
                  {say('deputies.end')}
                </button>
              </Cell>
            </tr>
          ))}
        </Cards>
      )}
      {open === 'new' ? <NewDeputy {...{ accounts, choices, today }} onClose={close} onDone={done} /> : null}
      {open === null || open === 'new' ? null : (
        <Act
          title={say('deputies.endTitle', { name: nameOf(open.deputy) })}
          lead={say('deputies.endLead')}
          submit={say('deputies.end')}
          danger
          run={() => remove(`../deputies/${open.id}`)}
          onClose={close}
          onDone={done}
        />
      )}
    </section>
  );
}

function NewDeputy({ accounts, choices, today, onClose, onDone }: DeputiesProps & { onClose(): void; onDone(): void }): VNode {
  const [account, setAccount] = useState('');
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const active = accounts.filter(({ state }) => state === 'active');
  return (
    <Act
      title={say('deputies.newTitle')}
      lead={say('deputies.newLead')}
      submit={say('deputies.make')}
      ready={account !== '' && deputy !== '' && account !== deputy && from !== '' && until >= from}
      run={() => post('../deputies', { account, deputy, from, until })}
      {...{ onClose, onDone }}
    >
      <div class="grid few">
        <Pick label={say('deputies.columns.away')} value={account} choices={active} none={say('deputies.choose')} onPick={setAccount} />
        <Pick label={say('deputies.columns.deputy')} value={deputy} choices={active.filter(({ id }) => id !== account)} none={say('deputies.choose')} onPick={setDeputy} />
        <Line label={say('deputies.from')} type="date" value={from} required onInput={setFrom} />
        <Line label={say('deputies.until')} help={say('deputies.longest', { days: choices.longestDeputy })} type="date" min={from} value={until} required onInput={setUntil} />
      </div>
    </Act>
  );
}
