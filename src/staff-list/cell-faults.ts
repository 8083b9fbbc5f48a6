/** What the text of a cell tells of its own loss: an error of a formula, a broken letter, a long number that was shortened. */
import type { CellFault } from './sheet.js';

/** Errors are capitals between # and ! or ? in all languages: #REF!, #ССЫЛКА!, #WERT!, #VERW!, #DEEL/0!, #¡VALOR!, #NAME?. */
const shape = /^#[¡¿]?\p{Lu}[\p{Lu}\p{M}_/'’]+(?:\/0)?[!?]$/u;
/** Those that end without a sign: not available and still being fetched, in the languages of Excel. */
const unmarked = new Set(
  ['N/A', 'Н/Д', 'N/B', 'NV', 'N/D', 'ND', 'YOK', 'I/T', 'HIÁNYZIK', 'PUUTTUU', 'GETTING_DATA', 'ПОЛУЧЕНИЕ_ДАННЫХ', 'DATEN_ABRUFEN'].map(
    (name) => `#${name}`,
  ),
);
/** What LibreOffice has of its own: Err:502, Ошибка:502. */
const numbered = /^(?:Err|Error|Ошибка|Fout|Fehler|Erreur):\d{3}$/iu;
/** All show by it that a column is too narrow. */
const narrow = /^#{3,}$/;
const longestError = 24;
/** How an error begins; hardly any of the millions of cells of a list does, and the others cost nothing more. */
const begins = /^\s*[#EFОefо]/;

/** Whether a whole cell is the error of a formula; “#1” and “#N/A yet” are not. */
export function isSheetError(written: string): boolean {
  if (written.length > longestError * 2 || !begins.test(written)) return false;
  const text = written.trim();
  if (text.length > longestError) return false;
  const capitals = text.toUpperCase();
  return text.startsWith('#') ? shape.test(capitals) || unmarked.has(capitals) || narrow.test(text) : numbered.test(text);
}

/** 1,23457E+12 is what is left of a long number in a narrow column. */
const shortened = /^\d(?:[.,]\d+)?E\+\d{2,3}$/;
/** A formula that was written out instead of its value: =VLOOKUP(A2;… */
const formula = /^=\s*\p{L}[\p{L}\d._]*\(/u;

/** Null for what can be taken as it stands. */
export function faultIn(text: string): CellFault | null {
  if (text.includes('\ufffd')) return 'unreadable';
  if (isSheetError(text)) return 'error';
  return shortened.test(text) ? 'imprecise' : formula.test(text) ? 'no-value' : null;
}
