/** The documents of two roles as one Word file with tracked changes. */
import { diagnostic, hasErrors, Refusal } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Locale } from '../document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { isRealDate } from '../language/dates.js';
import { jurisdictionIds, kinds, lackingFor, usualJurisdiction } from '../library.js';
import type { Kind } from '../library.js';
import { createPress } from '../press.js';
import { redline } from '../redline/merge.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import { readFonts } from './fonts.js';
import { readLogo } from './logo.js';
import type { Office } from './office.js';
import { organisationAt } from './organisation-file.js';

export interface RedlineOptions {
  author?: string;
  date?: string;
  kind?: string;
  organisation?: string;
  jurisdiction?: string;
  out?: string;
}

export interface RedlineOrder {
  author: string;
  date: string;
  kind: Kind;
  jurisdiction: JurisdictionId | null;
  organisation: string | undefined;
}

/** What a redline is to be; who proposes it and when is never guessed, because people answer for it. */
export function redlineOrder(options: RedlineOptions, problems: Diagnostic[]): RedlineOrder | null {
  const { author = '', date = '', out, organisation } = options;
  for (const [what, value] of Object.entries({ author: author.trim(), date, out }))
    if (value === undefined || value === '') problems.push(diagnostic('redline-needs', { option: `--${what}`, what }));
  if (date !== '' && !isRealDate(date)) problems.push(diagnostic('bad-date', { value: date }));
  const kind = choiceOf('--kind', options.kind ?? 'job-description', kinds, problems);
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, jurisdictionIds, problems);
  return kind && !hasErrors(problems) ? { author: author.trim(), date, kind, jurisdiction, organisation } : null;
}

/** The bytes of the Word file. Throws a Refusal when one of the documents cannot be made. */
export async function makeRedline(
  roles: Record<'before' | 'after', Role>,
  locale: Locale,
  order: RedlineOrder,
  office: Office,
): Promise<Uint8Array> {
  const { kind, author, date } = order;
  const problems: Diagnostic[] = [];
  const from = organisationAt(order.organisation, office, problems);
  const organisation = from?.organisation ?? null;
  const logo = from && readLogo(from);
  for (const role of Object.values(roles)) {
    if (!role.languages.includes(locale))
      problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
    const part = lackingFor(kind, role);
    if (part !== null) problems.push(diagnostic(`no-${part}`, { role: role.id, kinds: kind }));
  }
  if (hasErrors(problems)) throw new Refusal(problems);
  const jurisdiction = order.jurisdiction ?? organisation?.jurisdiction ?? usualJurisdiction[locale];
  const press = createPress(office.library, readFonts);
  const documentOf = (role: Role) => press.assemble({ role, kind, locale, jurisdiction, organisation, person: null, date: null, logo });
  return (await press.print(redline(documentOf(roles.before), documentOf(roles.after), { author, date }), 'docx')).bytes;
}
