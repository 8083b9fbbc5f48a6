/** Which sheet a scan is of. */
import type { Recorded } from '../life/events.js';
import { fold } from '../life/fold.js';
import { requestByCode, requestMeant, papersMeant } from './find.js';
import type { RequestMeant } from './find.js';
import type { Setting } from './setting.js';

export interface SheetNamed {
  readonly person: string | undefined;
  readonly paper: string | undefined;
  /** The code on the sheet; null where none is known. */
  readonly code: string | null;
}

/**
 * The request whose sheet was signed: the one with the code; without it the sheet that the person has in hand. That may be one of a paper
 * that was replaced before the sheet came back. Throws a Refusal where nobody is named, or several sheets could be meant.
 */
export async function sheetMeant({ person, paper, code }: SheetNamed, setting: Setting): Promise<RequestMeant> {
  if (person === undefined) return await requestByCode(code ?? '', setting);
  const meant = await requestMeant({ person, paper, states: ['printed'] }, setting);
  const { read } = setting.storage;
  if (code !== null) {
    const coded = (await read.requestsByCode(code)).filter((one) => one.person === meant.person.id);
    const request = coded.find(({ open }) => open === 1) ?? coded.at(-1);
    const document = request?.document == null ? undefined : await read.document(request.document);
    return request && document ? { ...meant, request, document } : meant;
  }
  if (meant.request.state === 'printed') return meant;
  return (await lastReplaced(meant, paper, setting)) ?? meant;
}

/** The last request of the person that was superseded after its sheet had been printed; null where there is none. */
async function lastReplaced({ person }: RequestMeant, paper: string | undefined, setting: Setting): Promise<RequestMeant | null> {
  const { read } = setting.storage;
  const found: { readonly meant: RequestMeant; readonly seq: number }[] = [];
  for (const request of await read.requestsOf({ person: person.id })) {
    if (request.state !== 'superseded' || request.document === null) continue;
    const document = await read.document(request.document);
    if (!document || (paper !== undefined && papersMeant(paper, [document], setting).length === 0)) continue;
    const { last, seq } = fold('request', (await read.eventsOf(request.id)) as readonly Recorded<'request'>[]);
    if (last.printed) found.push({ meant: { request, document, person }, seq });
  }
  return found.sort((one, other) => one.seq - other.seq).at(-1)?.meant ?? null;
}
