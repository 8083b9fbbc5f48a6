/** What a paper says, statement by statement, and what two versions of it say otherwise: the words of a change notice. */
import { plainText } from './reading.js';
import type { Block, Cell, Document, Inline } from './document.js';

/** One thing that a paper says: a clause, an entry of a list, a row of a table, a labelled value. */
export interface Statement {
  /** The same in both versions of a paper. */
  readonly key: string;
  /** The heading of the section that it stands in, with its number; empty before the first. */
  readonly section: string;
  /** Of the clause, such as `3.2.1`; null where it has none. */
  readonly number: string | null;
  /** The number of the entry in a numbered list, without its sign: `3` of `3)`. */
  readonly item: string | null;
  /** What a labelled value or the row of a table is about. */
  readonly topic: string | null;
  readonly text: string;
}

/** `before` is null for what is new, `after` for what is gone. */
export interface ChangedStatement {
  readonly before: Statement | null;
  readonly after: Statement | null;
}

/**
 * What the newer version of a paper says otherwise, in its order; what is gone stands where it stood. Numbers alone are no
 * change: people sign the words. Labelled values without a name of their own are known by their label.
 */
export function changedStatements(before: Document, after: Document): ChangedStatement[] {
  const [old, young] = [statementsOf(before), statementsOf(after)];
  const was = new Map(old.map((one) => [one.key, one]));
  const is = new Set(young.map(({ key }) => key));
  /** What is gone, by the statement that stood before it and is still there. */
  const gone = new Map<string, Statement[]>();
  let last = '';
  for (const one of old) {
    if (is.has(one.key)) last = one.key;
    else gone.set(last, [...(gone.get(last) ?? []), one]);
  }
  const goneAfter = (key: string): ChangedStatement[] => (gone.get(key) ?? []).map((one) => ({ before: one, after: null }));
  return [
    ...goneAfter(''),
    ...young.flatMap((one): ChangedStatement[] => {
      const former = was.get(one.key) ?? null;
      const said = former !== null && former.text === one.text && former.topic === one.topic;
      return [...(said ? [] : [{ before: former, after: one }]), ...goneAfter(one.key)];
    }),
  ];
}

/** All that the paper says of the work; who signs, and what stands around the text, is left out. */
export function statementsOf({ blocks }: Document): Statement[] {
  const seen = new Map<string, number>();
  const keyOf = (name: string): string => {
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name} ${times + 1}`;
  };
  const wordsOf = (content: readonly Inline[]): string => plainText(content).replace(/\s+/g, ' ').trim();
  const said = (content: readonly Inline[]): string => bareWords(wordsOf(content));
  const cellWords = ({ children }: Cell): string =>
    children
      .flatMap((child) => (child.type === 'list' ? child.items.map(({ content }) => wordsOf(content)) : [wordsOf(child.content)]))
      .join('; ');
  function* walk(children: readonly Block[], section: string, number: string | null): Generator<Statement> {
    for (const block of children) {
      switch (block.type) {
        case 'section':
          yield* walk(block.children, [block.number, wordsOf(block.heading)].filter(Boolean).join(' '), null);
          break;
        case 'clause':
          yield { key: keyOf(block.id), section, number: bare(block.number), item: null, topic: null, text: said(block.content) };
          yield* walk(block.children, section, bare(block.number));
          break;
        case 'paragraph': {
          const text = wordsOf(block.content);
          // Words that only lead to what follows change with it.
          if (block.style === 'body' && section !== '' && text !== '' && !text.endsWith(':'))
            yield { key: keyOf(`${section} p`), section, number, item: null, topic: null, text: bareWords(text) };
          break;
        }
        case 'list':
          for (const item of block.items) {
            const label = block.marker === 'decimal' ? bare(item.label) : null;
            yield { key: keyOf(item.id ?? `${section} item`), section, number, item: label, topic: null, text: said(item.content) };
            yield* walk(item.children, section, number);
          }
          break;
        case 'table':
          for (const row of block.rows) {
            const [first, ...rest] = row.cells.map(cellWords);
            const key = keyOf(row.id ?? `${block.id} ${first ?? ''}`);
            yield { key, section, number, item: null, topic: first ?? null, text: rest.filter(Boolean).join(' – ') };
          }
          break;
        case 'facts':
          for (const { label, value } of block.rows) {
            const topic = wordsOf(label);
            yield { key: keyOf(`fact ${topic}`), section, number: null, item: null, topic, text: wordsOf(value) };
          }
          break;
        default:
      }
    }
  }
  return [...walk(blocks, '', null)].filter(({ text }) => text !== '');
}

/** Without the sign that numbers have in some countries. */
const bare = (number: string): string => number.replace(/[.)]$/, '');

/** An entry ends in a semicolon or a full stop by its place in the list alone. */
const bareWords = (words: string): string => words.replace(/[.;]$/, '');
