/** A department’s variant of a role begins: which department it is for. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line, Pick } from '../parts/fields.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo } from '../route.js';
import type { Choice } from '../types.js';
import { say } from '../words.js';

export function NewVariant({ role, onClose }: { readonly role: string; readonly onClose: () => void }): VNode {
  const { answer, error } = useAnswer<readonly Choice[]>('departments');
  const departments = answer ?? [];
  /** Null until something is chosen, empty for a department that is not known yet. */
  const [picked, setPicked] = useState<string | null>(null);
  const [name, setName] = useState('');
  const usual = departments.find(({ id }) => id === localStorage.getItem('rolewright:department')) ?? departments[0];
  const chosen = picked ?? usual?.id ?? '';
  const department = chosen === '' ? name.trim() : chosen;
  const create = async (): Promise<void> => {
    const { id } = await post<{ readonly id: string }>(`roles/${encodeURIComponent(role)}/variant`, { department });
    goTo('roles', id);
  };
  return (
    <Act title={say('newVariant.title')} lead={say('newVariant.lead')} submit={say('newVariant.create')} ready={answer !== null && department !== ''} run={create} {...{ onClose }}>
      {error === null ? null : <Problems error={error} />}
      {departments.length === 0 ? null : (
        <Pick id="variant-department" label={say('variant.department')} value={chosen} choices={departments} onPick={setPicked}>
          <option value="">{say('newVariant.other')}</option>
        </Pick>
      )}
      {chosen === '' ? (
        <Line id="variant-name" label={say('newVariant.name')} help={say('newVariant.nameHint')} value={name} required most={200} onInput={setName} />
      ) : null}
    </Act>
  );
}
