/** A finding at its field: what is wrong, on what it rests, and other words to take. */
import type { VNode } from 'preact';
import { hintOf } from '../parts/hint.js';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';
import type { Placed } from './context.js';
import { useEditing } from './context.js';
import { pathOf, wordsAt } from './places.js';

export const idFor = (place: string): string => `f-${place}`;

/** Findings about a field; `text` is what a fix changes. */
export function FindingsAt({ of, id }: { readonly of: readonly Placed[]; readonly id: string }): VNode | null {
  if (of.length === 0) return null;
  return (
    <div id={id} class="found">
      {of.map((one, at) => (
        <FindingBox key={`${one.code}${at}`} finding={one} />
      ))}
    </div>
  );
}

function FindingBox({ finding }: { readonly finding: Placed }): VNode {
  const { take, readOnly, now } = useEditing();
  const { severity, message, fix, place } = finding;
  const hint = hintOf(finding);
  const text = fix ? wordsAt(now(), place, pathOf(place).at(-1) ?? '') : '';
  return (
    <div class={`finding ${severity === 'error' ? 'error' : ''}`}>
      <Icon name={severity === 'error' ? 'error' : 'warn'} />
      <div>
        <p>
          <span class="unseen">{say(severity === 'error' ? 'finding.error' : 'finding.warning')} </span>
          <b>{message}</b>
        </p>
        {hint === null ? null : <p>{hint}</p>}
        {fix && !readOnly && text !== '' ? (
          <>
            <p>
              {text.slice(Math.max(0, fix.start - 30), fix.start)}
              {fix.end > fix.start ? <del>{text.slice(fix.start, fix.end)}</del> : null} {fix.text === '' ? null : <ins>{fix.text}</ins>}
              {text.slice(fix.end, fix.end + 30)}
            </p>
            <div class="acts">
              <button type="button" class="button slim" data-fix={place} onClick={() => take(finding)}>
                <Icon name="check" />
                {say('finding.take')}
              </button>
            </div>
          </>
        ) : null}
      </div>
    </div>
  );
}
