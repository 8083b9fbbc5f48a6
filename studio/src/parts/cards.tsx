/** A table that becomes a list of cards where the screen is narrow; its cells say there what they are. */
import type { ComponentChildren, VNode } from 'preact';

export interface ColumnProps {
  readonly words: ComponentChildren;
  /** As narrow as what stands in it. */
  readonly narrow?: boolean;
  readonly right?: boolean;
}

export interface CardsProps {
  readonly caption: string;
  readonly columns: readonly (string | ColumnProps)[];
  readonly look?: string;
  readonly children: ComponentChildren;
}

// Named again what they are: a browser that draws rows as blocks does not tell them as rows any more.
export const Cards = ({ caption, columns, look = '', children }: CardsProps): VNode => (
  <table role="table" class={`cards ${look}`}>
    <caption class="unseen">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((one, at) => {
          const { words, narrow = false, right = false } = typeof one === 'string' ? { words: one } : one;
          return (
            <th key={at} role="columnheader" scope="col" class={narrow ? 'narrow' : right ? 'right' : ''}>
              {words}
            </th>
          );
        })}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

/** What a row is about. */
export const Lead = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <th role="rowheader" scope="row">
    {children}
  </th>
);

export interface CellProps {
  /** What the cell is, said where there are no columns. */
  readonly of?: string;
  readonly look?: string;
  /** So many columns. */
  readonly span?: number;
  readonly children?: ComponentChildren;
}

export const Cell = ({ of, look = '', span, children }: CellProps): VNode => (
  <td role="cell" class={look} data-label={of} colSpan={span}>
    {children}
  </td>
);
