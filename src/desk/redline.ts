/** The documents of two roles as one Word file with tracked changes. */
import { diagnostic, hasErrors, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { isRealDate } from '../language/dates.js';
import { lackingFor } from '../shelf/kinds.js';
import { usualJurisdiction } from '../shelf/library.js';
import type { Library } from '../shelf/library.js';
import type { Press } from '../press/press.js';
import { redline } from '../redline/merge.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import type { Employer } from './employer.js';

export interface RedlineOptions {
  author?: string;
  date?: string;
  kind?: string;
  out?: string;
}

export interface RedlineOrder {
  author: string;
  date: string;
  /** The id of the kind. */
  kind: string;
  jurisdiction: JurisdictionId | null;
}

/** What a redline is to be; who proposes it and when is never guessed, because people answer for it. */
export function redlineOrder(
  options: RedlineOptions,
  jurisdiction: JurisdictionId | null,
  library: Library,
  problems: Diagnostic[],
): RedlineOrder | null {
  const { author = '', date = '', out } = options;
  for (const [what, value] of Object.entries({ author: author.trim(), date, out }))
    if (value === undefined || value === '') problems.push(diagnostic('redline-needs', { option: `--${what}`, what }));
  if (date !== '' && !isRealDate(date)) problems.push(diagnostic('bad-date', { value: date }));
  const kind = choiceOf(
    '--kind',
    options.kind ?? 'job-description',
    library.kinds().map(({ id }) => id),
    problems,
  );
  return kind && !hasErrors(problems) ? { author: author.trim(), date, kind, jurisdiction } : null;
}

/** The bytes of the Word file. Throws a Refusal when one of the documents cannot be made. */
export async function makeRedline(
  roles: Record<'before' | 'after', Role>,
  locale: Locale,
  order: RedlineOrder,
  { organisation, logo }: Pick<Employer, 'organisation' | 'logo'>,
  press: Press,
): Promise<Uint8Array> {
  const { kind, author, date } = order;
  const problems: Diagnostic[] = [];
  for (const role of Object.values(roles)) {
    if (!role.languages.includes(locale))
      problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
    const part = lackingFor(press.library.kind(kind), role);
    if (part !== null) problems.push(diagnostic(`no-${part}`, { role: role.id, kinds: kind }));
  }
  if (hasErrors(problems)) throw new Refusal(problems);
  const jurisdiction = order.jurisdiction ?? organisation?.jurisdiction ?? usualJurisdiction[locale];
  const documentOf = (role: Role) => press.assemble({ role, kind, locale, jurisdiction, organisation, person: null, date: null, logo });
  return (await press.print(redline(documentOf(roles.before), documentOf(roles.after), { author, date }), 'docx')).bytes;
}
