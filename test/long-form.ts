/** A press for tests of all that a role says: kinds with two details come in the full one. */
import type { Press } from '../src/press/press.js';

export const inFull = (press: Press): Press => ({
  ...press,
  assemble: (job) => press.assemble({ detail: 'full', ...job }),
  blank: (job) => press.blank({ detail: 'full', ...job }),
  fingerprint: (job) => press.fingerprint({ detail: 'full', ...job }),
});
