/** Who read data of whom, and who changed what, the latest first. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Pick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { moment, say } from '../words.js';
import type { Account, DeedsPage } from './types.js';

const size = 50;

export function AuditScreen(): VNode {
  const [offset, setOffset] = useState(0);
  const [account, setAccount] = useState('');
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const { answer, error, busy } = useAnswer<DeedsPage>('care/audit', { offset: String(offset), limit: String(size), account });
  useEffect(() => {
    // Whoever may read the audit alone goes without the choice.
    get<{ readonly items: readonly Account[] }>('../accounts', { limit: '200' }).then(({ items }) => setAccounts(items), () => {});
  }, []);
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={answer === null && error === null}>
      <Head title={say('frame.audit')} lead={say('audit.lead')} />
      {error === null ? null : <Problems error={error} />}
      <section class="sheet" aria-label={say('audit.list')} aria-busy={busy}>
        {accounts.length === 0 ? null : (
          <div class="bar filters">
            <Pick
              label={say('audit.who')}
              value={account}
              choices={accounts}
              none={say('filter.all')}
              onPick={(id) => {
                setAccount(id);
                setOffset(0);
              }}
            />
          </div>
        )}
        {answer !== null && answer.items.length === 0 ? (
          <Empty icon="search" title={say('audit.none')} />
        ) : (
          <Cards caption={say('audit.list')} columns={(['when', 'who', 'deed', 'of'] as const).map((one) => say(`audit.columns.${one}`))}>
            {(answer?.items ?? []).map((one, at) => (
              <tr role="row" key={at}>
                <Lead>{moment(one.at)}</Lead>
                <Cell of={say('audit.columns.who')}>{one.who}</Cell>
                <Cell of={say('audit.columns.deed')}>{one.deed}</Cell>
                <Cell of={say('audit.columns.of')}>{one.of}</Cell>
              </tr>
            ))}
          </Cards>
        )}
        {answer !== null && (offset > 0 || answer.more) ? (
          <footer>
            <div class="acts">
              <button type="button" class="button slim" aria-disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - size))}>
                {say('pages.before')}
              </button>
              <button type="button" class="button slim" aria-disabled={!answer.more} onClick={() => (answer.more ? setOffset(offset + size) : undefined)}>
                {say('pages.after')}
              </button>
            </div>
          </footer>
        ) : null}
      </section>
    </main>
  );
}
