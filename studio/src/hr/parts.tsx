/** Parts that HR’s screens share: pages of a list, forms in a dialog, what was done in passing. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.js';
import { Problems } from '../parts/problems.js';
import { hrefTo } from '../route.js';
import { figure, say } from '../words.js';
import { useOnce } from './once.js';
import type { Choice } from './types.js';

export interface PagerProps {
  readonly offset: number;
  readonly count: number;
  readonly size: number;
  onGo(offset: number): void;
}

export function Pager({ offset, count, size, onGo }: PagerProps): VNode | null {
  if (count <= size) return null;
  const last = Math.min(offset + size, count);
  return (
    <footer>
      <p class="quiet small">{say('pages.shown', { from: figure(offset + 1), to: figure(last), all: figure(count) })}</p>
      <div class="acts">
        <button type="button" class="button slim" aria-disabled={offset === 0} onClick={() => (offset === 0 ? undefined : onGo(Math.max(0, offset - size)))}>
          {say('pages.before')}
        </button>
        <button type="button" class="button slim" aria-disabled={last >= count} onClick={() => (last >= count ? undefined : onGo(offset + size))}>
          {say('pages.after')}
        </button>
      </div>
    </footer>
  );
}

export interface ActProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly submit: string;
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Whether what is needed has been said. */
  readonly ready?: boolean;
  readonly children?: ComponentChildren;
  readonly more?: ComponentChildren;
  onClose(): void;
  /** Given a key under which it happens once, however often it is tried. */
  run(key: string): Promise<unknown>;
  onDone(): void;
}

/** A dialog that does one thing: what goes wrong stands in it, and can be tried again without being done twice. */
export function Act({ title, lead, submit, danger = false, wide = false, ready = true, children, more, onClose, run, onDone }: ActProps): VNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const once = useOnce();
  const go = (): void => {
    if (busy || !ready) return;
    setBusy(true);
    setError(null);
    once('act', run)
      .then(onDone)
      .catch((wrong: unknown) => {
        setError(wrong);
        setBusy(false);
      });
  };
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      {lead === undefined ? null : <div class="quiet">{lead}</div>}
      {/* What stands against it is told by the register, in words, and not by the browser. */}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
        }}
      >
        {children}
        {error === null ? null : <Problems error={error} />}
        <div class="acts ends">
          {more}
          <button type="button" class="button" onClick={onClose}>
            {say('act.cancel')}
          </button>
          <button type="submit" class={`button ${danger ? 'danger' : 'primary'}`} aria-disabled={busy || !ready} aria-busy={busy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export interface LineProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'search';
  readonly required?: boolean;
  readonly max?: string | undefined;
  readonly min?: string | undefined;
  readonly long?: boolean;
  readonly wide?: boolean;
  readonly id?: string;
  onInput(value: string): void;
}

export function Line({ label, help, value, type = 'text', required = false, max, min, long = false, wide = false, id: given, onInput }: LineProps): VNode {
  const made = useId();
  const id = given ?? made;
  const described = help === undefined ? undefined : `${id}-h`;
  return (
    <div class={`field ${wide ? 'wide' : ''}`}>
      <label for={id}>{label}</label>
      {help === undefined ? null : (
        <p class="help" id={described}>
          {help}
        </p>
      )}
      {long ? (
        <textarea id={id} rows={3} maxLength={1000} required={required} aria-describedby={described} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      ) : (
        <input id={id} {...({ type } as { readonly type: 'text' })} required={required} min={min} max={max} maxLength={300} autocomplete="off" aria-describedby={described} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      )}
    </div>
  );
}

export interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** What stands for nothing chosen; none where something has to be. */
  readonly none?: string;
  onPick(value: string): void;
}

export function Pick({ label, value, choices, none, onPick }: PickProps): VNode {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
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

/** What was done, said once; it goes by itself. */
export function Done({ words, onGone }: { readonly words: string | null; onGone(): void }): VNode {
  useEffect(() => {
    if (words === null) return undefined;
    const timer = setTimeout(onGone, seconds * 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div role="status">
      {words === null ? null : (
        <div class="toast">
          <span>{words}</span>
          <button type="button" class="button slim" onClick={onGone}>
            {say('act.close')}
          </button>
        </div>
      )}
    </div>
  );
}

const seconds = 12;

export const toPerson = (id: string): string => hrefTo('people', id);
