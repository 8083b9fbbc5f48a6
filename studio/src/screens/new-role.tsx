/** How a role begins: what it is called, and what it has from the start. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line, Pick } from '../parts/fields.js';
import { goTo } from '../route.js';
import type { RoleRow } from '../types.js';
import { capital, say } from '../words.js';

export function NewRole({ roles, onClose }: { readonly roles: readonly RoleRow[]; readonly onClose: () => void }): VNode {
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const create = async (): Promise<void> => {
    const { id } = await post<{ readonly id: string }>('roles', { title: title.trim(), ...(from !== '' && { from }) });
    goTo('roles', id);
  };
  return (
    <Act title={say('newRole.title')} submit={say('newRole.create')} ready={title.trim() !== ''} run={create} {...{ onClose }}>
      <Line id="new-title" label={say('newRole.name')} help={say('newRole.nameHint')} value={title} required most={200} onInput={setTitle} />
      <Pick
        id="new-from"
        label={say('newRole.from')}
        help={say(from === '' ? 'newRole.skeletonHint' : 'newRole.copyHint')}
        value={from}
        none={say('newRole.skeleton')}
        choices={roles.map((role) => ({ id: role.id, name: say('newRole.choice', { title: capital(role.title), origin: say(role.own ? 'roles.own' : 'roles.ours') }) }))}
        onPick={setFrom}
      />
    </Act>
  );
}
