/** What every field of the form knows. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Printed } from './printed.js';
import type { Edit, Field, Finding, Value } from '../types.js';

export interface Placed extends Finding {
  /** The field that it is about. */
  readonly place: string;
}

export interface Editing {
  /** The language whose words are edited. */
  readonly locale: string;
  readonly languages: readonly string[];
  /** Whose papers are made: what is for other countries alone stands behind a fold. */
  readonly country: string;
  readonly readOnly: boolean;
  /** The positions that the role names, by their short names. */
  readonly posts: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly Placed[];
  /** What the paper in brief beside the form prints; null where none was seen. */
  readonly printed: Printed | null;
  edit(edit: Edit): void;
  /** Of a variant: the role with none of its changes; null for a role of its own. */
  readonly inherited: Value | null;
  /** Of a variant: why entries are otherwise, by their ids. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Adds an entry to a list, and puts the cursor into it. */
  add(list: string, field: Field): void;
  take(finding: Placed): void;
  /** What the other wordings say, where there are several. */
  now(): Value;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('no editor');
  return editing;
}
