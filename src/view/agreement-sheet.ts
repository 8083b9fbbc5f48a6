/** The sheet on which those whose consent is asked for write their remarks and sign. */
import type { SigningLine } from './signing.js';

/** Lines of a sheet, with those left for others who are asked. */
const lines = 6;

/** A line for each who agrees by the rules of the organisation, and empty ones below. */
export const agreementSheetView = (visas: readonly SigningLine[]) => ({
  rows: Array.from({ length: Math.max(lines, visas.length + 1) }, (_, at) => ({
    id: `line-${at + 1}`,
    number: String(at + 1),
    post: visas[at]?.text ?? null,
    name: visas[at]?.name ?? null,
  })),
});
