/** All keys, and the switch for them. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../words.js';
import { Dialog } from './dialog.js';

const known = ['search', 'save', 'undo', 'redo', 'move', 'finding', 'fix', 'paper', 'keys'] as const;
const stored = 'rolewright:keys';

export const keysOn = (): boolean => localStorage.getItem(stored) !== 'off';

export function Keys({ onClose, children }: { readonly onClose: () => void; readonly children?: ComponentChildren }): VNode {
  const [on, setOn] = useState(keysOn);
  return (
    <Dialog title={say('keys.title')} onClose={onClose}>
      {children}
      <section>
        <h3>{say('keys.heading')}</h3>
        <dl class="facts">
          {known.map((name) => (
            <div key={name}>
              <dt>{say(`keys.${name}`)}</dt>
              <dd>
                <kbd>{say(`keys.press.${name}`)}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <label class="choice">
          <input
            type="checkbox"
            checked={on}
            onChange={() => {
              localStorage.setItem(stored, on ? 'off' : 'on');
              setOn(!on);
            }}
          />
          {say('keys.on')}
        </label>
      </section>
      <div class="acts ends">
        <button type="button" class="button primary" onClick={onClose}>
          {say('act.close')}
        </button>
      </div>
    </Dialog>
  );
}
