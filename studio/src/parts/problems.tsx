/** What went wrong, with the way on. */
import type { ComponentChildren, VNode } from 'preact';
import { Away, Refused } from '../api.js';
import { say } from '../words.js';
import { Icon } from './icon.js';

export function Problems({ error, children }: { readonly error: unknown; readonly children?: ComponentChildren }): VNode {
  const told =
    error instanceof Refused ? error.problems : [{ message: say(error instanceof Away ? 'wrong.away' : 'wrong.unknown'), hint: error instanceof Away ? say('wrong.awayHint') : null, code: '' }];
  return (
    <div class="finding error" role="alert">
      <Icon name="error" />
      <div>
        {told.map(({ message, hint }) => (
          <p key={message}>
            <b>{message}</b>
            {hint === null ? null : ` ${hint}`}
          </p>
        ))}
        {children}
      </div>
    </div>
  );
}
