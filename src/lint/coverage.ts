/** How complete a role is: which of its clauses each language has, and where they were drawn from. */
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';
import { segmentsOf } from '../read/yaml-data.js';
import type { Role } from '../role/role.generated.js';
import { passagesOf } from './passages.js';

export interface Coverage {
  /** Entries with an id that have any text. */
  clauses: number;
  /** Those of them that say everything in a language; of the languages that the role declares. */
  translated: Map<Locale, number>;
  /** Clauses drawn from one source, from several, from none, and those that do not tell. */
  provenance: Record<Provenance, number>;
}

export const provenances = ['source', 'merged', 'added', 'unstated'] as const;
export type Provenance = (typeof provenances)[number];

export function coverageOf(role: Role): Coverage {
  const clauses = new Map<string, Map<string, Set<Locale>>>();
  for (const { pointer, clause, language } of passagesOf('role', role, () => [])) {
    if (clause === '') continue;
    const texts = clauses.get(clause) ?? new Map<string, Set<Locale>>();
    clauses.set(clause, texts);
    const text = Array.isArray(role.languages) && role.languages.length > 1 ? withoutLanguage(pointer, language) : pointer;
    texts.set(text, (texts.get(text) ?? new Set()).add(language));
  }
  const all = [...clauses.values()];
  const translated = new Map(
    role.languages.map((language) => [
      language,
      all.filter((texts) => [...texts.values()].every((languages) => languages.has(language))).length,
    ]),
  );
  const provenance: Coverage['provenance'] = { source: 0, merged: 0, added: 0, unstated: 0 };
  for (const pointer of clauses.keys()) provenance[provenanceOf(role, pointer)] += 1;
  return { clauses: clauses.size, translated, provenance };
}

/** The lists of a text in several languages need not be equally long, so they count as one text; American wording is English. */
const withoutLanguage = (pointer: string, language: Locale): string => pointer.replace(new RegExp(`/${language}(?:-US)?(?:/\\d+)?$`), '');

/** As the clause itself says, else the nearest one around it. */
function provenanceOf(role: Role, pointer: string): Provenance {
  let value: unknown = role;
  let source: unknown;
  for (const step of segmentsOf(pointer)) {
    value = Array.isArray(value) ? (value[Number(step)] as unknown) : isRecord(value) ? value[step] : null;
    if (isRecord(value) && value.source !== undefined) ({ source } = value);
  }
  if (source === undefined) return 'unstated';
  if (source === 'added') return 'added';
  return Array.isArray(source) && source.length > 1 ? 'merged' : 'source';
}
