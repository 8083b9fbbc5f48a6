/** What was done, said in passing. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../words.js';

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
