/** Everybody who is known, searched and paged on the server; and the ways in: a list that is pasted, or a file. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Line, Pick, Tick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Pager } from '../parts/pager.js';
import { Problems } from '../parts/problems.js';
import { State } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo, toPerson } from '../route.js';
import { say, shortDay } from '../words.js';
import { choose } from './chosen.js';
import type { Chosen } from './chosen.js';
import { NewPerson } from './one-person.js';
import type { Beginnings, PeoplePage } from './types.js';

const size = 50;

export function PeopleScreen({ beginnings }: { readonly beginnings: Beginnings }): VNode {
  const [q, setQ] = useState('');
  const [department, setDepartment] = useState('');
  const [role, setRole] = useState('');
  const [adding, setAdding] = useState(false);
  const [gone, setGone] = useState(false);
  const [offset, setOffset] = useState(0);
  /** Names by id: whoever was picked on another page is not in sight any more. */
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const { answer, error, busy } = useAnswer<PeoplePage>('hr/people', {
    ...{ offset: String(offset), limit: String(size), q: q.trim() === '' ? undefined : q },
    ...{ department: department || undefined, role: role || undefined, gone: gone ? 'true' : undefined },
  });
  const filter =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setOffset(0);
    };
  const isFiltered = q.trim() !== '' || department !== '' || role !== '' || gone;
  const pick = (people: readonly Chosen[], on: boolean): void =>
    setPicked((before) => {
      const next = new Map(before);
      for (const { id, name } of people) if (on) next.set(id, name);
      else next.delete(id);
      return next;
    });
  const items = answer?.items ?? [];
  const isAll = items.length > 0 && items.every(({ id }) => picked.has(id));
  const isEmpty = answer !== null && answer.all + answer.gone === 0;
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={busy && answer === null}>
      <Head title={say('frame.people')} lead={answer === null ? say('looking.people') : say('people.lead', { n: answer.all, gone: answer.gone })}>
        <button type="button" class="button" onClick={() => setAdding(true)}>
          <Icon name="fresh" />
          {say('onePerson.add')}
        </button>
        <a class="button primary" href={hrefTo('people', 'list')}>
          <Icon name="plus" />
          {say('people.bring')}
        </a>
      </Head>
      {error === null ? null : <Problems error={error} />}
      {adding ? <NewPerson beginnings={beginnings} onClose={() => setAdding(false)} /> : null}
      <section class="sheet" aria-label={say('people.list')} aria-busy={busy}>
        {isEmpty ? (
          <Empty icon="people" title={say('people.none')} words={say('people.noneHint')}>
            <a class="button" href={hrefTo('people', 'list')}>
              {say('people.bring')}
            </a>
          </Empty>
        ) : (
          <>
            <form class="bar filters" role="search" onSubmit={(event) => event.preventDefault()}>
              <Line id="q" label={say('people.search')} type="search" value={q} wide onInput={filter(setQ)} />
              <Pick label={say('columns.department')} value={department} choices={answer?.departments ?? []} none={say('filter.all')} onPick={filter(setDepartment)} />
              <Pick label={say('columns.post')} value={role} choices={answer?.roles ?? []} none={say('filter.all')} onPick={filter(setRole)} />
              {(answer?.gone ?? 0) > 0 ? <Tick label={say('people.gone')} on={gone} onTick={filter(setGone)} /> : null}
              <p class="unseen" role="status">
                {answer === null ? '' : say('people.found', { n: answer.count })}
              </p>
            </form>
            {picked.size > 0 ? (
              <div class="bar picked">
                <p>
                  <b>{say('people.picked', { n: picked.size })}</b>
                </p>
                <div class="acts">
                  <button
                    type="button"
                    class="button slim"
                    onClick={() => {
                      choose([...picked].map(([id, name]) => ({ id, name })));
                      goTo('issue', 'people');
                    }}
                  >
                    {say('people.issue')}
                  </button>
                  <button type="button" class="button slim plain" onClick={() => setPicked(new Map())}>
                    {say('people.unpick')}
                  </button>
                </div>
              </div>
            ) : null}
            {answer !== null && items.length === 0 ? (
              <Empty icon="people" title={say('filter.nothing')} words={isFiltered ? say('filter.nothingHint') : say('people.nobodyHere')}>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    setQ('');
                    setDepartment('');
                    setRole('');
                    filter(setGone)(false);
                  }}
                >
                  {say('filter.clear')}
                </button>
              </Empty>
            ) : (
              <Cards
                caption={say('people.list')}
                columns={[
                  {
                    narrow: true,
                    words: (
                      <label class="tick">
                        <input type="checkbox" checked={isAll} onChange={({ currentTarget }) => pick(items, currentTarget.checked)} />
                        <span class="unseen">{say('people.pickAll')}</span>
                      </label>
                    ),
                  },
                  ...(['person', 'post', 'department', 'since', 'state'] as const).map((one) => say(`columns.${one}`)),
                ]}
              >
                {items.map((one) => (
                  <tr role="row" key={`${one.id} ${one.role} ${one.department}`}>
                    <Cell look="pick narrow">
                      <label class="tick">
                        <input type="checkbox" checked={picked.has(one.id)} onChange={({ currentTarget }) => pick([one], currentTarget.checked)} />
                        <span class="unseen">{say('people.pick', { name: one.name })}</span>
                      </label>
                    </Cell>
                    <Lead>
                      <a href={toPerson(one.id)}>{one.name}</a>
                      {one.number === null ? null : <p>{one.number}</p>}
                    </Lead>
                    <Cell of={say('columns.post')}>
                      {one.leftOn === null ? one.post : say('people.leftOn', { day: shortDay(one.leftOn, beginnings.today) })}
                    </Cell>
                    <Cell of={say('columns.department')}>
                      {one.departmentName}
                    </Cell>
                    <Cell of={say('columns.since')}>
                      {one.since === null ? '' : shortDay(one.since, beginnings.today)}
                    </Cell>
                    <Cell of={say('columns.state')}>
                      {one.state === null ? <span class="quiet">{say('people.noPaper')}</span> : <State state={one.state} gender={one.gender} />}
                    </Cell>
                  </tr>
                ))}
              </Cards>
            )}
            <Pager offset={offset} count={answer?.count ?? 0} size={size} onGo={setOffset} />
          </>
        )}
      </section>
    </main>
  );
}
