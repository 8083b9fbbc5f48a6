/** The insurance number of a person in Russia. It is named for a package and kept nowhere. */

/** Up to this number none has check digits. */
const firstChecked = 1_001_998;

/** As it is printed, 112-233-445 95; null for what is none. The last two digits are the sum of the nine before, weighted 9 to 1, modulo 101. */
export function snilsOf(written: string): string | null {
  const digits = written.replace(/[\s-]/g, '');
  if (!/^\d{11}$/.test(digits)) return null;
  const number = digits.slice(0, 9);
  const sum = [...number].reduce((all, digit, at) => all + Number(digit) * (9 - at), 0) % 101;
  if (Number(number) > firstChecked && (sum === 100 ? 0 : sum) !== Number(digits.slice(9))) return null;
  return `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)} ${digits.slice(9)}`;
}
