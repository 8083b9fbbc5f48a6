// STUB
import type { Recorded } from '../life/events.js';
const after: Record<string, string> = {
  requested: 'requested', opened: 'opened', acknowledged: 'acknowledged', declined: 'declined', 'refusal-recorded': 'refused',
  printed: 'printed', scanned: 'scanned', 'scan-checked': 'on-paper', 'scan-rejected': 'printed', cancelled: 'cancelled', expired: 'expired', superseded: 'superseded',
};
export const stateAfter = (state: string | undefined, event: Recorded): string => after[event.kind] ?? state ?? '';
export const isOpen = (state: string): boolean => ['requested', 'opened', 'printed', 'scanned', 'declined'].includes(state);
