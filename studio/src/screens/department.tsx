/** A department: its variants of roles, and who works in what, in which version of the paper. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { NoRegister } from '../editor/propose.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Empty } from '../parts/empty.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Chip, State } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo } from '../route.js';
import { Newcomers } from './newcomers.js';
import type { DepartmentChoice, DepartmentHead, DepartmentRow, VariantRow } from '../types.js';
import { capital, say, shortDay } from '../words.js';

interface Shown {
  readonly begun: boolean;
  readonly head: DepartmentHead | null;
  readonly variants: readonly VariantRow[];
  readonly people: readonly (DepartmentRow & { readonly title: string })[];
}

const remembered = 'rolewright:department';

export function DepartmentScreen({ chosen, today }: { readonly chosen: string | undefined; readonly today: string }): VNode {
  const { answer: all, error } = useAnswer<readonly DepartmentChoice[]>('departments');
  const here = all?.find(({ id }) => id === chosen) ?? all?.find(({ own }) => own) ?? all?.find(({ id }) => id === localStorage.getItem(remembered)) ?? all?.[0];
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={all === null && error === null}>
      <Head title={say('frame.department')} lead={here ? capital(here.name) : all ? undefined : say('wait.department')}>
        {all && all.length > 1 && here ? (
          <>
            <label for="which">{say('variant.department')}</label>
            <select
              id="which"
              value={here.id}
              onChange={({ currentTarget }) => {
                localStorage.setItem(remembered, currentTarget.value);
                goTo('department', currentTarget.value);
              }}
            >
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </>
        ) : null}
      </Head>
      {error === null ? null : <Problems error={error} />}
      {all !== null && !here ? (
        <section class="sheet">
          <Empty icon="department" title={say('department.noneAtAll')} words={say('department.noneAtAllHint')} />
        </section>
      ) : null}
      {here ? <Within key={here.id} id={here.id} today={today} /> : null}
    </main>
  );
}

function Within({ id, today }: { readonly id: string; readonly today: string }): VNode {
  const { answer: shown, error, again } = useAnswer<Shown>(`departments/${encodeURIComponent(id)}`);
  const [wrong, setWrong] = useState<unknown>(null);
  const begin = (): void => {
    setWrong(null);
    void post('register').then(again).catch(setWrong);
  };
  return (
    <>
      {(wrong ?? error) === null ? null : <Problems error={wrong ?? error} />}
      {shown === null ? (
        <p class="quiet" aria-busy={error === null}>
          {error === null ? say('wait.department') : ''}
        </p>
      ) : (
        <>
          <section class="sheet" aria-labelledby="variants-title">
            <header>
              <h2 id="variants-title">{say('department.variants')}</h2>
            </header>
            {shown.variants.length === 0 ? (
              <p class="pad quiet">
                {say('department.noVariants')} <a href={hrefTo('roles')}>{say('proposals.toRoles')}</a>
              </p>
            ) : (
              <ul class="rows variant-rows">
                {shown.variants.map((one) => (
                  <li key={one.id}>
                    <Icon name="roles" />
                    <p class="what">
                      <a href={hrefTo('roles', one.id)}>{capital(one.title)}</a> <span class="quiet">{say('roles.versionOf', { base: one.baseTitle })}</span>
                    </p>
                    <Chip look={one.used ? 'current' : 'todo'} icon={one.used ? 'current' : 'minus'} words={say(one.used ? 'department.used' : 'department.notUsed')} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          {shown.begun ? <Newcomers department={id} today={today} /> : <NoRegister onBegin={begin} />}
          <section class="sheet" aria-labelledby="people-title">
            <header>
              <h2 id="people-title">{say('department.people')}</h2>
              <span class="quiet small">{say('department.count', { n: new Set(shown.people.map(({ person }) => person)).size })}</span>
            </header>
            {shown.head === null ? null : (
              <p class="pad head-of">
                <span class="quiet">{say('department.head')}</span> {shown.head.name}
                <span class="quiet"> · {shown.head.title}</span>
              </p>
            )}
            {shown.people.length === 0 ? <p class="pad quiet">{say('department.nobody')}</p> : <People people={shown.people} today={today} />}
          </section>
        </>
      )}
    </>
  );
}

const columns = ['name', 'role', 'held', 'inForce', 'standing'] as const;

function People({ people, today }: Pick<Shown, 'people'> & { readonly today: string }): VNode {
  return (
    <Cards caption={say('department.people')} columns={columns.map((one) => say(`department.columns.${one}`))}>
      {people.map((one) => (
        <Person key={`${one.person} ${one.role} ${one.number ?? ''}`} row={one} today={today} />
      ))}
    </Cards>
  );
}

function Person({ row, today }: { readonly row: Shown['people'][number]; readonly today: string }): VNode {
  const { person, name, gender, role, title, held, on, inForce, number, standing, due, overdue } = row;
  return (
    <tr role="row">
      <Lead>
        <a href={hrefTo('people', person)}>{name}</a>
      </Lead>
      <Cell of={say('department.columns.role')}>
        <a href={hrefTo('roles', role)}>{capital(title)}</a>
      </Cell>
      <Cell of={say('department.columns.held')}>
        {held === null ? <span class="quiet">{say('department.nothingHeld')}</span> : say('department.version', { version: held })}
        {on === null ? null : <p>{shortDay(on, today)}</p>}
      </Cell>
      <Cell of={say('department.columns.inForce')}>
        {inForce === null ? <span class="quiet">{say('department.notIssued')}</span> : say('department.version', { version: inForce })}
        {number === null ? null : <p>{say('department.number', { number })}</p>}
      </Cell>
      <Cell of={say('department.columns.standing')}>
        <State state={overdue ? 'overdue' : standing} gender={gender} />
        {due === null || standing === 'to-come' ? null : <p>{say(overdue ? 'department.late' : 'department.due', { day: shortDay(due, today) })}</p>}
      </Cell>
    </tr>
  );
}
