/** The description that `generate` makes of an imported role, beside the file that the role was made from. */
import { Refusal } from '../../diagnostic/diagnostic.js';
import { statementsOf } from '../../document/statements.js';
import type { Statement } from '../../document/statements.js';
import { plainText } from '../../document/document.js';
import type { Document } from '../../document/document.js';
import { besidePaper } from '../../import/beside-paper.js';
import type { BesidePaper, OtherRole } from '../../import/beside-paper.js';
import type { Understanding } from '../../import/understand.js';
import { createPress } from '../../press/press.js';
import type { Role } from '../../role/role.generated.js';
import { descriptionFor } from '../../shelf/kinds.js';
import type { Desk } from '../desk.js';
import { readFonts } from '../fonts.js';

/** Paragraphs, cells and notes; nobody signs a description of a hundred pages. */
const mostEntries = 3000;

/**
 * Of each file, what the paper of its role will say under its law, as a form without an employer; null where no such paper can be
 * made. The role is the draft, or another that the file became part of: an overlay on its base, or a draft that was edited since.
 */
export function openPaperBeside({ library }: Desk): (understood: Understanding, role?: Role, other?: OtherRole) => BesidePaper | null {
  const press = createPress(library, readFonts);
  return ({ draft, report, language, jurisdiction }, role = draft, other = {}) => {
    if (report.entries.length > mostEntries) return null;
    try {
      const kind = descriptionFor(library.kinds(), jurisdiction, role.category);
      const paper = press.blank({ role, kind, locale: language, jurisdiction, organisation: null });
      return besidePaper(report, draft, [...headOf(paper), ...withOwnNumbers(statementsOf(paper))], other);
    } catch (error) {
      // What is wrong with templates and words of the project is told by `validate` and `generate`.
      if (!(error instanceof Refusal)) throw error;
      return null;
    }
  };
}

/** The lines of the title, which no section holds. */
const headOf = ({ blocks }: Document): Statement[] =>
  blocks
    .flatMap((block) => (block.type === 'title' ? block.lines.map(plainText) : []))
    .map((text, at) => ({ key: `title ${at}`, section: '', number: null, item: null, topic: null, text }));

/** Entries of a list without numbers stand under that of their clause, which is not theirs. */
function withOwnNumbers(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.map((one) => {
    if (one.number === null || one.item !== null) return one;
    const isOwn = !seen.has(one.number);
    seen.add(one.number);
    return isOwn ? one : { ...one, number: null };
  });
}
