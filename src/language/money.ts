/** Sums of money as a language writes them. */

/** «300 000 рублей», “£10,000”, “€ 10.000”; without a currency the bare number. Whole sums have no decimals. */
export function formatMoney(sum: number, currency: string | null, tag: string): string {
  if (currency === null) return formatter(tag).format(sum);
  if (currency === 'RUB' && tag.startsWith('ru')) return roubles(sum, tag);
  return money(sum, currency, tag).format(sum);
}

/** From one sum to another: “£28,000–£34,000”. */
export function formatMoneyRange(from: number, to: number, currency: string | null, tag: string): string {
  if (currency === null) return formatter(tag).formatRange(from, to);
  const fraction = Number.isInteger(from) && Number.isInteger(to) ? from : from + 0.01 * Number(Number.isInteger(from));
  return money(fraction, currency, tag)
    .formatRange(from, to)
    .replace(/\s*[-–]\s*/, '–');
}

// Building a formatter takes longer than a hundred sums.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const ready = formatters.get(key) ?? new Intl.NumberFormat(tag, options);
  formatters.set(key, ready);
  return ready;
}

const money = (sum: number, currency: string, tag: string): Intl.NumberFormat =>
  formatter(tag, { style: 'currency', currency, ...(Number.isInteger(sum) ? { maximumFractionDigits: 0 } : {}) });

let plural: Intl.PluralRules | undefined;

/** Russian papers write the word: «1 рубль», «2 рубля», «5 рублей». */
function roubles(sum: number, tag: string): string {
  const word = { one: 'рубль', few: 'рубля', many: 'рублей', two: 'рубля', zero: 'рублей', other: 'рубля' }[
    (plural ??= new Intl.PluralRules('ru')).select(sum)
  ];
  return `${formatter(tag).format(sum)}\u00A0${word}`;
}
