/** Which PINs will not do: too short, or among those that whoever guesses tries first. */

/** Why a PIN will not do; null where it does. Six digits are some 20 bits, as long as nobody can guess them. `own`: what others know of the person. */
export function pinFault(pin: string, own: readonly string[] = []): 'short' | 'simple' | null {
  if (!/^[\p{L}\p{N}]{6,32}$/u.test(pin)) return 'short';
  const plain = pin.normalize('NFKC').toLowerCase();
  const signs = [...plain];
  const isEasy = new Set(signs).size < 3 || isMadeOfRows(signs) || repeats(signs) || isDate(plain) || isKnown(plain, own);
  return isEasy ? 'simple' : null;
}

/** Whether it is nothing but rows of three and more (123, 987) and the same sign twice and more: 123456, 789123, 112233, 123321. */
function isMadeOfRows(signs: readonly string[]): boolean {
  const codes = signs.map((sign) => sign.codePointAt(0) ?? 0);
  let at = 0;
  while (at < codes.length) {
    const length = Math.max(runFrom(at, 0, codes), ...[1, -1].map((step) => runFrom(at, step, codes)).filter((one) => one > 2));
    if (length < 2) return false;
    at += length;
  }
  return true;
}

function runFrom(start: number, step: number, codes: readonly number[]): number {
  let end = start + 1;
  while (end < codes.length && (codes[end] ?? 0) - (codes[end - 1] ?? 0) === step) end += 1;
  return end - start;
}

/** Whether the same few signs come again and again, the last time perhaps in part: 121212, 1231231. */
function repeats(signs: readonly string[]): boolean {
  for (let length = 1; length <= signs.length / 2; length += 1)
    if (signs.every((sign, at) => at < length || sign === signs[at - length])) return true;
  return false;
}

/** Where year, month and day stand in a date of six or eight digits, in all orders in which people write it. */
const datesOfSix = [/^(?<d>..)(?<m>..)..$/, /^(?<m>..)(?<d>..)..$/, /^..(?<m>..)(?<d>..)$/];
const datesOfEight = [/^(?<d>..)(?<m>..)(?:19|20)..$/, /^(?<m>..)(?<d>..)(?:19|20)..$/, /^(?:19|20)..(?<m>..)(?<d>..)$/];

/** Whether it can be read as a day: birthdays are the first that is tried. */
function isDate(plain: string): boolean {
  if (!/^(?:\d{6}|\d{8})$/.test(plain)) return false;
  return (plain.length === 6 ? datesOfSix : datesOfEight).some((pattern) => {
    const { d, m } = pattern.exec(plain)?.groups ?? {};
    const [day, month] = [Number(d), Number(m)];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  });
}

/** Whether it is part of the person’s own number, telephone or address, or little more than one of their names. */
function isKnown(plain: string, own: readonly string[]): boolean {
  return own.some((one) => {
    const known = one
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    return known.includes(plain) || (known.length >= 4 && plain.includes(known) && plain.length - known.length < 4);
  });
}
