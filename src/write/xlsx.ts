/** Writes a workbook as an Excel file (ISO/IEC 29500, SpreadsheetML). */
import type { Theme } from '../theme/theme.js';
import type { Workbook } from '../document/workbook.js';
import { pack } from './xlsx/package.js';
import { sheetPart } from './xlsx/sheet.js';
import { openStyles } from './xlsx/styles.js';

/**
 * The workbook as the bytes of an .xlsx file, in the look of the profile: heads of tables frozen and repeated in print,
 * real dates and numbers, lists to choose from. Texts are texts, whatever character they begin with. The same workbook
 * gives the same bytes.
 */
export function writeXlsx(workbook: Workbook, theme: Theme): Uint8Array {
  const texts = new Map<string, number>();
  const textNumber = (words: string): number => {
    const number = texts.get(words) ?? texts.size;
    texts.set(words, number);
    return number;
  };
  const styles = openStyles(theme, workbook.language);
  const sheets = workbook.sheets.map((sheet, at) => sheetPart(sheet, at === 0, { theme, styles, textNumber, title: workbook.title }));
  return pack(workbook, sheets, styles.part(), [...texts.keys()]);
}
