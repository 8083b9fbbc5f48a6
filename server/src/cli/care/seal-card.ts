/** The certificate with which a service seals, looked at without sealing anything. */
import { openWorkspace } from 'rolewright';
import type { SealCard } from '../../http/care.js';
import { employerOf } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { daysLeft } from '../../sign/keys.js';
import type { Counter } from '../counter.js';
import { openCounter } from '../counter.js';

/** Null where the organisation seals nothing. Throws a Refusal for a key that cannot or must not seal; a program that signs is asked to. */
export async function sealCard(setting: Setting, here: Counter): Promise<SealCard | null> {
  const { terminal, edge } = here;
  const folder = terminal.folder ?? '.';
  // What the organisation says now, and not when the service was started.
  const silent = (): void => {};
  const counter = openCounter({ ...terminal, workspace: openWorkspace(folder), out: silent, err: silent }, setting.language, edge);
  const { wantedSeal } = await import('../seal/register-seal.js');
  const wanted = wantedSeal(employerOf(setting), counter);
  if (wanted === null) return null;
  const { keyOf } = await import('../seal/key.js');
  const { certificate } = await keyOf(wanted, counter);
  const day = (time: Date): string => time.toISOString().slice(0, 10);
  return {
    ...{ subject: certificate.subject, issuer: certificate.issuer, from: day(certificate.from), until: day(certificate.until) },
    ...{ daysLeft: daysLeft(certificate, edge.now()), level: wanted.level ?? 'B-T' },
  };
}
