/** Easter Sunday, from which many holidays are counted. */

/**
 * Easter Sunday of the western churches as `YYYY-MM-DD`, for any year of the Gregorian calendar: the first Sunday after
 * the full moon on or after 21 March (J. Meeus, Astronomical Algorithms, ch. 8; “anonymous Gregorian algorithm”).
 */
export function easterSunday(year: number): string {
  const yearOfMoon = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const driftOfMoon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * yearOfMoon + century - leapCenturies - driftOfMoon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - fullMoon - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((yearOfMoon + 11 * fullMoon + 22 * toSunday) / 451);
  const days = fullMoon + toSunday - 7 * lateMoon + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}
