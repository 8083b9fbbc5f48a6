/**
 * Measures that belong to one place: the width of a blank, the columns of a table. The strict policy of the page allows
 * no style in an element, so each measure becomes a class, named for what it is, with one rule in the stylesheet.
 */
export interface Measures {
  /** The class of a blank or line as wide as `mm`; 0 fills what is left. */
  width(mm: number): string;
  /** The class of columns with these relative widths, in a table or a row of places to sign. */
  columns(shares: readonly number[]): string;
  /** The class of a list whose labels have a column as wide as the longest of them. */
  hang(labels: readonly string[]): string;
  /** The rules of all classes given so far. */
  rules(): string;
}

/** The least width of a column, in parts of a thousand. */
const thinnest = 1;

export function openMeasures(): Measures {
  const rules = new Map<string, string>();
  const remember = (name: string, rule: string): string => {
    rules.set(name, rule);
    return name;
  };
  return {
    width(mm) {
      const whole = Math.round(mm);
      return whole > 0 ? remember(`mm-${whole}`, `.mm-${whole}{--width:${whole}mm}`) : 'fill';
    },
    columns(shares) {
      const sum = shares.reduce((total, share) => total + share, 0);
      const parts = shares.map((share) => Math.max(thinnest, Math.round((share / sum) * 1000) || thinnest));
      const name = `columns-${parts.join('-')}`;
      const widths = parts.map((part, at) => `.${name} col:nth-child(${at + 1}){width:${part / 10}%}`);
      return remember(name, [`.${name}{--columns:${parts.map((part) => `${part}fr`).join(' ')}}`, ...widths].join('\n'));
    },
    hang(labels) {
      const longest = Math.max(1, ...labels.map((label) => [...label].length));
      return remember(`hang-${longest}`, `.hang-${longest}{--label:${longest}}`);
    },
    rules: () => [...rules.values()].sort().join('\n'),
  };
}
