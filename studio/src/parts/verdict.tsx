/** Whether the register is what it was, in words: whole, or each sort of fault with its places. */
import type { VNode } from 'preact';
import type { VerdictShown } from '../../../server/src/http/tasks-verify.js';
import { say } from '../words.js';
import { Icon } from './icon.js';
import { Chip } from './state.js';

export type { VerdictShown };

export const Verdict = ({ whole, events, files, faults }: VerdictShown): VNode =>
  whole ? (
    <Chip look="current" icon="current" words={say('verify.whole', { events, files })} />
  ) : (
    <div class="finding error">
      <Icon name="error" />
      <div>
        <p>
          <b>{say('verify.broken')}</b> {say('verify.brokenHint')}
        </p>
        <ul>
          {faults.map(({ words, count, places }) => (
            <li key={words}>
              {words} ({count}) <span class="hash">{places.join(', ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
