/** What every command works with: the terminal, the library, the words of the program, and how it reports. */
import type { Diagnostic } from '../diagnostic.js';
import { loadMessages, reportJson, reportText } from '../diagnostic-report.js';
import type { Messages } from '../diagnostic-report.js';
import type { Locale } from '../document.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { openLibrary } from '../library.js';
import type { Library } from '../library.js';
import { ownData } from '../own-data.js';
import { packageWorkspace } from '../workspace.js';
import type { Workspace } from '../workspace.js';
import { wantsColour } from './terminal.js';
import type { Terminal } from './terminal.js';

export interface Office {
  terminal: Terminal;
  language: Locale;
  shelf: Workspace;
  library: Library;
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
  const shelf = packageWorkspace();
  let messages: Messages | null = null;
  const words = (): Messages => (messages ??= loadMessages(shelf, language));
  let phrases: Phrases | null = null;
  const program = (): Phrases => (phrases ??= createPhrases(ownData(shelf, `locales/program.${language}.yaml`), language));
  return {
    terminal,
    language,
    shelf,
    library: openLibrary(shelf),
    say: (key, args) => program()(key, args),
    report: (diagnostics) => {
      if (diagnostics.length > 0) terminal.err(reportText(diagnostics, words(), { colour: wantsColour(terminal) }));
    },
    plain: (diagnostics) => reportJson(diagnostics, words()),
    words: (diagnostics) => reportJson(diagnostics, words()).map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')),
  };
}
