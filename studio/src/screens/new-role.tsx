/** How a role begins: what it is called, and what it has from the start. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Dialog } from '../parts/dialog.js';
import { Problems } from '../parts/problems.js';
import { goTo } from '../route.js';
import type { RoleRow } from '../types.js';
import { capital, say } from '../words.js';

export function NewRole({ roles, onClose }: { readonly roles: readonly RoleRow[]; readonly onClose: () => void }): VNode {
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const create = (): void => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    post<{ readonly id: string }>('roles', { title: title.trim(), ...(from !== '' && { from }) })
      .then(({ id }) => goTo('roles', id))
      .catch((wrong: unknown) => {
        setError(wrong);
        setBusy(false);
      });
  };
  return (
    <Dialog title={say('newRole.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <div class="field">
          <label for="new-title">{say('newRole.name')}</label>
          <p class="help" id="new-title-h">
            {say('newRole.nameHint')}
          </p>
          <input id="new-title" type="text" required maxLength={200} autocomplete="off" aria-describedby="new-title-h" value={title} onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </div>
        <div class="field">
          <label for="new-from">{say('newRole.from')}</label>
          <p class="help" id="new-from-h">
            {say(from === '' ? 'newRole.skeletonHint' : 'newRole.copyHint')}
          </p>
          <select id="new-from" aria-describedby="new-from-h" value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)}>
            <option value="">{say('newRole.skeleton')}</option>
            {roles.map((role) => (
              <option key={role.id} value={role.id}>
                {capital(role.title)}
              </option>
            ))}
          </select>
        </div>
        {error === null ? null : <Problems error={error} />}
        <div class="acts ends">
          <button type="button" class="button" onClick={onClose}>
            {say('act.cancel')}
          </button>
          <button type="submit" class="button primary" aria-disabled={title.trim() === '' || busy}>
            {say('newRole.create')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
