/** Secrets that are handed out: 256 bits of chance, of which only the SHA-256 is kept. */
import { createHash } from 'node:crypto';
import type { Edge } from '../storage/edge.js';

/** Bytes of chance in a secret. */
const secretBytes = 32;

export const newSecret = ({ randomBytes }: Pick<Edge, 'randomBytes'>): string =>
  Buffer.from(randomBytes(secretBytes)).toString('base64url');

/** What is kept of a secret. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Another secret, made of one: who has the first can tell it, nobody else. */
export const derivedFrom = (secret: string, purpose: string): string =>
  createHash('sha256').update(`${purpose}\n${secret}`).digest('base64url');

/** A new name of 128 bits with a prefix: `k_…`. */
export const newName = (prefix: string, { randomBytes }: Pick<Edge, 'randomBytes'>): string =>
  `${prefix}_${Buffer.from(randomBytes(16)).toString('hex')}`;
