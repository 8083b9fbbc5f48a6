/** That something is saved and git has not taken it: said until somebody has read it, on whatever screen it was saved. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { onNotCommitted } from '../api.js';
import type { Problem } from '../api.js';
import { say } from '../words.js';

export function NotCommitted(): VNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => onNotCommitted(setProblem), []);
  return (
    <div role="status">
      {problem === null ? null : (
        <div class="toast">
          <span>{[problem.message, problem.hint].filter(Boolean).join(' ')}</span>
          <button type="button" class="button slim" onClick={() => setProblem(null)}>
            {say('act.close')}
          </button>
        </div>
      )}
    </div>
  );
}
