/** The rows of a list: what is wrong stands under its cell, with the way to put it right there. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Cards, Cell } from '../parts/cards.js';
import { focusOn } from '../parts/focus.js';
import { hintOf } from '../parts/hint.js';
import { Icon } from '../parts/icon.js';
import { Pager } from '../parts/pager.js';
import { say } from '../words.js';
import type { DraftColumn, DraftFinding, DraftRow, DraftView } from './types.js';

export interface ListRowsProps {
  readonly draft: DraftView;
  readonly busy: boolean;
  onShow(page: DraftView['page']): void;
  onCell(row: number, column: number, text: string, alike: boolean): Promise<void>;
  onLeave(row: number, left: boolean): void;
}

export function ListRows({ draft, busy, onShow, onCell, onLeave }: ListRowsProps): VNode {
  const { columns, page, items, count, withErrors, withWarnings, roles } = draft;
  const shown = columns.flatMap((column, at) => (column.field === null ? [] : [{ ...column, at }]));
  const found = withErrors + withWarnings;
  return (
    <section class="sheet" aria-labelledby="rows-h" aria-busy={busy}>
      <header>
        <h2 id="rows-h">{say('list.rows')}</h2>
        <p class="quiet small" role="status">
          {found === 0 ? say('list.allGood') : say('list.found', { errors: withErrors, warnings: withWarnings })}
        </p>
        {found > 0 ? (
          <div class="tabs slim" role="radiogroup" aria-label={say('list.show')}>
            {(['all', 'findings'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="show-rows" checked={page.show === one} onChange={() => onShow({ ...page, show: one, offset: 0 })} />
                {say(`list.only.${one}`)}
              </label>
            ))}
          </div>
        ) : null}
      </header>
      <div class="wide-table" tabindex={0} role="region" aria-label={say('list.rowsCaption')}>
        <Cards
          caption={say('list.rowsCaption')}
          columns={[
            { narrow: true, words: <span class="unseen">{say('list.takeAlong')}</span> },
            { narrow: true, words: say('list.row') },
            ...shown.map(({ heading }) => heading),
          ]}
        >
          {items.map((row) => (
            <Row key={row.number} {...{ row, shown, onCell, onLeave }} />
          ))}
        </Cards>
      </div>
      <datalist id="role-titles">
        {roles.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Pager offset={page.offset} count={count} size={page.limit} onGo={(offset) => onShow({ ...page, offset })} />
    </section>
  );
}

interface RowProps extends Pick<ListRowsProps, 'onCell' | 'onLeave'> {
  readonly row: DraftRow;
  readonly shown: readonly (DraftColumn & { readonly at: number })[];
}

function Row({ row, shown, onCell, onLeave }: RowProps): VNode {
  const { number, cells, left, findings } = row;
  const whole = shown.find(({ field }) => field === 'name') ?? shown.find(({ field }) => field === 'last');
  const name = (whole ? cells[whole.at] : '') || say('list.rowNumber', { n: number });
  const idOf = (one: DraftFinding, at: number): string => `f-${number}-${one.column ?? 'row'}-${at}`;
  return (
    <>
      <tr role="row" class={left ? 'left-out' : ''}>
        <Cell look="pick narrow">
          <label class="tick">
            <input type="checkbox" checked={!left} onChange={({ currentTarget }) => onLeave(number, !currentTarget.checked)} />
            <span class="unseen">{say('list.takeOne', { name })}</span>
          </label>
        </Cell>
        <Cell look="narrow quiet" of={say('list.row')}>
          {number}
        </Cell>
        {shown.map(({ at, heading, field }) => {
          const own = findings.flatMap((one, index) => (one.column === at ? [idOf(one, index)] : []));
          const isWrong = findings.some(({ column, severity }) => column === at && severity === 'error');
          return (
            <Cell key={at} of={heading} look={field === 'name' || field === 'role' || field === 'department' ? 'whole' : ''}>
              <Typed
                id={`c-${number}-${at}`}
                label={`${heading}, ${name}`}
                text={cells[at] ?? ''}
                {...{ isWrong, ofRoles: field === 'role', described: own.join(' ') }}
                onText={(text) => void onCell(number, at, text, false)}
              />
            </Cell>
          );
        })}
      </tr>
      {findings.map((one, index) => (
        <tr role="row" key={idOf(one, index)}>
          <Cell look="narrow" />
          <Cell span={shown.length + 1}>
            <Finding id={idOf(one, index)} finding={one} row={number} heading={shown.find(({ at }) => at === one.column)?.heading ?? null} onCell={onCell} />
          </Cell>
        </tr>
      ))}
    </>
  );
}

interface TypedProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly ofRoles: boolean;
  readonly described: string;
  onText(text: string): void;
}

/** What is typed stays while other cells are looked through. */
function Typed({ id, label, text, isWrong, ofRoles, described, onText }: TypedProps): VNode {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <input
      type="text"
      class="cell"
      autocomplete="off"
      spellcheck={false}
      {...(ofRoles && { list: 'role-titles' })}
      {...(described !== '' && { 'aria-describedby': described })}
      aria-label={label}
      aria-invalid={isWrong}
      {...{ id, value: typed }}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget: { value } }) => (value === text ? undefined : onText(value))}
    />
  );
}

interface FindingProps extends Pick<ListRowsProps, 'onCell'> {
  readonly id: string;
  readonly finding: DraftFinding;
  readonly row: number;
  readonly heading: string | null;
}

function Finding({ id, finding, row, heading, onCell }: FindingProps): VNode {
  const { message, severity, fixes, column, alike } = finding;
  const hint = hintOf(finding);
  return (
    <div class={`finding ${severity === 'error' ? 'error' : ''}`} id={id}>
      <Icon name={severity === 'error' ? 'error' : 'warn'} />
      <div>
        <p>
          <span class="quiet">{heading === null ? say('list.placeRow', { row }) : say('list.place', { row, heading })}</span> <b>{message}</b>
          {hint === null || fixes.length > 0 ? null : ` ${hint}`}
        </p>
        {fixes.length > 0 && column !== null ? (
          <div class="acts">
            {fixes.map((text) => (
              <button key={text} type="button" class="button slim" onClick={() => void onCell(row, column, text, true).then(() => focusOn(`c-${row}-${column}`))}>
                {alike > 1 ? say('list.fixAll', { text, n: alike }) : say('list.fix', { text })}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}
