/** All roles: the project’s own and those that come with Rolewright, and a search in all their texts. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../api.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Line, Pick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Pager } from '../parts/pager.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { hrefTo } from '../route.js';
import type { Hit, RoleRow } from '../types.js';
import { capital, languageName, say } from '../words.js';
import { NewRole } from './new-role.js';

/** Roles of a page. */
const size = 50;

type Count = { readonly errors: number; readonly warnings: number };

export function RolesScreen(): VNode {
  const { answer: roles, error } = useAnswer<readonly RoleRow[]>('roles');
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [show, setShow] = useState<'all' | 'own' | 'library' | 'findings'>('all');
  const [beginning, setBeginning] = useState(false);
  const [offset, setOffset] = useState(0);

  useEffect(() => {
    if (query.trim() === '') {
      setHits(null);
      return undefined;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      get<readonly Hit[]>('search', { q: query }, stop.signal)
        .then(setHits)
        .catch(() => undefined);
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);

  const byRole = new Map(hits?.map((hit) => [hit.id, hit]));
  const among = (roles ?? []).filter(
    ({ id, own }) => (hits === null || byRole.has(id)) && (show === 'all' || show === 'findings' || own === (show === 'own')),
  );
  // Whoever wants those with findings has all of them looked through.
  const counts = useCounts(show === 'findings' ? among : among.slice(offset, offset + size));
  const found =
    show === 'findings'
      ? among.filter(({ id }) => {
          const { errors, warnings } = counts.get(id) ?? { errors: 0, warnings: 0 };
          return errors + warnings > 0;
        })
      : among;
  const look = (words: string): void => {
    setQuery(words);
    setOffset(0);
  };
  const own = roles?.filter((one) => one.own).length ?? 0;
  return (
    <main id="main" class="page" tabindex={-1}>
      <Head title={say('frame.roles')} lead={roles ? say('roles.lead', { own, library: roles.length - own }) : say('wait.roles')}>
        <a class="button" href={hrefTo('import')}>
          <Icon name="file" />
          {say('word.open')}
        </a>
        <button type="button" class="button primary" onClick={() => setBeginning(true)}>
          <Icon name="plus" />
          {say('newRole.open')}
        </button>
      </Head>
      {error === null ? null : <Problems error={error} />}
      <section class="sheet" aria-label={say('roles.list')} aria-busy={roles === null}>
        <form class="bar filters" role="search" onSubmit={(event) => event.preventDefault()}>
          <Line id="q" label={say('roles.search')} type="search" value={query} wide onInput={look} />
          <Pick
            label={say('roles.show')}
            value={show}
            choices={(['all', 'own', 'library', 'findings'] as const).map((id) => ({ id, name: say(`roles.only.${id}`) }))}
            onPick={(value) => {
              setShow(value as typeof show);
              setOffset(0);
            }}
          />
          <p class="unseen" role="status">
            {roles ? say('roles.found', { n: found.length }) : ''}
          </p>
        </form>
        {roles !== null && found.length === 0 ? (
          <Empty
            icon="roles"
            title={query.trim() === '' ? say('roles.none') : say('roles.nothing', { query })}
            words={say(query.trim() === '' ? 'roles.noneHint' : 'roles.nothingHint')}
          >
            <button
              type="button"
              class="button"
              onClick={() => {
                look('');
                setShow('all');
              }}
            >
              {say('roles.showAll')}
            </button>
          </Empty>
        ) : (
          <Cards
            caption={say('roles.list')}
            columns={(['role', 'department', 'languages', 'findings', 'origin'] as const).map((one) => say(`roles.columns.${one}`))}
          >
            {found.slice(offset, offset + size).map((one) => (
              <Row key={one.id} role={one} count={counts.get(one.id)} hit={byRole.get(one.id)} />
            ))}
          </Cards>
        )}
        <Pager offset={offset} count={found.length} size={size} onGo={setOffset} />
      </section>
      {beginning ? <NewRole roles={roles ?? []} onClose={() => setBeginning(false)} /> : null}
    </main>
  );
}

interface RowProps {
  readonly role: RoleRow;
  readonly count: Count | undefined;
  readonly hit: Hit | undefined;
}

function Row({ role, count, hit }: RowProps): VNode {
  return (
    <tr role="row" class={role.base === null ? '' : 'sub'}>
      <Lead>
        <a href={hrefTo('roles', role.id)}>{capital(role.title)}</a>
        <p>{role.base === null ? say('roles.facts', { version: role.version, n: role.clauses }) : say('roles.versionOf', { base: role.base })}</p>
        {hit ? <p class="hit">{say('roles.hit', { excerpt: hit.excerpt, n: hit.count })}</p> : null}
      </Lead>
      <Cell of={say('roles.columns.department')}>
        {capital(role.department)}
      </Cell>
      <Cell of={say('roles.columns.languages')}>
        {role.languages.map((tag, at) => (
          <span key={tag}>
            {at > 0 ? ' ' : ''}
            <abbr title={languageName(tag)}>{tag}</abbr>
          </span>
        ))}
      </Cell>
      <Cell of={say('roles.columns.findings')}>
        <Findings count={count} />
      </Cell>
      <Cell of={say('roles.columns.origin')}>
        {say(role.own ? 'roles.own' : 'roles.ours')}
      </Cell>
    </tr>
  );
}

function Findings({ count }: { readonly count: Count | undefined }): VNode {
  if (!count) return <span class="quiet">…</span>;
  const { errors, warnings } = count;
  const [look, icon, words] =
    errors > 0
      ? (['late', 'error', say('finding.errors', { n: errors })] as const)
      : warnings > 0
        ? (['outdated', 'warn', say('finding.warnings', { n: warnings })] as const)
        : (['current', 'current', say('finding.noneShort')] as const);
  return <Chip {...{ look, icon, words }} />;
}

/** Findings come in one role after another: to look through all of them takes seconds, and the list need not wait. */
function useCounts(roles: readonly RoleRow[]): ReadonlyMap<string, Count> {
  const [counts, setCounts] = useState<ReadonlyMap<string, Count>>(new Map());
  const known = useRef(counts);
  known.current = counts;
  const wanted = roles.map(({ id }) => id).join(' ');
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      for (const id of wanted.split(' ').filter(Boolean)) {
        if (stop.signal.aborted) return;
        if (known.current.has(id)) continue;
        const count = await get<Count>(`roles/${encodeURIComponent(id)}/count`, {}, stop.signal).catch(() => null);
        if (count) setCounts((before) => new Map([...before, [id, count]]));
      }
    })();
    return () => stop.abort();
  }, [wanted]);
  return counts;
}
