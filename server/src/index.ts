/** The register as a library, in the order of what one does with it. */

// Open it, write and ask.
export { openStorage } from './storage/storage.js';
export type { Storage, Transaction } from './storage/storage.js';
export type { Target } from './storage/open.js';
export type { Queries } from './storage/queries.js';
export { StorageRefusal } from './storage/errors.js';

// What can happen in it.
export type { Draft, Event, Kind, Payloads, Recorded } from './life/events.js';

// Whether it is what it was.
export { verify } from './verify/verify.js';
export type { Verdict, VerifyOptions } from './verify/verify.js';
export type { Fault, FaultCode } from './verify/fault.js';
export { anchorLine, readAnchors } from './chain/anchor.js';

// Back-ups.
export { restore } from './storage/restore.js';
export { erasureLine, readErasures } from './storage/erasure-log.js';
