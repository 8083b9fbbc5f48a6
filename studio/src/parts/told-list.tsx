/** What is told in a list, each with its shape. */
import type { VNode } from 'preact';
import type { Told } from '../types.js';
import { hintOf, wayOf } from './hint.js';
import { Icon } from './icon.js';

export function ToldList({ told }: { readonly told: readonly Pick<Told, 'code' | 'message' | 'hint' | 'severity'>[] }): VNode | null {
  if (told.length === 0) return null;
  return (
    <div class="stack tight">
      {told.map((one) => ({ ...one, hint: hintOf(one), way: wayOf(one.code) })).map(({ message, hint, severity, way }, at) => (
        <div key={at} class={`finding ${severity === 'error' ? 'error' : ''}`}>
          <Icon name={severity === 'error' ? 'error' : 'warn'} />
          <div>
            <p>
              <b>{message}</b>
              {hint === null ? null : ` ${hint}`} {way === null ? null : <a href={way.href}>{way.words}</a>}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
