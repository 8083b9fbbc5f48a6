/** How the columns of a list were understood, with samples, and what they are instead. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../words.js';
import type { DraftView } from './types.js';

export interface ListColumnsProps {
  readonly draft: DraftView;
  readonly busy: boolean;
  onFields(fields: readonly (string | null)[]): void;
}

export function ListColumns({ draft, onFields }: ListColumnsProps): VNode {
  const { columns, fields } = draft;
  const used = columns.filter(({ field }) => field !== null).length;
  const lacks = !columns.some(({ field }) => field === 'name' || field === 'last') || !columns.some(({ field }) => field === 'role' || field === 'position');
  const [open, setOpen] = useState(lacks);
  useEffect(() => {
    if (lacks) setOpen(true);
  }, [lacks]);
  return (
    <details class="sheet" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="pad">
        <span id="matched-h" tabindex={-1}>
          {say('list.columns')}
        </span>
        <span class="end quiet small">{say('list.matched', { used, free: columns.length - used })}</span>
      </summary>
      <div class="grid pad columns">
        {columns.map(({ heading, samples, field }, at) => (
          <div class="field" key={heading}>
            <label for={`column-${at}`}>{heading}</label>
            <p class="help" id={`column-${at}-h`}>
              {samples.length === 0 ? say('list.emptyColumn') : samples.join('; ')}
            </p>
            <select
              id={`column-${at}`}
              aria-describedby={`column-${at}-h`}
              value={field ?? ''}
              onChange={({ currentTarget: { value } }) =>
                // Of two columns for one thing the one that was chosen last has it.
                onFields(columns.map((one, other) => (other === at ? value || null : one.field === value ? null : one.field)))
              }
            >
              <option value="">{say('list.notUsed')}</option>
              {fields.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  );
}
