/** What went wrong, with the way on. */
import type { ComponentChildren, VNode } from 'preact';
import { Away, Refused } from '../api.js';
import type { Problem } from '../api.js';
import { say } from '../words.js';
import { hintOf } from './hint.js';
import { Icon } from './icon.js';

/** What a refusal or a failure says, with its remedy. */
export function toldOf(error: unknown): readonly Pick<Problem, 'message' | 'hint'>[] {
  if (error instanceof Refused) return error.problems.map((one) => ({ message: one.message, hint: hintOf(one) }));
  const isAway = error instanceof Away;
  return [{ message: say(isAway ? 'wrong.away' : 'wrong.unknown'), hint: isAway ? say('wrong.awayHint') : null }];
}

export function Problems({ error, children }: { readonly error: unknown; readonly children?: ComponentChildren }): VNode {
  const told = toldOf(error);
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
