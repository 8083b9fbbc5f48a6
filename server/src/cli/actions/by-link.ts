/** What commands about answers by a link have in common: where links lead, whom no mail reaches, and evidence on paper. */
import { certificate } from '../../papers/certificate.js';
import { distanceOf } from '../../register/distance.js';
import type { Distance } from '../../register/distance.js';
import { readEvidence } from '../../register/evidence.js';
import type { Setting } from '../../register/setting.js';
import type { Counter } from '../counter.js';
import { machineZone } from '../edge.js';
import { settingFor } from './paper-setting.js';

export const distanceFor = (setting: Setting, counter: Counter): Distance =>
  distanceOf(setting, counter.terminal.environment, machineZone());

export function warnWithout(without: readonly string[], counter: Counter): void {
  if (without.length > 0) counter.problems.push({ code: 'register-no-email', severity: 'warning', args: { people: without.join(', ') } });
}

/**
 * The evidence as a page, in the language of whoever answered; sealed where the organisation seals: the page names the hash of the evidence,
 * so that the seal holds for both. Throws a Refusal where the seal cannot be made.
 */
export async function certificateBytes(bytes: Uint8Array, sha256: string, setting: Setting, counter: Counter): Promise<Uint8Array> {
  const evidence = readEvidence(bytes);
  const page = settingFor(evidence.locale, evidence.document.jurisdiction, setting, counter);
  const isSealed = setting.seal !== undefined;
  const printed = (await setting.press.print(certificate(evidence, { sha256, isSealed }, page), 'pdf')).bytes;
  return setting.seal ? (await setting.seal(printed)).bytes : printed;
}
