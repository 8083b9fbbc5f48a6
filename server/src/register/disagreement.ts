/** Whether the reason of a refusal rather says that somebody does not agree: that is noted too, and leaves the request open. */
import { ownData } from 'rolewright';
import type { Workspace } from 'rolewright';

/** `own` is the folder of this package. */
export function isDisagreement(reason: string, own: Workspace): boolean {
  const said = reason.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
  return (ownData(own, 'locales/disagreement.yaml') as readonly string[]).some((beginning) => said.includes(beginning));
}
