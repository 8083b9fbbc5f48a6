/** A department’s variant of a role begins: which department it is for. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api.js';
import { Dialog } from '../parts/dialog.js';
import { Problems } from '../parts/problems.js';
import { goTo } from '../route.js';
import { say } from '../words.js';

type Department = { readonly id: string; readonly name: string };

export function NewVariant({ role, onClose }: { readonly role: string; readonly onClose: () => void }): VNode {
  const [departments, setDepartments] = useState<readonly Department[]>([]);
  const [chosen, setChosen] = useState(localStorage.getItem('rolewright:department') ?? '');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    get<readonly Department[]>('departments')
      .then((found) => {
        setDepartments(found);
        setChosen((before) => (found.some(({ id }) => id === before) ? before : (found[0]?.id ?? '')));
      })
      .catch(setError);
  }, []);
  const department = chosen === '' ? name.trim() : chosen;
  const create = (): void => {
    if (department === '' || busy) return;
    setBusy(true);
    post<{ readonly id: string }>(`roles/${encodeURIComponent(role)}/variant`, { department })
      .then(({ id }) => goTo('roles', id))
      .catch((wrong: unknown) => {
        setError(wrong);
        setBusy(false);
      });
  };
  return (
    <Dialog title={say('newVariant.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <p class="quiet">{say('newVariant.lead')}</p>
        {departments.length === 0 ? null : (
          <div class="field">
            <label for="variant-department">{say('variant.department')}</label>
            <span />
            <select id="variant-department" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {departments.map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
              <option value="">{say('newVariant.other')}</option>
            </select>
          </div>
        )}
        {chosen === '' ? (
          <div class="field">
            <label for="variant-name">{say('newVariant.name')}</label>
            <p class="help" id="variant-name-h">
              {say('newVariant.nameHint')}
            </p>
            <input id="variant-name" type="text" required maxLength={200} autocomplete="off" aria-describedby="variant-name-h" value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
          </div>
        ) : null}
        {error === null ? null : <Problems error={error} />}
        <div class="acts ends">
          <button type="button" class="button" onClick={onClose}>
            {say('act.cancel')}
          </button>
          <button type="submit" class="button primary" aria-disabled={department === '' || busy}>
            {say('newVariant.create')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
