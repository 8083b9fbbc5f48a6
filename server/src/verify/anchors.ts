/** Anchors from outside beside the links that they were taken of. */
import type { Anchor } from '../chain/anchor.js';
import type { Link } from '../chain/link.js';
import type { Recorded } from '../life/events.js';
import type { Fault, Findings } from './fault.js';

export interface Anchors {
  /** Compares the anchors up to a link, which are passed in the order of the chain. */
  pass(link: Link): void;
  /** Hears of an event that may explain why one does not fit. */
  hear(event: Recorded): void;
  /** Tells of those that do not fit; gives the seq of the last that does. */
  end(findings: Findings): number;
}

/** In the order of their seq. */
export function openAnchors(anchors: readonly Anchor[]): Anchors {
  const awaited = [...anchors];
  const unfit: { readonly anchor: Anchor; readonly code: Fault['code'] }[] = [];
  const restorings: { readonly at: string; readonly from: number }[] = [];
  let last = 0;
  return {
    pass({ seq, hash, at }) {
      while (awaited[0] !== undefined && awaited[0].seq <= seq) {
        const [anchor] = awaited.splice(0, 1) as [Anchor];
        if (anchor.seq === seq && anchor.hash === hash && anchor.at === at) last = seq;
        else unfit.push({ anchor, code: 'anchor-differs' });
      }
    },
    hear(event) {
      if (event.kind !== 'restored' || event.payload === null) return;
      // It says the seq and the hash with which the back-up ended.
      const from = /^(\d+) [0-9a-f]{64}$/.exec(event.payload.from)?.[1];
      if (from !== undefined) restorings.push({ at: event.at, from: Number(from) });
    },
    end(findings) {
      for (const anchor of awaited) unfit.push({ anchor, code: 'anchor-beyond' });
      for (const { anchor, code } of unfit) {
        const isLost = restorings.some(({ at, from }) => anchor.seq > from && anchor.at <= at);
        findings.add({ code: isLost ? 'anchor-restored' : code, seq: anchor.seq });
      }
      return last;
    },
  };
}
