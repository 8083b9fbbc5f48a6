/** How the work is done: procedures with their steps, the names of tables, and notes below them. */
import type { Procedure } from '../role/role.generated.js';
import { clauseOf } from './clause-form.js';
import type { Neighbours } from './headings.js';
import { numberOf } from './lines.js';
import type { Line } from './lines.js';
import { groundOf, parentOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import { addEntry, fate, mapped, phraseOf } from './work.js';

/** The name of a procedure with its steps below, or of a table; a sentence behind steps is their note. */
export function takeProcedureLine(line: Line, { after }: Neighbours, reading: Reading): void {
  const { work, noted } = reading;
  const names =
    /[:：]$/u.test(line.text) || (numberOf(line) === null && !/[.;,]$/u.test(line.text) && after !== null && numberOf(after) !== null);
  if (names && after && after.paragraph.place.cells.length > 0) {
    reading.caption = line;
    return;
  }
  if (names && after && numberOf(after) !== null) return openProcedure(line, reading);
  if (noted && noted.note === undefined && numberOf(line) === null) {
    const formed = clauseOf(line.text, 'sentence', work.rules);
    noted.note = formed.text.slice(0, 2000);
    work.ledger.give(line, fate(groundOf(line, reading), [work.draft.to(noted, 'note')], formed.changes));
    return;
  }
  work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
}

function openProcedure(line: Line, reading: Reading): void {
  const { work } = reading;
  const trigger = /\s\(([^()]{4,400})\)\s*:?$/u.exec(line.text);
  const title = phraseOf(trigger ? line.text.slice(0, trigger.index) : line.text, work);
  const procedure: Procedure = {
    id: work.draft.idFor(title, 'procedure'),
    title,
    ...(trigger && { trigger: phraseOf(trigger[1] ?? '', work) }),
    steps: [],
    source: work.sourceOf(line),
  };
  work.draft.procedures.push(procedure);
  work.ledger.give(line, fate(groundOf(line, reading), [work.draft.to(procedure, 'title')]));
  reading.noted = procedure;
  reading.parent = parentOf(line, (item) => addStep(item, procedure, reading));
}

function addStep(line: Line, procedure: Procedure, reading: Reading): void {
  const { work } = reading;
  const timing = /\s\(([^()]{3,200})\)[.;]?$/u.exec(line.text);
  addEntry(procedure.steps, line, 'duty', mapped('item', { heading: shownOf(reading) }), work, (text, id, source) => {
    const said = timing ? text.replace(/\s\([^()]*\)$/u, '') : text;
    return { id, text: said, ...(timing && { timing: phraseOf(timing[1] ?? '', work) }), source };
  });
}
