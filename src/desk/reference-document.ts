/** The company's document that Word files take their look from, read once for all documents of a run. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Format } from '../press/press.js';
import type { ReferenceDocument } from '../write/docx/reference.js';
import type { Desk } from './desk.js';

/** Null, with a warning, where no Word file is made. Throws a Refusal that names the file when it cannot be used. */
export async function referenceAt(
  path: string,
  formats: readonly Format[],
  { workspace }: Desk,
  problems: Diagnostic[],
): Promise<ReferenceDocument | null> {
  if (!formats.includes('docx')) {
    problems.push(diagnostic('reference-unused', {}, { file: path }, 'warning'));
    return null;
  }
  const bytes = workspace.readBytes(path);
  const { readReference } = await import('../write/docx/reference.js');
  try {
    return readReference(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.diagnostics.map((one) => ({ ...one, file: path })));
  }
}
