/** The controls of the form, one for each kind of value that a role has. */
import type { VNode } from 'preact';
import { isList, isMap } from '../../../server/src/studio/edits.js';
import type { Field, Value } from '../types.js';
import { say } from '../words.js';
import { Entries } from './entries.js';
import { Positions } from './positions.js';
import { FindingsAt, idFor } from './finding.js';
import { FieldMark, useInherited } from './origin.js';
import { useEditing } from './context.js';
import { inside, pathOf, textIn } from './places.js';
import { memo } from '../parts/memo.js';

export interface ControlProps {
  readonly field: Field;
  readonly at: string;
  readonly value: Value | undefined;
  /** Of an entry: what it is called for voices, where no label is shown. */
  readonly label?: string;
  /** Of a list: whether what stands above it says already what it is. */
  readonly quiet?: boolean;
}

/** A field with its label, help and findings. */
export const Control = memo((props: ControlProps): VNode | null => {
  const { field, at, value, quiet = false } = props;
  if (field.kind === 'entries') return <Entries field={field} at={at} value={value} quiet={quiet} />;
  if (field.kind === 'map') return <Positions field={field} at={at} value={value} />;
  if (field.kind === 'group') return <Group field={field} at={at} value={value} />;
  if (field.kind === 'posts' || field.kind === 'choices') return <Several {...props} />;
  return <Single {...props} />;
});

function Group({ field, at, value }: ControlProps): VNode {
  const held = isMap(value) ? value : {};
  return (
    <fieldset class="field group" id={idFor(at)} tabindex={-1}>
      <legend>{field.title}</legend>
      {field.help === '' ? null : <p class="help">{field.help}</p>}
      <div class="grid">
        {field.fields
          .filter(({ kind }) => isShort(kind))
          .map((one) => (
            <Control key={one.key} field={one} at={inside(at, one.key)} value={held[one.key]} />
          ))}
      </div>
      {field.fields
        .filter(({ kind }) => !isShort(kind))
        .map((one) => (
          <Control key={one.key} field={one} at={inside(at, one.key)} value={held[one.key]} />
        ))}
    </fieldset>
  );
}

const isShort = (kind: Field['kind']): boolean => ['string', 'number', 'choice', 'post'].includes(kind);

function Single({ field, at, value, label }: ControlProps): VNode {
  const { findings, locale, posts } = useEditing();
  const compared = useInherited(at, value);
  const look = compared === null ? '' : compared.same ? ' as-role' : ' differs';
  const shown = (one: Value | undefined): string => shownIn(one, field, posts, locale);
  const own = findings.filter(({ place }) => place === at || place === inside(at, locale));
  const id = idFor(at);
  const describedBy = [field.help === '' || label !== undefined ? '' : `${id}-help`, own.length > 0 ? `${id}-found` : ''].filter(Boolean).join(' ');
  const aria = {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': own.some(({ severity }) => severity === 'error') || undefined,
    'aria-label': label,
  };
  if (field.kind === 'flag')
    return (
      <div class={`field${look}`}>
        <Flag field={field} at={at} value={value} aria={aria} />
        {field.help === '' ? null : (
          <p class="help" id={`${id}-help`}>
            {field.help}
          </p>
        )}
        <FieldMark at={at} value={value} called={field.title} shown={shown} />
        <FindingsAt of={own} id={`${id}-found`} />
      </div>
    );
  return (
    <div class={`field${look}`}>
      {label === undefined ? <label for={id}>{field.title}</label> : null}
      {label === undefined && field.help !== '' ? (
        <p class="help" id={`${id}-help`}>
          {field.help}
        </p>
      ) : label === undefined ? (
        <span />
      ) : null}
      <Input field={field} at={at} value={value} aria={aria} />
      {label === undefined ? <FieldMark at={at} value={value} called={field.title} shown={shown} /> : null}
      <FindingsAt of={own} id={`${id}-found`} />
    </div>
  );
}

/** A value in words. */
function shownIn(value: Value | undefined, field: Field, posts: readonly { readonly id: string; readonly name: string }[], locale: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return say(value ? 'questions.yes' : 'questions.no');
  const name = (id: Value): string => [...field.choices, ...posts].find((one) => one.id === id)?.name ?? String(id);
  if (isList(value)) return value.map(name).join(', ');
  return typeof value === 'string' && field.kind !== 'string' && field.kind !== 'text' ? name(value) : isMap(value) ? textIn(value, locale) : String(value);
}

