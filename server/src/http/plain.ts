/** What the register knows as the API tells it. */
import type { Diagnostic, Locale } from 'rolewright';
import type { Known } from '../life/person.js';
import { nameIn, someone } from '../register/find.js';
import { shownNumber } from '../register/series.js';
import type { StatusRow } from '../register/status.js';
import { startingLater } from '../register/to-come.js';
import type { DocumentRow } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';

export const plainHolding = ({ id, role, department, position, from_day, to_day }: ViewRow<'holding'>): object => ({
  ...{ id, role, department, position, from: from_day, to: to_day },
});

export function plainPerson(row: ViewRow<'person'>, holdings: readonly ViewRow<'holding'>[], language: Locale): object {
  const one = someone(row);
  const known: Known | null = one.known;
  return {
    ...{ id: row.id, number: row.external_id, name: nameIn(one, language), names: known?.names ?? null, gender: known?.gender ?? null },
    ...{ language: known?.locale ?? null, leftOn: row.left_on, posts: holdings.map(plainHolding) },
  };
}

export const plainDocument = (row: DocumentRow): object => ({
  ...{ id: row.id, kind: row.kind, role: row.role, roleVersion: row.role_version, fingerprint: row.fingerprint, language: row.locale },
  ...{ jurisdiction: row.jurisdiction, form: row.form, number: shownNumber(row), dated: row.dated, person: row.person, state: row.state },
  ...{ replaces: row.replaces, replacedBy: row.replaced_by, retention: row.retention },
});

export const plainRequest = ({ id, document, person, method, due, state, open }: ViewRow<'request'>): object => ({
  ...{ id, document, person, method, due, state, open: open === 1 },
});

/** What there is to say of what was done; `row` is the place in the list, from 1, where it is about one. */
export const plainProblem = ({ code, severity, args }: Diagnostic): object => ({
  ...{ code, severity },
  ...(typeof args?.['row'] === 'number' && { row: args['row'] }),
});

/** Who starts later and was not asked with the others. */
export const plainToCome = (rows: readonly StatusRow[]): readonly { readonly person: string; readonly startsOn: string }[] =>
  startingLater(rows).map(({ person: { id }, startsOn }) => ({ person: id, startsOn }));

export const plainProposal = ({ id, role, path, base, content, state }: ViewRow<'proposal'>): object => ({
  id,
  role,
  path,
  base,
  content,
  state,
});
