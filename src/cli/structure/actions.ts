/** What can be done with a structure, and the options of all of it. */
export const structureActions = ['check', 'show', 'import', 'changes'] as const;
export type StructureAction = (typeof structureActions)[number];

export interface StructureOptions {
  organisation?: string | false;
  date?: string;
  locale?: string;
  format?: string;
  department?: string;
  from?: string;
  sheet?: string;
  encoding?: string;
  out?: string;
  force?: boolean;
  json?: boolean;
}
