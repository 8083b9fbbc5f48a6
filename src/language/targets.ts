/** What a measure is to reach, in words. */
import type { Kpi, Text } from '../role/role.generated.js';
import { branch } from './phrases.js';
import type { Phrases } from './phrases.js';

/** How texts of a role and of the locale are said in one language. */
export interface Speech {
  readonly phrase: Phrases;
  say(text: Text): string;
}

/** The target in words: “at least 12%”. */
export function targetOf(kpi: Kpi, speech: Speech): string {
  if (kpi.value === null) return speech.phrase('measures.to-be-set');
  const high = kpi.operator === 'between' ? (kpi.max ?? kpi.value) : kpi.value;
  return speech.phrase('measures.target-value', { operator: branch(kpi.operator), low: kpi.value, value: measured(high, kpi, speech) });
}

/** A value with the unit of a measure. */
export function measured(value: number | string, kpi: Kpi, { phrase, say }: Speech): string {
  if ((kpi.unit === 'count' || kpi.unit === 'money') && kpi.unitText !== undefined)
    return phrase('unit.counted', { value, what: say(kpi.unitText) });
  return phrase(`unit.${kpi.unit}`, { value });
}
