/** Forms in a dialog. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post, Refused } from '../api.js';
import { say } from '../words.js';
import { Dialog } from './dialog.js';
import { Line, Tick } from './fields.js';
import { focusOn } from './focus.js';
import { useOnce } from './once.js';
import { Problems } from './problems.js';

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
  /** Codes of what the register may ask back, which can be right all the same. */
  readonly asks?: readonly string[];
  /** Given a key under which it happens once, however often it is tried, and the codes of what was asked back and is right all the same. */
  run(key: string, sure: readonly string[]): Promise<unknown>;
  /** None where another screen comes then. */
  onDone?(): void;
}

/** A dialog that does one thing: what goes wrong stands in it, and can be tried again without being done twice. */
export function Act({ title, lead, submit, danger = false, wide = false, ready = true, children, more, asks = [], onClose, run, onDone }: ActProps): VNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [proving, setProving] = useState(false);
  const [password, setPassword] = useState('');
  const [sure, setSure] = useState<readonly string[]>([]);
  const once = useOnce();
  const asked = [...sure, ...(error instanceof Refused ? error.problems.map(({ code }) => code) : [])].filter((code) => asks.includes(code));
  const go = (): void => {
    if (busy || !ready) return;
    setBusy(true);
    setError(null);
    const proof = proving ? post('../session/proof', { password }) : Promise.resolve();
    proof
      .then(() => setProving(false))
      .then(() => once('act', (key) => run(key, sure)))
      .then(() => onDone?.())
      .catch((wrong: unknown) => {
        const isUnproved = wrong instanceof Refused && wrong.problems.some(({ code }) => code === 'http-proof-needed');
        if (isUnproved) {
          setProving(true);
          focusOn('proof');
        } else setError(wrong);
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
        {proving ? <Line id="proof" label={say('proof.password')} help={say('proof.why')} type="password" value={password} required onInput={setPassword} /> : null}
        {error === null ? null : <Problems error={error} />}
        {[...new Set(asked)].map((code) => (
          <Tick key={code} label={say(`sure.${code}`)} on={sure.includes(code)} onTick={(on) => setSure(on ? [...sure, code] : sure.filter((one) => one !== code))} />
        ))}
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
