/** Where a part of a variant comes from: as in the role, or changed, added, removed, moved here; and the way back. */
import type { VNode } from 'preact';
import { valueAt } from '../../../server/src/studio/edits.js';
import type { Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import type { IconName } from '../parts/icon.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { isInOwnEntry } from './differences.js';
import type { Mark } from './differences.js';
import { sameValue } from '../../../server/src/studio/edits.js';
import { pathOf, textIn } from './places.js';

const icons: Readonly<Record<Mark, IconName>> = { changed: 'pen', added: 'plus', removed: 'minus', moved: 'moved' };

export const MarkChip = ({ mark }: { readonly mark: Mark }): VNode => (
  <span class={`chip mark-chip is-${mark}`}>
    <Icon name={icons[mark]} />
    {say(`variant.mark.${mark}`)}
  </span>
);

/** Whether a field says what the role says; null where nothing is compared. */
export function useInherited(at: string, value: Value | undefined): { readonly same: boolean; readonly base: Value | undefined } | null {
  const { inherited } = useEditing();
  if (inherited === null || isInOwnEntry(inherited, at)) return null;
  const base = valueAt(inherited, pathOf(at));
  return { base, same: sameValue(base ?? null, value ?? null) };
}

/** At a single value that differs. */
export function FieldMark({ at, value, called, shown }: { readonly at: string; readonly value: Value | undefined; readonly called: string; readonly shown?: (base: Value | undefined) => string }): VNode | null {
  const { edit, readOnly, locale } = useEditing();
  const compared = useInherited(at, value);
  if (!compared || compared.same) return null;
  const { base } = compared;
  const words = shown ? shown(base) : textIn(base, locale);
  const isHere = words !== (shown ? shown(value) : textIn(value, locale));
  return (
    <div class="origin" role="group" aria-label={say('variant.markOf', { mark: say('variant.mark.changed'), what: called })}>
      <MarkChip mark="changed" />
      {readOnly ? null : (
        <button
          type="button"
          class="button plain slim"
          onClick={({ currentTarget }) => {
            const field = currentTarget.closest('.field')?.querySelector<HTMLElement>('textarea, input, select');
            edit(base === undefined ? { do: 'remove', at: pathOf(at) } : { do: 'set', at: pathOf(at), value: base });
            field?.focus();
          }}
        >
          <Icon name="back" />
          {say('variant.asInRole')}
          <span class="unseen">: {called}</span>
        </button>
      )}
      <p class="quiet">{!isHere ? say('variant.otherLanguage') : words === '' ? say('variant.notInRole') : say('variant.inRole', { words })}</p>
    </div>
  );
}

export interface EntryMarkProps {
  readonly id: string;
  readonly mark: Mark;
  readonly called: string;
  /** What the role says instead. */
  readonly inRole?: string;
  /** Whether another mark of the entry asks why already. */
  readonly asked?: boolean;
  onBack?(): void;
}

/** At an entry that differs: what is so, why, and the way back. */
export function EntryMark({ id, mark, called, inRole, asked = false, onBack }: EntryMarkProps): VNode {
  const { edit, readOnly, reasons } = useEditing();
  const why = reasons[id] ?? '';
  return (
    <div class="origin" role="group" aria-label={say('variant.markOf', { mark: say(`variant.mark.${mark}`), what: called })}>
      <MarkChip mark={mark} />
      {readOnly || !onBack ? null : (
        <button type="button" class="button plain slim" onClick={onBack}>
          <Icon name="back" />
          {say('variant.asInRole')}
          <span class="unseen">: {called}</span>
        </button>
      )}
      {inRole === undefined ? null : <p class="quiet">{say('variant.inRole', { words: inRole })}</p>}
      {asked || (readOnly && why === '') ? null : (
        <label class="why">
          <span>{say('variant.why')}</span>
          <input
            type="text"
            maxLength={1000}
            readOnly={readOnly}
            value={why}
            aria-label={say('variant.whyOf', { what: called })}
            onInput={({ currentTarget: { value } }) =>
              edit(value === '' ? { do: 'remove', at: ['$variant', 'why', id] } : { do: 'set', at: ['$variant', 'why', id], value })
            }
          />
        </label>
      )}
    </div>
  );
}
