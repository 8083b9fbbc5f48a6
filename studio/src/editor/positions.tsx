/** The positions that a role names, each under a short name that nobody need see. */
import type { VNode } from 'preact';
import { isMap, sameValue, valueAt } from '../../../server/src/studio/edits.js';
import type { Field, Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { Control } from './fields.js';
import { idFor } from './finding.js';
import { MarkChip } from './origin.js';
import { inside, textIn } from './places.js';

export function Positions({ field, at, value }: { readonly field: Field; readonly at: string; readonly value: Value | undefined }): VNode {
  const { add, readOnly, inherited, edit } = useEditing();
  const held = isMap(value) ? value : {};
  const title = field.fields.find(({ key }) => key === 'title');
  return (
    <div class="list" id={idFor(at)} tabindex={-1} role="group" aria-label={field.title}>
      <h3>{field.title}</h3>
      <ol class="clauses">
        {Object.entries(held).map(([id, post], number) => (
          <li key={id} id={idFor(inside(at, id))} tabindex={-1} class={lookOf(inherited, [at, id], post)}>
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
              {inherited === null || sameValue(valueAt(inherited, [at, id]) ?? null, post) ? null : (
                <PostMark was={valueAt(inherited, [at, id])} onBack={(value) => edit(value === undefined ? { do: 'remove', at: [at, id] } : { do: 'set', at: [at, id], value })} />
              )}
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

const lookOf = (inherited: Value | null, at: readonly string[], post: Value): string =>
  inherited === null ? '' : sameValue(valueAt(inherited, at) ?? null, post) ? 'same' : 'differs';

function PostMark({ was, onBack }: { readonly was: Value | undefined; onBack(value: Value | undefined): void }): VNode {
  const { readOnly, locale } = useEditing();
  return (
    <div class="origin">
      <MarkChip mark={was === undefined ? 'added' : 'changed'} />
      {readOnly ? null : (
        <button type="button" class="button plain slim" onClick={() => onBack(was)}>
          <Icon name="back" />
          {say(was === undefined ? 'form.remove' : 'variant.asInRole')}
        </button>
      )}
      {isMap(was) ? <p class="quiet">{say('variant.inRole', { words: textIn(was.title, locale) })}</p> : null}
    </div>
  );
}
