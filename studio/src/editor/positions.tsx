/** The positions that a role names, each under a short name that nobody need see. */
import type { VNode } from 'preact';
import { isMap } from '../../../server/src/studio/edits.js';
import type { Field, Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { Control } from './fields.js';
import { idFor } from './finding.js';
import { inside } from './places.js';

export function Positions({ field, at, value }: { readonly field: Field; readonly at: string; readonly value: Value | undefined }): VNode {
  const { add, readOnly } = useEditing();
  const held = isMap(value) ? value : {};
  const title = field.fields.find(({ key }) => key === 'title');
  return (
    <div class="list" id={idFor(at)} tabindex={-1} role="group" aria-label={field.title}>
      <h3>{field.title}</h3>
      <ol class="clauses">
        {Object.entries(held).map(([id, post], number) => (
          <li key={id} id={idFor(inside(at, id))} tabindex={-1}>
            <span class="n">{number + 1}.</span>
            <div>
              {title ? (
                <Control
                  field={title}
                  at={`${at}/${id}/title`}
                  value={isMap(post) ? post.title : undefined}
                  label={say('form.entry', { list: field.title, number: number + 1 })}
                />
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <button type="button" class="button plain slim" onClick={() => add(at, field)}>
          <Icon name="plus" />
          {say('form.addTo', { list: field.title })}
        </button>
      )}
    </div>
  );
}
