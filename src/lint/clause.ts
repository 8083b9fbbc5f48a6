/** The clause that a text belongs to. */
import { isRecord } from '../read/schema-walk.js';
import { segmentsOf } from '../read/yaml-data.js';

/** The value at a JSON pointer; undefined when there is none. */
export function clauseAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const step of segmentsOf(pointer))
    value = Array.isArray(value) ? (value[Number(step)] as unknown) : isRecord(value) ? value[step] : undefined;
  return value;
}

/** The id of the clause at a JSON pointer; empty when it has none. */
export function clauseId(data: unknown, pointer: string): string {
  const clause = clauseAt(data, pointer);
  return isRecord(clause) && typeof clause.id === 'string' ? clause.id : '';
}
