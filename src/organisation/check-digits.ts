/** The check digits of the numbers by which Russia knows an employer: each number ends in what is reckoned of the rest of it. */

const tenth = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const eleventh = [7, ...tenth];
const twelfth = [3, ...eleventh];

/** Whether an ИНН of ten or twelve digits ends as it must: weighted sums of the digits before, modulo 11 and then 10. */
export function innFits(inn: string): boolean {
  const ends = (weights: readonly number[]): boolean => {
    const sum = weights.reduce((all, weight, at) => all + weight * Number(inn[at]), 0);
    return (sum % 11) % 10 === Number(inn[weights.length]);
  };
  return inn.length === 10 ? ends(tenth) : ends(eleventh) && ends(twelfth);
}

/** Whether an ОГРН of thirteen digits, or an ОГРНИП of fifteen, ends as it must: the rest modulo 11, or 13, and then 10. */
export const ogrnFits = (ogrn: string): boolean =>
  (Number(ogrn.slice(0, -1)) % (ogrn.length === 13 ? 11 : 13)) % 10 === Number(ogrn.at(-1));
