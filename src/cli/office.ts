/** What every command works with: a desk, the terminal, the words of the program, and how it reports. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { loadMessages, reportJson, reportText } from '../report/report.js';
import type { Messages } from '../report/report.js';
import type { Locale } from '../document/document.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { openDesk } from '../desk/desk.js';
import type { Desk } from '../desk/desk.js';
import { ownData } from '../read/own-data.js';
import { wantsColour } from './terminal.js';
import type { Terminal } from './terminal.js';

export interface Office extends Desk {
  terminal: Terminal;
  language: Locale;
  /** The words of the program in the language of messages. */
  say: Phrases;
  /** Prints diagnostics for people. */
  report(diagnostics: readonly Diagnostic[]): void;
  /** Diagnostics as plain data with their words. */
  plain(diagnostics: readonly Diagnostic[]): unknown[];
  /** What happened and what to do, one text for each diagnostic. */
  words(diagnostics: readonly Diagnostic[]): string[];
}

export function openOffice(terminal: Terminal, language: Locale): Office {
  const desk = openDesk(terminal.workspace, terminal.project === undefined ? {} : { project: terminal.project });
  const { own: shelf } = desk.shelf;
  let messages: Messages | null = null;
  const words = (): Messages => (messages ??= loadMessages(shelf, language, desk.shelf));
  let phrases: Phrases | null = null;
  const program = (): Phrases => (phrases ??= createPhrases(ownData(shelf, `locales/program.${language}.yaml`), language));
  return {
    ...desk,
    terminal,
    language,
    say: (key, args) => program()(key, args),
    report: (diagnostics) => {
      if (diagnostics.length > 0) terminal.err(reportText(diagnostics, words(), { colour: wantsColour(terminal) }));
    },
    plain: (diagnostics) => reportJson(diagnostics, words()),
    words: (diagnostics) => reportJson(diagnostics, words()).map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')),
  };
}