type Aria = Readonly<Record<string, string | boolean | undefined>>;
interface InputProps extends ControlProps {
  readonly aria: Aria;
}

function Flag({ field, at, value, aria }: InputProps): VNode {
  const { edit, readOnly } = useEditing();
  return (
    <label class="choice">
      <input
        {...aria}
        type="checkbox"
        checked={value === true}
        disabled={readOnly}
        onChange={({ currentTarget }) =>
          edit(currentTarget.checked ? { do: 'set', at: pathOf(at), value: true } : { do: 'remove', at: pathOf(at) })
        }
      />
      {field.title}
    </label>
  );
}

function Input({ field, at, value, aria }: InputProps): VNode {
  const { edit, readOnly, locale, languages, posts } = useEditing();
  const path = pathOf(at);
  const put = (now: Value | null): void => edit(now === null && !field.required ? { do: 'remove', at: path } : { do: 'set', at: path, value: now });
  if (field.kind === 'choice' || field.kind === 'post') {
    const choices = field.kind === 'post' ? posts : field.choices;
    return (
      <select {...aria} disabled={readOnly} value={typeof value === 'string' ? value : ''} onChange={({ currentTarget }) => put(currentTarget.value || null)}>
        {field.required && typeof value === 'string' ? null : <option value="">{say('form.notSaid')}</option>}
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'number')
    return (
      <input
        {...aria}
        type="number"
        readOnly={readOnly}
        min={field.least ?? undefined}
        max={field.most ?? undefined}
        step={field.whole ? 1 : 'any'}
        value={typeof value === 'number' ? value : ''}
        onInput={({ currentTarget }) => put(currentTarget.value === '' ? null : currentTarget.valueAsNumber)}
      />
    );
  if (field.kind === 'string')
    return <input {...aria} type="text" readOnly={readOnly} value={typeof value === 'string' ? value : ''} onInput={({ currentTarget }) => put(currentTarget.value || null)} />;
  // Words: plain where the role has one language, else one wording of several.
  const inMap = isMap(value) || (value === undefined && languages.length > 1);
  return (
    <textarea
      {...aria}
      rows={1}
      lang={locale}
      spellcheck
      readOnly={readOnly}
      value={textIn(value, locale)}
      onInput={({ currentTarget }) => {
        const words = currentTarget.value.replace(/\n/g, ' ');
        if (!inMap) put(words === '' ? (field.required ? '' : null) : words);
        else if (words !== '' || field.required) edit({ do: 'set', at: [...path, locale], value: words });
        else if (isMap(value) && Object.keys(value).every((one) => one === locale)) put(null);
        else edit({ do: 'set', at: [...path, locale], value: '' });
      }}
    />
  );
}

/** Several of a list, each a box. */
function Several({ field, at, value }: ControlProps): VNode {
  const { edit, readOnly, posts, findings, locale } = useEditing();
  const compared = useInherited(at, value);
  const choices = field.kind === 'posts' ? posts : field.choices;
  const chosen = isList(value) ? value : [];
  const own = findings.filter(({ place }) => place === at || place.startsWith(`${at}/`));
  const put = (id: string, on: boolean): void => {
    // What the form does not offer stays in the list.
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    edit(next.length === 0 && !field.required ? { do: 'remove', at: pathOf(at) } : { do: 'set', at: pathOf(at), value: next });
  };
  return (
    <fieldset class={`field${compared === null ? '' : compared.same ? ' as-role' : ' differs'}`} id={idFor(at)} tabindex={-1}>
      <legend>{field.title}</legend>
      {field.help === '' ? null : <p class="help">{field.help}</p>}
      <div class="boxes">
        {choices.map(({ id, name }) => (
          <label class="choice" key={id}>
            <input type="checkbox" checked={chosen.includes(id)} disabled={readOnly} onChange={({ currentTarget }) => put(id, currentTarget.checked)} />
            {name}
          </label>
        ))}
      </div>
      <FieldMark at={at} value={value} called={field.title} shown={(one) => shownIn(one, field, posts, locale)} />
      <FindingsAt of={own} id={`${idFor(at)}-found`} />
    </fieldset>
  );
}
