/** What was and what is, in the words that whoever decides has to have seen: all of the text, letter by letter, set to be read. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../words.js';
import { Icon } from './icon.js';

/** A wording with what has gone and what has come. */
function Words({ of }: { readonly of: string }): VNode {
  const parts = of.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/);
  return (
    <>
      {parts.map((part, at) =>
        part.startsWith('[-') && part.endsWith('-]') ? (
          <del key={at}>{part.slice(2, -2)}</del>
        ) : part.startsWith('{+') && part.endsWith('+}') ? (
          <ins key={at}>{part.slice(2, -2)}</ins>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** What is said of lines of the text, by their numbers from 1 on. */
export interface Notes {
  readonly said: ReadonlyMap<number, string>;
  /** Left out where nothing can be said any more. */
  onSay?(line: number, text: string): void;
}

interface Line {
  readonly text: string;
  /** From 1 on. */
  readonly number: number;
}

/** What was changed of one clause: its first line, and those that belong to it. */
interface Entry {
  readonly first: Line;
  readonly rows: readonly Line[];
}

/** Blocks stand between empty lines. */
function blocksOf(text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const [at, line] of text.trimEnd().split('\n').entries())
    if (line === '') {
      if (blocks.at(-1)?.length !== 0) blocks.push([]);
    } else blocks.at(-1)?.push({ text: line, number: at + 1 });
  return blocks;
}

function entriesOf(lines: readonly Line[]): readonly Entry[] {
  const entries: { first: Line; rows: Line[] }[] = [];
  for (const line of lines)
    if (line.text.startsWith('    ') && entries.length > 0) entries.at(-1)?.rows.push(line);
    else entries.push({ first: line, rows: [] });
  return entries;
}

export function Redline({ text, label, notes }: { readonly text: string; readonly label: string; readonly notes?: Notes }): VNode {
  return (
    <div class="redline" role="region" aria-label={label} tabindex={0}>
      {blocksOf(text).map((lines, at) => {
        if (at === 0) return lines.map((line) => <p key={line.number} class={line.number === 1 ? 'quiet small' : ''}>{line.text}</p>);
        const [first, ...rest] = lines;
        const isHeading = first !== undefined && !/^[ !]/.test(first.text);
        return (
          <section key={at}>
            {isHeading ? <h3>{first.text}</h3> : null}
            {entriesOf(isHeading ? rest : lines).map((entry) => (
              <EntryLines key={entry.first.number} {...{ entry, notes }} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function EntryLines({ entry: { first, rows }, notes }: { readonly entry: Entry; readonly notes: Notes | undefined }): VNode {
  const isRow = first.text.startsWith('    ');
  return (
    <>
      <p class={isRow ? 'row' : 'entry'}>
        {first.text.startsWith('!') ? <b>!</b> : null}
        <Words of={isRow ? first.text.trim() : first.text.replace(/^[! ] /, '')} />
      </p>
      {rows.map((line) => (
        <p key={line.number} class="row">
          <Words of={line.text.trim()} />
        </p>
      ))}
      {notes && !isRow ? <Note line={first.number} of={first.text.replace(/^[! ] /, '')} notes={notes} /> : null}
    </>
  );
}

/** What is said of a clause, or where to say it. */
function Note({ line, of, notes: { said, onSay } }: { readonly line: number; readonly of: string; readonly notes: Notes }): VNode | null {
  const text = said.get(line) ?? '';
  const [open, setOpen] = useState(text !== '');
  if (!onSay) return text === '' ? null : <blockquote class="note">{text}</blockquote>;
  const id = `note-${line}`;
  if (!open)
    return (
      <p class="acts">
        <button
          type="button"
          class="button slim"
          onClick={() => {
            setOpen(true);
            requestAnimationFrame(() => document.getElementById(id)?.focus());
          }}
        >
          <Icon name="proposals" />
          {say('proposal.note')}
          <span class="unseen">: {of}</span>
        </button>
      </p>
    );
  return (
    <div class="field note">
      <label for={id}>
        {say('proposal.note')}
        <span class="unseen">: {of}</span>
      </label>
      <textarea id={id} rows={2} maxLength={2000} value={text} onInput={({ currentTarget }) => onSay(line, currentTarget.value)} />
    </div>
  );
}
