/** Rights: a role in the service, for all of the organisation or a department, perhaps with an end. */
import type { VNode } from 'preact';
import { Line, Pick } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import type { Choice } from '../types.js';
import { capital, say, shortDay } from '../words.js';
import type { AccessRole, AccountChoices, Grant } from './types.js';

export function grantInWords({ role, department, until }: Grant, departments: readonly Choice[], today: string): string {
  const where = department === null ? say('grants.everywhere') : capital(departments.find(({ id }) => id === department)?.name ?? department);
  const end = until === null ? '' : `, ${say(until < today ? 'grants.ended' : 'grants.until', { day: shortDay(until, today) })}`;
  return `${say(`grants.role.${role}`)}: ${where}${end}`;
}

export interface GrantsProps {
  readonly grants: readonly Grant[];
  readonly choices: AccountChoices;
  onChange(grants: readonly Grant[]): void;
}

export function Grants({ grants, choices, onChange }: GrantsProps): VNode {
  const put = (at: number, part: Partial<Grant>): void => onChange(grants.map((one, other) => (other === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="field">
      <legend>{say('grants.title')}</legend>
      {grants.length === 0 ? <p class="help">{say('grants.none')}</p> : null}
      <ul class="stack tight">
        {grants.map((one, at) => (
          <li key={at} class="versus">
            <div class="grid few">
              <Pick
                label={say('grants.what')}
                value={one.role}
                choices={choices.roles.map((id) => ({ id, name: say(`grants.role.${id}`) }))}
                onPick={(role) => put(at, { role: role as AccessRole, ...(choices.undivided.includes(role as AccessRole) && { department: null }) })}
              />
              {choices.undivided.includes(one.role) ? null : (
                <Pick label={say('grants.where')} value={one.department ?? ''} choices={choices.departments} none={say('grants.everywhere')} onPick={(id) => put(at, { department: id === '' ? null : id })} />
              )}
              <Line label={say('grants.end')} type="date" min={choices.today} value={one.until ?? ''} onInput={(until) => put(at, { until: until === '' ? null : until })} />
            </div>
            <p class="help">{say(`grants.may.${one.role}`)}</p>
            <button type="button" class="button plain slim" aria-label={`${say('grants.remove')}: ${say(`grants.role.${one.role}`)}`} onClick={() => onChange(grants.filter((_, other) => other !== at))}>
              {say('grants.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="button slim" onClick={() => onChange([...grants, { role: 'hr', department: null, until: null }])}>
          <Icon name="plus" />
          {say('grants.add')}
        </button>
      </div>
    </fieldset>
  );
}
