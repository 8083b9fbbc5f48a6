/** Reckons the formulas of a spreadsheet from its XML, as far as ours go: nothing of the program is used here. */
import { strFromU8, unzipSync } from 'fflate';

export type Value = string | number | boolean | null;

interface Kept {
  readonly formula: string | null;
  /** What the file says, without reckoning. */
  readonly value: Value;
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The cells of the first sheet by their addresses; words of the list of texts are left out, nothing reckons with them. */
export function cellsOf(bytes: Uint8Array): Map<string, Kept> {
  const part = unzipSync(bytes)['xl/worksheets/sheet1.xml'];
  if (!part) throw new Error('there is no sheet');
  const cells = new Map<string, Kept>();
  for (const [, attributes = '', content = ''] of strFromU8(part).matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const [, address = ''] = /r="(\w+)"/u.exec(attributes) ?? [];
    const type = /t="(\w+)"/u.exec(attributes)?.[1];
    const formula = /<f>(.*?)<\/f>/su.exec(content)?.[1];
    const value = /<v>(.*?)<\/v>/su.exec(content)?.[1];
    const read = value === undefined ? null : type === 'str' ? unescaped(value) : type === 's' ? `text ${value}` : Number(value);
    cells.set(address, { formula: formula === undefined ? null : unescaped(formula), value: read });
  }
  return cells;
}

/** The value of a cell when others have been filled in. Throws for what it does not know. */
export function reckoned(address: string, cells: ReadonlyMap<string, Kept>, filled: ReadonlyMap<string, Value>): Value {
  if (filled.has(address)) return filled.get(address) ?? null;
  const cell = cells.get(address);
  return cell?.formula ? new Formula(cell.formula, (ref) => reckoned(ref, cells, filled)).value() : (cell?.value ?? null);
}

type Operand = Value | readonly Value[];
const tokens =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?|([A-Z]+)\(|(<=|>=|<>|[-+*/&=<>(),]))/uy;

class Formula {
  private at = 0;
  constructor(
    private readonly source: string,
    private readonly cell: (address: string) => Value,
  ) {}

  value(): Value {
    const result = this.compared();
    if (this.at !== this.source.length) throw new Error(`${this.source} goes on at ${this.at}`);
    return single(result);
  }

  private compared(): Operand {
    let left = this.joined();
    for (let sign = this.sign('<=', '>=', '<>', '=', '<', '>'); sign; sign = this.sign('<=', '>=', '<>', '=', '<', '>')) {
      const [a, b] = [single(left), single(this.joined())].map((one) => one ?? 0) as [string | number, string | number];
      left = { '<=': a <= b, '>=': a >= b, '<>': a !== b, '=': a === b, '<': a < b, '>': a > b }[sign] ?? false;
    }
    return left;
  }

  private joined(): Operand {
    let left = this.added();
    while (this.sign('&')) left = String(single(left) ?? '') + String(single(this.added()) ?? '');
    return left;
  }

  private added(): Operand {
    let left = this.multiplied();
    for (let sign = this.sign('+', '-'); sign; sign = this.sign('+', '-'))
      left = number(left) + (sign === '+' ? 1 : -1) * number(this.multiplied());
    return left;
  }

  private multiplied(): Operand {
    let left = this.atom();
    for (let sign = this.sign('*', '/'); sign; sign = this.sign('*', '/')) {
      const right = number(this.atom());
      left = sign === '*' ? number(left) * right : right === 0 ? NaN : number(left) / right;
    }
    return left;
  }

  private atom(): Operand {
    if (this.sign('-')) return -number(this.atom());
    if (this.sign('(')) return this.closed(this.compared());
    const [, digits, words, column, row, lastColumn, lastRow, name] = this.next();
    if (digits !== undefined) return Number(digits);
    if (words !== undefined) return words.replaceAll('""', '"');
    if (name !== undefined) return call(name, this.operands());
    if (column === undefined || row === undefined) throw new Error(`${this.source} cannot be read at ${this.at}`);
    if (lastColumn === undefined) return this.cell(column + row);
    return Array.from({ length: Number(lastRow) - Number(row) + 1 }, (_, step) => this.cell(column + (Number(row) + step)));
  }

  private operands(): Operand[] {
    const all = [this.compared()];
    while (this.sign(',')) all.push(this.compared());
    return this.closed(all);
  }

  private closed<T>(value: T): T {
    if (!this.sign(')')) throw new Error(`${this.source} lacks a bracket at ${this.at}`);
    return value;
  }

  private next(): (string | undefined)[] {
    tokens.lastIndex = this.at;
    const found = tokens.exec(this.source);
    if (!found) throw new Error(`${this.source} cannot be read at ${this.at}`);
    this.at = tokens.lastIndex;
    return found;
  }

  private sign(...wanted: string[]): string | null {
    const { at } = this;
    if (at >= this.source.length) return null;
    const found = this.next()[8];
    if (found !== undefined && wanted.includes(found)) return found;
    this.at = at;
    return null;
  }
}

const single = (operand: Operand): Value => {
  if (Array.isArray(operand)) throw new Error('a range where one value belongs');
  return operand as Value;
};

/** Not a number where a spreadsheet shows an error: both branches of an IF are reckoned here, and only one of them is shown. */
function number(operand: Operand): number {
  const value = single(operand) ?? 0;
  return typeof value === 'number' ? value : NaN;
}

const numbers = (operands: readonly Operand[]): number[] => operands.flat().filter((one): one is number => typeof one === 'number');
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function call(name: string, operands: readonly Operand[]): Operand {
  const [first = null, second = null, third = null] = operands;
  switch (name) {
    case 'IF':
      return first === true ? second : third;
    case 'AND':
      return operands.every((one) => one === true);
    case 'OR':
      return operands.some((one) => one === true);
    case 'ISNUMBER':
      return typeof first === 'number';
    case 'MAX':
      return Math.max(...numbers(operands));
    case 'MIN':
      return Math.min(...numbers(operands));
    case 'ABS':
      return Math.abs(number(first));
    case 'SUM':
      return sum(numbers(operands));
    case 'COUNT':
      return numbers(operands).length;
    case 'ROWS':
      return (first as readonly Value[]).length;
    case 'SUMIF': {
      if (second !== '>=0') throw new Error(`SUMIF does not know ${JSON.stringify(second)}`);
      const weights = third as readonly Value[];
      return sum((first as readonly Value[]).map((one, at) => (typeof one === 'number' && one >= 0 ? number(weights[at] ?? 0) : 0)));
    }
    default:
      throw new Error(`${name} is not known`);
  }
}
