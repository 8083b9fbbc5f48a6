/** A list of entries: each with its words, its place in the list, and what else it says behind a fold. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { idOf, isList, isMap, valueAt } from '../../../server/src/studio/edits.js';
import type { Field, Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import { memo } from '../parts/memo.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { Control } from './fields.js';
import { asInRole, homeOf, isInOwnEntry, movedIn, sameEntry, withGone } from './differences.js';
import { FindingsAt, idFor } from './finding.js';
import { EntryMark } from './origin.js';
import { absenceOf } from './printed.js';
import { inside, pathOf, textIn } from './places.js';

interface EntriesProps {
  readonly field: Field;
  readonly at: string;
  readonly value: Value | undefined;
  /** Whether what stands above it says already what it is. */
  readonly quiet?: boolean;
}

/** The field that stands for an entry: its words, else its name, else whatever comes first. */
export const mainOf = (fields: readonly Field[]): Field | undefined =>
  ['text', 'heading', 'name', 'party', 'topic', 'title'].flatMap((key) => fields.filter((one) => one.key === key))[0] ??
  fields.find(({ kind }) => kind === 'choice') ??
  fields[0];

/** Whether no paper of a country prints it. */
const isForeign = (entry: Value, country: string): boolean => {
  const only = isMap(entry) ? entry['jurisdictions'] : undefined;
  return isList(only) && only.length > 0 && !only.includes(country);
};

export function Entries({ field, at, value, quiet = false }: EntriesProps): VNode {
  const { add, readOnly, findings, inherited, printed, country } = useEditing();
  const [all, setAll] = useState(false);
  const list = isList(value) ? value : [];
  const there = inherited === null || isInOwnEntry(inherited, at) ? null : valueAt(inherited, pathOf(at));
  const before = isList(there) ? there : [];
  const rows = withGone(list, before);
  const moved = movedIn(list, before);
  const own = findings.filter(({ place }) => place === at);
  const absence = absenceOf(list, at, printed);
  // What is wrong in it is mended in it, whatever country it is for.
  const isAside = (entry: Value): boolean =>
    isForeign(entry, country) && !findings.some(({ place }) => place.startsWith(`${at}/#${idOf(entry) ?? ''}`));
  const aside = list.filter(isAside).length;
  const shown = all ? list : list.filter((entry) => !isAside(entry));
  return (
    <div class="list" id={idFor(at)} tabindex={-1} role="group" aria-label={field.title}>
      <h3 class={quiet ? 'unseen' : ''}>{field.title}</h3>
      {field.help === '' ? null : <p class="help">{field.help}</p>}
      {absence?.of === 'all' ? <p class="quiet small">{say(absence.short ? 'brief.saidInShort' : 'brief.noneHere')}</p> : null}
      <FindingsAt of={own} id={`${idFor(at)}-found`} />
      {rows.length === 0 || (shown.length === 0 && rows.every(({ gone }) => !gone)) ? null : (
        <ol class="clauses">
          {rows.map(({ id, entry, gone }) => {
            if (gone) return <Gone key={`gone ${id}`} field={field} at={at} entry={entry} now={list} before={before} />;
            const number = shown.indexOf(entry);
            if (number < 0) return null;
            return (
              <Entry
                key={id}
                field={field}
                at={`${at}/#${id}`}
                value={entry}
                number={number + 1}
                above={number > 0 ? idOf(shown[number - 1]) : null}
                below={number < shown.length - 1 ? (idOf(shown[number + 2]) ?? '') : null}
                moved={moved.has(id)}
                absent={absence?.of === 'some' && absence.ids.has(id)}
                home={moved.has(id) ? (homeOf(id, list, before) ?? '') : null}
              />
            );
          })}
        </ol>
      )}
      {aside === 0 ? null : (
        <button type="button" class="button plain slim" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name={all ? 'up' : 'down'} />
          {say('form.otherCountries', { n: aside })}
          <span class="unseen">: {field.title}</span>
        </button>
      )}
      {readOnly ? null : (
        <button type="button" class="button plain slim" onClick={() => add(at, field)}>
          <Icon name="plus" />
          {say('form.addTo', { list: field.title })}
        </button>
      )}
    </div>
  );
}

interface EntryProps {
  readonly field: Field;
  readonly at: string;
  readonly value: Value;
  readonly number: number;
  /** The id of the entry before which it goes when it moves up; null for the first. */
  readonly above: string | null;
  /** The same for down; empty for the end, null for the last. */
  readonly below: string | null;
  /** Whether it stands elsewhere than in the role, and before which entry it would go back; empty for the end. */
  readonly moved: boolean;
  /** Whether the paper in brief prints others of the list, and not this one. */
  readonly absent: boolean;
  readonly home: string | null;
}

interface GoneProps {
  readonly field: Field;
  readonly at: string;
  readonly entry: Value;
  readonly now: readonly Value[];
  readonly before: readonly Value[];
}

/** An entry of the role that the variant does without. */
function Gone({ field, at, entry, now, before }: GoneProps): VNode {
  const { edit, locale } = useEditing();
  const id = idOf(entry) ?? '';
  const main = mainOf(field.fields);
  const words = (main && isMap(entry) ? textIn(entry[main.key], locale) : '') || id;
  return (
    <li class="gone differs" id={idFor(`${at}/#${id}`)} tabindex={-1}>
      <span class="n" />
      <div>
        <p lang={locale}>
          <del>{words}</del>
        </p>
        <EntryMark
          id={id}
          mark="removed"
          called={words}
          onBack={() => {
            edit({ do: 'add', at: pathOf(at), value: entry, before: homeOf(id, now, before) });
            requestAnimationFrame(() => document.getElementById(idFor(main ? inside(`${at}/#${id}`, main.key) : `${at}/#${id}`))?.focus());
          }}
        />
      </div>
    </li>
  );
}

