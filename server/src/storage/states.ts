// STUB
import type { Seen } from './views.js';
const after: Record<string, string> = {
  requested: 'requested', opened: 'opened', acknowledged: 'acknowledged', declined: 'declined', 'refusal-recorded': 'refused',
  printed: 'printed', scanned: 'scanned', cancelled: 'cancelled', expired: 'expired', superseded: 'superseded',
};
export const stateAfter = (state: string | undefined, event: Seen): string => event.kind === 'scan-checked' ? (event.payload?.matches ? 'on-paper' : 'printed') : (after[event.kind] ?? state ?? '');
export const isOpen = (state: string): boolean => ['requested', 'opened', 'printed', 'scanned', 'declined'].includes(state);
