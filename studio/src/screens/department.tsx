/** A department: its variants of roles, and who works in what, in which version of the paper. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api.js';
import { NoRegister } from '../editor/propose.js';
import { Icon } from '../parts/icon.js';
import type { IconName } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { goTo, hrefTo } from '../route.js';
import type { DepartmentRow, VariantRow } from '../types.js';
import { capital, day, say } from '../words.js';

interface Department {
  readonly id: string;
  readonly name: string;
}

interface Shown {
  readonly begun: boolean;
  readonly variants: readonly VariantRow[];
  readonly people: readonly (DepartmentRow & { readonly title: string })[];
}

const remembered = 'rolewright:department';

const looks: Readonly<Record<DepartmentRow['standing'], readonly [string, IconName]>> = {
  current: ['current', 'current'],
  outdated: ['outdated in', 'again'],
  expired: ['expired in', 'again'],
  requested: ['asked', 'issue'],
  'to-do': ['todo', 'pen'],
  none: ['todo', 'minus'],
};

export function DepartmentScreen({ chosen }: { readonly chosen: string | undefined }): VNode {
  const [all, setAll] = useState<readonly Department[] | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<unknown>(null);
  const here = all?.find(({ id }) => id === (chosen ?? localStorage.getItem(remembered))) ?? all?.[0];
  useEffect(() => {
    get<readonly Department[]>('departments').then(setAll).catch(setError);
  }, []);
  const load = (): void => {
    if (!here) return;
    get<Shown>(`departments/${encodeURIComponent(here.id)}`).then(setShown).catch(setError);
  };
  useEffect(load, [here?.id]);
  const begin = (): void => void post('register').then(load).catch(setError);
  const isBusy = error === null && (all === null || (here !== undefined && shown === null));
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={isBusy}>
      <div class="head">
        <div>
          <h1>{say('frame.department')}</h1>
          <p class="lead">{here ? capital(here.name) : all ? '' : say('wait.department')}</p>
        </div>
        {all && all.length > 1 && here ? (
          <div class="acts">
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
          </div>
        ) : null}
      </div>
      {error === null ? null : <Problems error={error} />}
      {all !== null && !here ? (
        <div class="sheet empty">
          <Icon name="department" large />
          <h2>{say('department.noneAtAll')}</h2>
          <p class="quiet">{say('department.noneAtAllHint')}</p>
        </div>
      ) : null}
      {shown ? (
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
                    <span class={`chip ${one.used ? 'current' : 'todo'}`}>
                      <Icon name={one.used ? 'current' : 'minus'} />
                      {say(one.used ? 'department.used' : 'department.notUsed')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {shown.begun ? null : <NoRegister onBegin={begin} />}
          <section class="sheet" aria-labelledby="people-title">
            <header>
              <h2 id="people-title">{say('department.people')}</h2>
              <span class="quiet small">{say('department.count', { n: new Set(shown.people.map(({ person }) => person)).size })}</span>
            </header>
            {shown.people.length === 0 ? <p class="pad quiet">{say('department.nobody')}</p> : <People people={shown.people} />}
          </section>
        </>
      ) : null}
    </main>
  );
}

const columns = ['name', 'role', 'held', 'inForce', 'standing'] as const;

function People({ people }: Pick<Shown, 'people'>): VNode {
  return (
    <table role="table" class="cards">
      <caption class="unseen">{say('department.people')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((one) => (
            <th key={one} role="columnheader" scope="col">
              {say(`department.columns.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((one) => (
          <Person key={`${one.person} ${one.role} ${one.number ?? ''}`} row={one} />
        ))}
      </tbody>
    </table>
  );
}

function Person({ row }: { readonly row: Shown['people'][number] }): VNode {
  const { name, role, title, held, on, inForce, number, standing, due, overdue } = row;
  const [look, icon] = looks[standing];
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" data-label={say('department.columns.role')}>
        <a href={hrefTo('roles', role)}>{capital(title)}</a>
      </td>
      <td role="cell" data-label={say('department.columns.held')}>
        {held === null ? <span class="quiet">{say('department.nothingHeld')}</span> : say('department.version', { version: held })}
        {on === null ? null : <p>{day(on)}</p>}
      </td>
      <td role="cell" data-label={say('department.columns.inForce')}>
        {inForce === null ? <span class="quiet">{say('department.notIssued')}</span> : say('department.version', { version: inForce })}
        {number === null ? null : <p>{say('department.number', { number })}</p>}
      </td>
      <td role="cell" data-label={say('department.columns.standing')}>
        <span class={`chip ${overdue ? 'late in' : look}`}>
          <Icon name={overdue ? 'error' : icon} />
          {say(`department.standing.${standing}`)}
        </span>
        {due === null ? null : <p>{say(overdue ? 'department.late' : 'department.due', { day: day(due) })}</p>}
      </td>
    </tr>
  );
}