const Entry = memo(({ field, at, value, number, above, below, moved, absent, home }: EntryProps): VNode => {
  const { edit, readOnly, findings, locale, inherited, printed } = useEditing();
  const [open, setOpen] = useState(false);
  const held = isMap(value) ? value : {};
  const main = mainOf(field.fields);
  const lists = field.fields.filter((one) => one.kind === 'entries' && one.key !== 'items');
  // What stands for the duties in the paper in brief is not hidden behind a fold.
  const short = printed?.inShort ? field.fields.find(({ key }) => key === 'essence') : undefined;
  const rest = field.fields.filter((one) => one !== main && one !== short && !lists.includes(one));
  const handled = [main, short, ...lists].flatMap((one) => (one ? [inside(at, one.key)] : []));
  const own = findings.filter(
    ({ place }) => place === at || (place.startsWith(`${at}/`) && !open && !handled.some((one) => place === one || place.startsWith(`${one}/`))),
  );
  const path = pathOf(at);
  const id = idOf(value) ?? '';
  // Inside an entry of the variant’s own nothing is compared.
  const holder = path.slice(0, -2).join('/');
  const compares = inherited !== null && !isInOwnEntry(inherited, holder);
  const base = compares ? valueAt(inherited, path) : undefined;
  const isAdded = compares && base === undefined;
  const isChanged = base !== undefined && !sameEntry(value, base);
  const said = main ? textIn(held[main.key], locale) || String(number) : String(number);
  const inRole = main && isMap(base) ? textIn(base[main.key], locale) : '';
  const called = said.length > 40 ? `${said.slice(0, 40)}…` : said;
  const move = (before: string | null): void => {
    if (before === null) return;
    edit({ do: 'move', at: path, before: before === '' ? null : before });
    // The focus goes along.
    requestAnimationFrame(() => document.getElementById(idFor(main ? inside(at, main.key) : at))?.focus());
  };
  return (
    <li
      id={idFor(at)}
      tabindex={-1}
      data-entry={at}
      class={[main?.kind === 'text' ? '' : 'plainly', inherited === null ? '' : isAdded || isChanged || moved ? 'differs' : 'same'].filter(Boolean).join(' ')}
      onKeyDown={(event) => {
        if (!event.altKey || readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        move(event.key === 'ArrowUp' ? above : below);
      }}
    >
      <span class="n">{number}.</span>
      <div>
        {main ? <Control field={main} at={inside(at, main.key)} value={held[main.key]} label={say('form.entry', { list: field.title, number })} /> : null}
        {isAdded ? <EntryMark id={id} mark="added" called={called} /> : null}
        {isChanged && base !== undefined ? (
          <EntryMark
            id={id}
            mark="changed"
            called={called}
            {...(inRole === said || inRole === '' ? {} : { inRole })}
            onBack={() => {
              edit({ do: 'set', at: path, value: asInRole(value, base) });
              document.getElementById(idFor(main ? inside(at, main.key) : at))?.focus();
            }}
          />
        ) : null}
        {absent ? <p class="quiet small">{say(field.fields.some(({ key }) => key === 'core') ? 'brief.notHere' : 'brief.onlyFull')}</p> : null}
        {moved ? <EntryMark id={id} mark="moved" called={called} asked={isAdded || isChanged} onBack={() => move(home)} /> : null}
        <FindingsAt of={own} id={`${idFor(at)}-own`} />
      </div>
      <div class="meta">
        {rest.length === 0 ? null : (
          <button type="button" class="button plain slim" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'up' : 'down'} />
            {say('form.more')}
            <span class="unseen">: {called}</span>
          </button>
        )}
        {readOnly ? null : (
          <span class="acts">
            <button type="button" class="button plain slim square" disabled={above === null} onClick={() => move(above)}>
              <Icon name="up" />
              <span class="unseen">{say('form.up', { entry: called })}</span>
            </button>
            <button type="button" class="button plain slim square" disabled={below === null} onClick={() => move(below)}>
              <Icon name="down" />
              <span class="unseen">{say('form.down', { entry: called })}</span>
            </button>
            <button
              type="button"
              class="button plain slim"
              onClick={() => {
                const list = document.getElementById(idFor(path.slice(0, -1).join('/')));
                edit({ do: 'remove', at: path });
                list?.focus();
              }}
            >
              {say('form.remove')}
              <span class="unseen">: {called}</span>
            </button>
          </span>
        )}
      </div>
      {open ? (
        <div class="details">
          {rest.map((one) => (
            <Control key={one.key} field={one} at={inside(at, one.key)} value={held[one.key]} />
          ))}
        </div>
      ) : null}
      {short ? (
        <div class="short">
          <Control field={short} at={inside(at, short.key)} value={held[short.key]} />
        </div>
      ) : null}
      {lists.map((one) => (
        <div class="inner" key={one.key}>
          <Entries field={one} at={inside(at, one.key)} value={held[one.key]} quiet />
        </div>
      ))}
    </li>
  );
});
