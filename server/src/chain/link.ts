/**
 * Events as links of a chain. What an event says is only committed to, by a hash with a salt: the payload and its salt can be
 * erased, and nobody can guess what it said, yet the chain stays whole. Every link names the one before it, so that nothing
 * can be changed, put in, taken out or moved without all that follows changing too; an anchor outside tells of that.
 */
import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';

/** An event as the chain keeps it. Times are ISO 8601 in UTC with milliseconds, hashed as they are stored. */
export interface Link {
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly object: string;
  /** Hexadecimal, as all hashes here. */
  readonly commitment: string;
  /** The hash of the link before. */
  readonly prev: string;
  readonly hash: string;
}

/** Where a chain ends: what the next link goes on from. */
export type Head = Pick<Link, 'seq' | 'at' | 'hash'>;

/** Before the first link. */
export const start: Head = { seq: 0, at: '', hash: '0'.repeat(64) };

/** Bytes of a salt: as many as the hash has, so that salts cannot be tried out. */
export const saltBytes = 32;

/** Commits to a text. The salt has a fixed length, in hexadecimal digits: where it ends and the text begins is beyond doubt. */
export function commitmentOf(salt: string, text: string): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new TypeError('a salt is 32 bytes in hexadecimal digits');
  return createHash('sha256').update(salt, 'hex').update(text, 'utf8').digest('hex');
}

/** The hash of a link, over all that it says. */
export const hashOf = ({ seq, at, actor, kind, object, commitment, prev }: Omit<Link, 'hash'>): string =>
  createHash('sha256')
    .update(canonical([seq, at, actor, kind, object, commitment, prev]))
    .digest('hex');

/** What happened, before it has a place in the chain. */
export type Happening = Pick<Link, 'at' | 'actor' | 'kind' | 'object' | 'commitment'>;

/** The link that follows a head. Throws where its time lies before that of the head. */
export function follow(head: Head, happening: Happening): Link {
  if (happening.at < head.at) throw new RangeError(`${happening.at} lies before ${head.at}, when the last event was`);
  const link = { ...happening, seq: head.seq + 1, prev: head.hash };
  return { ...link, hash: hashOf(link) };
}

/** What is wrong with a link, seen from the one before it. */
export type LinkFault = 'gap' | 'order' | 'broken' | 'changed' | 'back-in-time' | 'no-time';

/** Compares a link with what it has to be after the head that is given. */
export function faultsOf(head: Head, link: Link): readonly LinkFault[] {
  const faults: LinkFault[] = [];
  if (link.seq > head.seq + 1) faults.push('gap');
  if (link.seq <= head.seq) faults.push('order');
  if (link.prev !== head.hash) faults.push('broken');
  if (link.hash !== hashOf(link)) faults.push('changed');
  if (!isTime(link.at)) faults.push('no-time');
  else if (link.at < head.at) faults.push('back-in-time');
  return faults;
}

/** Whether a text is a time as the chain keeps it; such texts sort as their times do. */
export const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
