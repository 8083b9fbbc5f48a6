/** Keys with which programs come in: made, told once, revoked. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { me, post, remove } from '../api.js';
import { Act } from '../parts/act.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Done } from '../parts/done.js';
import { Empty } from '../parts/empty.js';
import { Line, Tick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { say, shortDay } from '../words.js';
import { OnceTold } from './once-told.js';
import type { Key, KeyChoices } from './types.js';

type Open = 'new' | { readonly revoke: Key } | { readonly secret: string; readonly name: string };

/** What a right is called; its own name has a dot in it. */
const rightName = (right: string): string => say(`rights.${right.replace('.', '-')}`);

export function KeysScreen({ today }: { readonly today: string }): VNode {
  const { answer: choices, error: wrong } = useAnswer<KeyChoices>('care/key-choices');
  const { answer, error, again } = useAnswer<{ readonly items: readonly Key[] }>('../keys');
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = (words: string | null = null): void => {
    setOpen(null);
    setDone(words);
    if (words !== null) void again();
  };
  const mayMake = choices !== null && choices.scopes.length > 0;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={answer === null && error === null}>
      <Head title={say('frame.keys')} lead={say('apikeys.lead')}>
        {mayMake ? (
          <button type="button" class="button primary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {say('apikeys.new')}
          </button>
        ) : null}
      </Head>
      {(error ?? wrong) === null ? null : <Problems error={error ?? wrong} />}
      <section class="sheet" aria-label={say('apikeys.list')}>
        {answer !== null && answer.items.length === 0 ? (
          <Empty icon="key" title={say('apikeys.none')} words={say('apikeys.noneHint')} />
        ) : (
          <Cards caption={say('apikeys.list')} columns={(['name', 'rights', 'state', 'acts'] as const).map((one) => say(`apikeys.columns.${one}`))}>
            {(answer?.items ?? []).map((one) => (
              <Row key={one.id} of={one} today={today} onRevoke={() => setOpen({ revoke: one })} />
            ))}
          </Cards>
        )}
      </section>
      {open === 'new' && choices !== null ? <NewKey {...{ choices, today }} onClose={() => close()} onMade={(secret, name) => setOpen({ secret, name })} /> : null}
      {open !== null && open !== 'new' && 'secret' in open ? (
        <OnceTold
          title={say('apikeys.madeTitle', { name: open.name })}
          lead={say('apikeys.madeLead')}
          label={say('apikeys.key')}
          secret={open.secret}
          onClose={() => close(say('apikeys.made', { name: open.name }))}
        />
      ) : null}
      {open !== null && open !== 'new' && 'revoke' in open ? (
        <Act
          title={say('apikeys.revokeTitle', { name: open.revoke.name })}
          lead={say('apikeys.revokeLead')}
          submit={say('apikeys.revoke')}
          danger
          run={() => remove(`../keys/${open.revoke.id}`)}
          onClose={() => close()}
          onDone={() => close(say('apikeys.revoked', { name: open.revoke.name }))}
        />
      ) : null}
      <Done words={done} onGone={() => setDone(null)} />
    </main>
  );
}

function Row({ of, today, onRevoke }: { readonly of: Key; readonly today: string; onRevoke(): void }): VNode {
  const { name, account, scopes, until, revokedAt, createdAt } = of;
  const isOver = until !== null && until < today;
  return (
    <tr role="row">
      <Lead>
        {name}
        <p>{say('apikeys.since', { day: shortDay(createdAt.slice(0, 10), today), mine: account === me()?.account ? 'yes' : 'no' })}</p>
      </Lead>
      <Cell of={say('apikeys.columns.rights')}>
        <ul>
          {scopes.map((one) => (
            <li key={one}>{rightName(one)}</li>
          ))}
        </ul>
      </Cell>
      <Cell of={say('apikeys.columns.state')} look="whole">
        {revokedAt !== null ? (
          <Chip look="todo" icon="no" words={say('apikeys.state.revoked', { day: shortDay(revokedAt.slice(0, 10), today) })} />
        ) : isOver ? (
          <Chip look="expired" icon="expired" words={say('apikeys.state.over', { day: shortDay(until, today) })} />
        ) : (
          <Chip look="current" icon="current" words={until === null ? say('apikeys.state.open') : say('apikeys.state.until', { day: shortDay(until, today) })} />
        )}
      </Cell>
      <Cell look="whole">
        {revokedAt !== null ? null : (
          <button type="button" class="button slim" aria-label={`${say('apikeys.revoke')}: ${name}`} onClick={onRevoke}>
            {say('apikeys.revoke')}
          </button>
        )}
      </Cell>
    </tr>
  );
}

interface NewKeyProps {
  readonly choices: KeyChoices;
  readonly today: string;
  onClose(): void;
  onMade(secret: string, name: string): void;
}

function NewKey({ choices, today, onClose, onMade }: NewKeyProps): VNode {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  // A year, as certificates of servers have it: a key that nobody remembers ends by itself.
  const [until, setUntil] = useState(`${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`);
  return (
    <Act
      title={say('apikeys.newTitle')}
      lead={say('apikeys.newLead')}
      submit={say('apikeys.make')}
      ready={name.trim() !== '' && scopes.length > 0}
      run={async () => {
        const { key } = await post<{ readonly key: string }>('../keys', { name: name.trim(), scopes, until: until === '' ? null : until });
        onMade(key, name.trim());
      }}
      onClose={onClose}
    >
      <Line label={say('apikeys.name')} help={say('apikeys.nameHint')} value={name} required most={200} onInput={setName} />
      <fieldset class="field">
        <legend>{say('apikeys.columns.rights')}</legend>
        {choices.scopes.map((one) => (
          <Tick key={one} label={rightName(one)} on={scopes.includes(one)} onTick={(on) => setScopes((before) => (on ? [...before, one] : before.filter((other) => other !== one)))} />
        ))}
      </fieldset>
      <Line label={say('apikeys.until')} help={say('apikeys.untilHint')} type="date" min={today} value={until} onInput={setUntil} />
    </Act>
  );
}
