/** The pages of a long list. */
import type { VNode } from 'preact';
import { figure, say } from '../words.js';

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
