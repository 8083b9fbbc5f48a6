/** Who acts at this desk: asked for once, kept in this browser, and changed when somebody else sits down. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../words.js';
import { Dialog } from './dialog.js';
import { Line } from './fields.js';

const stored = 'rolewright:name';

/** The name given in this browser; null for none. */
export const nameGiven = (): string | null => localStorage.getItem(stored);

/** `onClose` is left out where a name has to be given first. */
export function Naming({ name: before, onClose }: { readonly name: string; onClose?(): void }): VNode {
  const [name, setName] = useState(before);
  const isReady = name.trim() !== '';
  return (
    <Dialog title={say('naming.title')} onClose={() => onClose?.()}>
      <p class="quiet">{say('naming.lead')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          localStorage.setItem(stored, name.trim());
          // All that is in sight was asked for in another name.
          location.reload();
        }}
      >
        <Line label={say('naming.name')} help={say('naming.hint')} value={name} most={200} required onInput={setName} />
        <div class="acts ends">
          {onClose ? (
            <button type="button" class="button" onClick={onClose}>
              {say('act.cancel')}
            </button>
          ) : null}
          <button type="submit" class="button primary" aria-disabled={!isReady}>
            {say('naming.submit')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
