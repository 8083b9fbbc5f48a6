/** All findings of a role in one place, each leading to its field. */
import type { VNode } from 'preact';
import { Icon } from '../parts/icon.js';
import { languageName, say } from '../words.js';
import type { Placed } from './context.js';
import type { Looking } from './use-editor.js';
import { idFor } from './finding.js';

interface FindingListProps {
  readonly findings: readonly Placed[];
  readonly looking: Looking;
  /** The language that is edited. */
  readonly chosen: string;
  onLanguage(locale: string): void;
}

export function FindingList({ findings, looking, chosen, onLanguage }: FindingListProps): VNode {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <details class="sheet">
      <summary class="pad">
        {findings.length === 0 ? (
          <span class={`chip ${looking === 'done' ? 'current' : ''}`}>
            {looking === 'done' ? <Icon name="current" /> : null}
            {looking === 'done' ? say('finding.none') : looking === 'failed' ? say('finding.failed') : say('finding.looking')}
          </span>
        ) : (
          <span class={`chip in ${errors > 0 ? 'late' : 'outdated'}`}>
            <Icon name={errors > 0 ? 'error' : 'warn'} />
            {errors > 0 ? say('finding.errors', { n: errors }) : say('finding.warnings', { n: findings.length })}
          </span>
        )}
      </summary>
      {findings.length === 0 ? (
        <p class="pad quiet small">{say('finding.noneHint')}</p>
      ) : (
        <ul class="rows found-all">
          {findings.map((one, at) => (
            <li key={`${one.pointer}${one.code}${at}`}>
              <Icon name={one.severity === 'error' ? 'error' : 'warn'} />
              <p class="what">
                {one.message}
                {one.locale !== null && one.locale !== chosen ? <span class="quiet"> · {languageName(one.locale)}</span> : null}
              </p>
              <button type="button" class="button slim" onClick={() => show(one, chosen, onLanguage)}>
                {say('finding.show')}
                <span class="unseen">: {one.message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function show(finding: Placed, chosen: string, onLanguage: (locale: string) => void): void {
  if (finding.locale !== null && finding.locale !== chosen) onLanguage(finding.locale);
  requestAnimationFrame(() => fieldOf(finding.place)?.focus());
}

/** The nearest thing around a place that is shown. */
function fieldOf(place: string): HTMLElement | null {
  const parts = place.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(idFor(parts.slice(0, length).join('/')));
    if (found) return found.matches('li') ? (found.querySelector<HTMLElement>('textarea, input, select') ?? found) : found;
  }
  return document.getElementById('form');
}

/** Goes to the next finding behind the field in focus, or before it. */
export function goToFinding(findings: readonly Placed[], step: 1 | -1, chosen: string, onLanguage: (locale: string) => void): void {
  if (findings.length === 0) return;
  const order = [...findings].map((one) => ({ one, field: fieldOf(one.place) }));
  const at = order.findIndex(({ field }) => field !== null && field === document.activeElement);
  const next = order[(at + step + order.length) % order.length] ?? order[0];
  if (next) show(next.one, chosen, onLanguage);
}
