/** Who can come in, what they may do and where, and who stands in for whom. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, put } from '../api.js';
import { Act } from '../parts/act.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Done } from '../parts/done.js';
import { Empty } from '../parts/empty.js';
import { Line } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { moment, say } from '../words.js';
import { EditAccount, Invite, NewAccount } from './account-acts.js';
import { Deputies } from './deputies.js';
import { grantInWords } from './grants.js';
import { OnceTold } from './once-told.js';
import type { Account, AccountChoices } from './types.js';

type Open =
  | { readonly what: 'new' }
  | { readonly what: 'edit' | 'invite' | 'lock'; readonly account: Account }
  | { readonly what: 'link'; readonly account: Account; readonly link: string };

interface Page {
  readonly items: readonly Account[];
  readonly next: string | null;
}

/** Accounts that a page of the API has, and pages that are read: a service with more is asked by the search of the command line. */
const [size, mostPages] = [200, 10];

async function allAccounts(): Promise<readonly Account[]> {
  const all: Account[] = [];
  let after = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await get<Page>('../accounts', { limit: String(size), after });
    all.push(...items);
    if (next === null) break;
    after = next;
  }
  return all.sort((one, other) => one.name.localeCompare(other.name));
}

export function AccountsScreen({ today }: { readonly today: string }): VNode {
  const { answer: choices, error: wrong } = useAnswer<AccountChoices>('care/choices');
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const load = (): Promise<void> => allAccounts().then(setAccounts).catch(setError);
  useEffect(() => void load(), []);
  const close = (words: string | null = null): void => {
    setOpen(null);
    setDone(words);
    if (words !== null) void load();
  };
  const wanted = q.trim().toLocaleLowerCase();
  const shown = (accounts ?? []).filter(({ name, login }) => `${name} ${login}`.toLocaleLowerCase().includes(wanted));
  const isBusy = (accounts === null || choices === null) && error === null && wrong === null;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={isBusy}>
      <Head title={say('frame.accounts')} lead={say('accounts.lead')}>
        <button type="button" class="button primary" onClick={() => setOpen({ what: 'new' })}>
          <Icon name="plus" />
          {say('accounts.new')}
        </button>
      </Head>
      {(error ?? wrong) === null ? null : <Problems error={error ?? wrong} />}
      <section class="sheet" aria-label={say('accounts.list')} aria-busy={isBusy}>
        <form class="bar filters" role="search" onSubmit={(event) => event.preventDefault()}>
          <Line id="q" label={say('accounts.search')} type="search" value={q} wide onInput={setQ} />
          <p class="unseen" role="status">
            {accounts === null ? '' : say('accounts.found', { n: shown.length })}
          </p>
        </form>
        {accounts !== null && shown.length === 0 ? (
          <Empty icon="people" title={say('filter.nothing')} words={say('filter.nothingHint')} />
        ) : (
          <Cards caption={say('accounts.list')} columns={(['name', 'rights', 'state', 'acts'] as const).map((one) => say(`accounts.columns.${one}`))}>
            {shown.map((one) => (
              <Row key={one.id} account={one} {...{ choices, today }} onOpen={setOpen} />
            ))}
          </Cards>
        )}
      </section>
      {accounts === null || choices === null ? null : <Deputies {...{ accounts, choices, today }} />}
      {open === null || choices === null ? null : <Opened {...{ open, choices }} onClose={close} onLink={(account, link) => setOpen({ what: 'link', account, link })} />}
      <Done words={done} onGone={() => setDone(null)} />
    </main>
  );
}

interface OpenedProps {
  readonly open: Open;
  readonly choices: AccountChoices;
  onClose(words?: string | null): void;
  onLink(account: Account, link: string): void;
}

function Opened({ open, choices, onClose, onLink }: OpenedProps): VNode {
  if (open.what === 'new') return <NewAccount choices={choices} onClose={() => onClose()} onLink={onLink} />;
  const { account } = open;
  const { name } = account;
  if (open.what === 'link')
    return (
      <OnceTold
        title={say('accounts.linkTitle', { name })}
        lead={say('accounts.linkLead')}
        label={say('accounts.link')}
        secret={open.link}
        onClose={() => onClose(say('accounts.linkMade', { name }))}
      />
    );
  if (open.what === 'edit') return <EditAccount {...{ account, choices }} onClose={() => onClose()} onDone={() => onClose(say('accounts.changed', { name }))} />;
  if (open.what === 'invite') return <Invite account={account} onClose={() => onClose()} onLink={onLink} />;
  const isLocked = account.state === 'locked';
  return (
    <Act
      title={say(isLocked ? 'accounts.unlockTitle' : 'accounts.lockTitle', { name })}
      lead={say(isLocked ? 'accounts.unlockLead' : 'accounts.lockLead')}
      submit={say(isLocked ? 'accounts.unlock' : 'accounts.lock')}
      danger={!isLocked}
      run={() => put(`../accounts/${account.id}`, { state: isLocked ? 'active' : 'locked' })}
      onClose={() => onClose()}
      onDone={() => onClose(say(isLocked ? 'accounts.unlocked' : 'accounts.locked', { name }))}
    />
  );
}

interface RowProps {
  readonly account: Account;
  readonly choices: AccountChoices | null;
  readonly today: string;
  onOpen(open: Open): void;
}

function Row({ account, choices, today, onOpen }: RowProps): VNode {
  const { name, login, grants, state } = account;
  return (
    <tr role="row">
      <Lead>
        {name}
        <p>{login}</p>
      </Lead>
      <Cell of={say('accounts.columns.rights')}>
        {grants.length === 0 ? (
          <span class="quiet">{say('accounts.noRights')}</span>
        ) : (
          <ul>
            {grants.map((one) => (
              <li key={`${one.role} ${one.department}`} class={one.until !== null && one.until < today ? 'quiet' : ''}>
                {grantInWords(one, choices?.departments ?? [], today)}
              </li>
            ))}
          </ul>
        )}
      </Cell>
      <Cell of={say('accounts.columns.state')} look="whole">
        <AccountState account={account} />
      </Cell>
      <Cell look="whole">
        <div class="acts">
          <button type="button" class="button slim" aria-label={`${say('accounts.change')}: ${name}`} onClick={() => onOpen({ what: 'edit', account })}>
            {say('accounts.change')}
          </button>
          <button type="button" class="button slim" aria-label={`${say('accounts.invite')}: ${name}`} onClick={() => onOpen({ what: 'invite', account })}>
            {say('accounts.invite')}
          </button>
          <button
            type="button"
            class="button slim"
            aria-label={`${say(state === 'locked' ? 'accounts.unlock' : 'accounts.lock')}: ${name}`}
            onClick={() => onOpen({ what: 'lock', account })}
          >
            {say(state === 'locked' ? 'accounts.unlock' : 'accounts.lock')}
          </button>
        </div>
      </Cell>
    </tr>
  );
}

function AccountState({ account: { state, hasPassword, invitedUntil } }: { readonly account: Account }): VNode {
  if (state === 'locked') return <Chip look="expired" icon="no" words={say('accounts.state.locked')} />;
  if (hasPassword) return <Chip look="current" icon="current" words={say('accounts.state.active')} />;
  if (invitedUntil !== null) return <Chip look="asked" icon="asked" words={say('accounts.state.invited', { until: moment(invitedUntil) })} />;
  return <Chip look="todo" icon="todo" words={say('accounts.state.none')} />;
}
