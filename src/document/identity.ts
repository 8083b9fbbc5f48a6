/** The line at the foot of every page, in the form that its place has room for. */
import type { Identity } from './document.js';

/** Between what stands at the two edges of a foot, mm. */
export const footGap = 6;

/** More pages than a paper has, for the widest foot. */
export const widestPage = '99';

const separator = ' \u00B7 ';

/** The line without the page, its title cut at a letter where `fits` says no; the marks stay whole as long as any title fits. */
export function identityLine({ title, marks }: Identity, fits: (line: string) => boolean): string {
  const behind = (parts: readonly string[]): string => [...parts, ...marks].filter((part) => part !== '').join(separator);
  const whole = behind([title]);
  if (fits(whole)) return whole;
  const shortTitle = longest(title, (start) => fits(behind([`${start}…`])));
  if (shortTitle !== '') return behind([`${shortTitle}…`]);
  return `${longest(behind([]), (start) => fits(`${start}…`))}…`;
}

/** The words of the page with its numbers. */
export const pageWords = ({ page: [before, between, after] }: Identity, number: string, pages: string): string =>
  `${before}${number}${between}${pages}${after}`;

/** Line and page in one, for a foot without two edges. */
export const joinedIdentity = (line: string, page: string): string => `${line}${separator}${page}`;

/** The longest beginning of a text that fits, without spaces and signs at its end. */
function longest(text: string, fits: (start: string) => boolean): string {
  const letters = [...text];
  let [least, most] = [0, letters.length - 1];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (fits(letters.slice(0, half).join(''))) least = half;
    else most = half - 1;
  }
  return letters
    .slice(0, least)
    .join('')
    .replace(/[\s\p{P}]+$/u, '');
}
