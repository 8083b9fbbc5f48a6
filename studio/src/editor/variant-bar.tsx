/** Above the form of a variant: what it builds on, how much differs, who has it. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sameValue, valueAt } from '../../../server/src/studio/edits.js';
import { get, post } from '../api.js';
import type { OpenRole, OpenVariant, Value } from '../types.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { hrefTo } from '../route.js';
import { capital, say } from '../words.js';
import { differencesOf } from './differences.js';
import type { Difference, Mark } from './differences.js';

const marks: readonly Mark[] = ['changed', 'added', 'removed', 'moved'];

/** “2 changed, 1 added”. */
const countWords = (differences: readonly Difference[]): string =>
  marks
    .flatMap((mark) => {
      const n = differences.filter((one) => one.mark === mark).length;
      return n === 0 ? [] : [say(`variant.count.${mark}`, { n })];
    })
    .join(', ');

export interface VariantBarProps {
  readonly role: OpenRole;
  readonly variant: OpenVariant;
  readonly data: Value;
  readonly only: boolean;
  onOnly(only: boolean): void;
}

export function VariantBar({ role, variant, data, only, onOnly }: VariantBarProps): VNode {
  const differences = useMemo(() => differencesOf(variant.inherited, data), [variant.inherited, data]);
  const { departments } = variant;
  return (
    <>
      <div class="sheet variant-bar">
        <p>
          <a href={hrefTo('roles', variant.baseId)}>{isCalledAlike(variant, data) ? say('variant.ofSame') : say('variant.of', { base: capital(variant.baseTitle) })}</a>{' '}
          <span class="quiet" role="status">
            {differences.length === 0 ? say('variant.nothing') : say('variant.differs', { what: countWords(differences) })}
          </span>
          {departments.length === 0 ? null : <span class="quiet"> {say('variant.usedBy', { departments: departments.map(({ name }) => name).join(', ') })}</span>}
        </p>
        <label class="choice">
          <input type="checkbox" checked={only} onChange={({ currentTarget }) => onOnly(currentTarget.checked)} />
          {say('variant.only')}
        </label>
      </div>
      {role.own && departments.length === 0 ? <Unused role={role} /> : null}
    </>
  );
}

/** A variant that has the title of its role, in whatever language the role is named here. */
const isCalledAlike = ({ inherited }: OpenVariant, data: Value): boolean => sameValue(valueAt(inherited, ['title']) ?? null, valueAt(data, ['title']) ?? null);

/** Nobody has it yet: the department that is to have it. */
export function Unused({ role }: { readonly role: Pick<OpenRole, 'id'> }): VNode | null {
  const [all, setAll] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const [chosen, setChosen] = useState('');
  const [used, setUsed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    get<typeof all>('departments')
      .then((found) => {
        setAll(found);
        setChosen((found.find(({ id }) => role.id.endsWith(`-${id}`)) ?? found[0])?.id ?? '');
      })
      .catch(() => undefined);
  }, []);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (used !== null) told.current?.focus();
  }, [used]);
  const use = (): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    post(`roles/${encodeURIComponent(role.id)}/use`, { department: chosen })
      .then(() => setUsed(all.find(({ id }) => id === chosen)?.name ?? chosen))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  if (all.length === 0) return null;
  return (
    <div class="finding news">
      <Icon name="info" />
      {used === null ? (
        <div class="top">
          <p>
            <b>{say('variant.unused')}</b> {say('variant.unusedHint')}
          </p>
          <div class="acts slim">
            <label class="unseen" for="use-department">
              {say('variant.department')}
            </label>
            <select id="use-department" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button type="button" class="button slim" aria-disabled={busy} aria-busy={busy} onClick={use}>
              {say('variant.use')}
            </button>
          </div>
        </div>
      ) : (
        <p ref={told} tabindex={-1}>
          {say('variant.nowUsed', { department: used })}
        </p>
      )}
      {error === null ? null : <Problems error={error} />}
    </div>
  );
}
