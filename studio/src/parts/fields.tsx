/** Fields with their labels. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Choice } from '../types.js';
import { Icon } from './icon.js';

export interface LineProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'search' | 'email' | 'password';
  readonly required?: boolean;
  readonly max?: string | undefined;
  readonly min?: string | undefined;
  readonly long?: boolean;
  /** Signs. */
  readonly most?: number;
  readonly wide?: boolean;
  readonly id?: string;
  readonly lang?: string;
  /** What stands against it. */
  readonly wrong?: readonly string[];
  onInput(value: string): void;
}

export function Line({ label, help, value, type = 'text', required = false, max, min, long = false, most = long ? 1000 : 300, wide = false, id: given, lang, wrong = [], onInput }: LineProps): VNode {
  const made = useId();
  const id = given ?? made;
  const described = describedBy(id, help, wrong);
  const isWrong = wrong.length > 0 ? true : undefined;
  return (
    <div class={`field ${wide ? 'wide' : ''}`}>
      <label for={id}>{label}</label>
      {help === undefined ? null : (
        <p class="help" id={`${id}-h`}>
          {help}
        </p>
      )}
      {long ? (
        <textarea id={id} rows={3} maxLength={most} required={required} aria-invalid={isWrong} aria-describedby={described} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      ) : (
        <input id={id} {...({ type } as { readonly type: 'text' })} required={required} min={min} max={max} lang={lang} maxLength={most} autocomplete={type === 'password' ? 'current-password' : 'off'} aria-invalid={isWrong} aria-describedby={described} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      )}
      <Wrong of={wrong} id={`${id}-w`} />
    </div>
  );
}

const describedBy = (id: string, help: string | undefined, wrong: readonly string[]): string | undefined =>
  [...(help === undefined ? [] : [`${id}-h`]), ...(wrong.length === 0 ? [] : [`${id}-w`])].join(' ') || undefined;

const Wrong = ({ of, id }: { readonly of: readonly string[]; readonly id: string }): VNode | null =>
  of.length === 0 ? null : (
    <div id={id} class="found">
      {of.map((words) => (
        <div key={words} class="finding error">
          <Icon name="error" />
          <p>{words}</p>
        </div>
      ))}
    </div>
  );

export interface PickProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** What stands for nothing chosen; none where something has to be. */
  readonly none?: string;
  readonly id?: string;
  /** More choices, in groups of their own. */
  readonly children?: ComponentChildren;
  /** What stands against it. */
  readonly wrong?: readonly string[];
  onPick(value: string): void;
}

export function Pick({ label, help, value, choices, none, id: given, children, wrong = [], onPick }: PickProps): VNode {
  const made = useId();
  const id = given ?? made;
  const described = describedBy(id, help, wrong);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help === undefined ? null : (
        <p class="help" id={`${id}-h`}>
          {help}
        </p>
      )}
      <select id={id} aria-invalid={wrong.length > 0 ? true : undefined} aria-describedby={described} value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {children}
      </select>
      <Wrong of={wrong} id={`${id}-w`} />
    </div>
  );
}

export const Tick = ({ label, help, on, onTick }: { readonly label: ComponentChildren; readonly help?: string; readonly on: boolean; onTick(on: boolean): void }): VNode => (
  <label class="choice">
    <input type="checkbox" checked={on} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
    <span>
      {label}
      {help === undefined ? null : <span class="quiet"> – {help}</span>}
    </span>
  </label>
);
