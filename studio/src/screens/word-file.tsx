/** A Word file: what is to decide in it, where each piece of it went, and as what it is taken into the project. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, Refused } from '../api.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { goTo, hrefTo } from '../route.js';
import type { RoleRow, ToldFile } from '../types.js';
import { capital, say } from '../words.js';
import { Pieces } from '../word-files/pieces.js';
import { ToDecide } from '../word-files/to-decide.js';
import { note, save, takeAs, useBrought, without } from '../word-files/store.js';
import type { Brought } from '../word-files/store.js';

export function WordFileScreen({ id }: { readonly id: string }): VNode {
  const brought = useBrought().find(({ key }) => key === id);
  if (brought?.told) return <Opened brought={brought} told={brought.told} />;
  return (
    <main id="main" class="page" tabindex={-1}>
      <Head title={brought?.file.name ?? say('word.gone')} up={toImport()} lead={say(brought ? 'word.waiting' : 'word.goneHint')} />
    </main>
  );
}

const toImport = (): { readonly href: string; readonly name: string } => ({ href: hrefTo('import'), name: say('frame.import') });

function Opened({ brought, told }: { readonly brought: Brought; readonly told: ToldFile }): VNode {
  const { key, file, isReading, error, saved } = brought;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<unknown>(null);
  const take = (): void => {
    if (busy || isReading) return;
    setBusy(true);
    setWrong(null);
    save(key)
      .then((role) => goTo('roles', role))
      .catch((refused: unknown) => {
        setWrong(refused);
        setBusy(false);
      });
  };
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={isReading || busy}>
      <Head
        title={capital(brought.as.title ?? told.title) || file.name}
        up={toImport()}
        lead={say('word.facts', { file: file.name, placed: told.placed, decisions: told.row.decisions })}
      >
        {saved === null ? (
          <button type="button" class="button primary" aria-disabled={busy || isReading} onClick={take}>
            {say('word.save')}
          </button>
        ) : (
          <a class="button primary" href={hrefTo('roles', saved)}>
            {say('word.toRole')}
          </a>
        )}
      </Head>
      {wrong === null ? null : isThere(wrong) ? (
        <div class="finding error" role="alert">
          <Icon name="error" />
          <div>
            <p>
              <b>{say('word.exists', { id: brought.as.id ?? told.id })}</b> {say('word.existsHint')}
            </p>
          </div>
        </div>
      ) : (
        <Problems error={wrong} />
      )}
      {error === null ? null : <Problems error={error} />}
      {saved === null ? <AsWhat brought={brought} told={told} /> : null}
      <ToDecide told={told} places={saved === null ? (brought.as.places ?? {}) : null} onPlaces={(places) => note(key, { ...brought.as, places })} />
      <Pieces told={told} />
    </main>
  );
}

/** Nothing is written over: the server says that the file is there. */
const isThere = (error: unknown): boolean => error instanceof Refused && error.problems.some(({ code }) => code === 'would-overwrite');

function AsWhat({ brought, told }: { readonly brought: Brought; readonly told: ToldFile }): VNode {
  const { key, as } = brought;
  const [roles, setRoles] = useState<readonly RoleRow[]>([]);
  useEffect(() => {
    get<readonly RoleRow[]>('roles')
      .then((rows) => setRoles(rows.filter(({ base }) => base === null)))
      .catch(() => undefined);
  }, []);
  const { kin, differs } = told;
  const known = kin === null ? undefined : roles.find(({ id }) => id === kin.id);
  const chooseBase = (base: string): void => {
    takeAs(key, base === '' ? without(as, 'base') : { ...as, base });
  };
  return (
    <section class="sheet" aria-labelledby="as-what">
      <header>
        <h2 id="as-what">{say('word.as.title')}</h2>
      </header>
      <div class="pad stack">
        <div class="grid">
          <div class="field">
            <label for="word-title">{say('newRole.name')}</label>
            <p class="help" id="word-title-h">
              {say('newRole.nameHint')}
            </p>
            <input
              id="word-title"
              type="text"
              maxLength={200}
              autocomplete="off"
              lang={told.language}
              aria-describedby="word-title-h"
              value={as.title ?? told.title}
              onInput={({ currentTarget: { value } }) => {
                note(key, value.trim() === '' ? without(as, 'title') : { ...as, title: value });
              }}
            />
          </div>
          <div class="field">
            <label for="word-id">{say('word.as.id')}</label>
            <p class="help" id="word-id-h">
              {say('word.as.idHint')}
            </p>
            <input
              id="word-id"
              type="text"
              maxLength={64}
              autocomplete="off"
              spellcheck={false}
              aria-describedby="word-id-h"
              value={as.id ?? told.id}
              onInput={({ currentTarget: { value } }) => note(key, { ...as, id: value.trim() })}
            />
          </div>
          <div class="field">
            <label for="word-base">{say('word.as.base')}</label>
            <p class="help" id="word-base-h">
              {say(as.base === undefined ? 'word.as.newHint' : 'word.as.variantHint')}
            </p>
            <select id="word-base" aria-describedby="word-base-h" value={as.base ?? ''} onChange={({ currentTarget }) => chooseBase(currentTarget.value)}>
              <option value="">{say('word.as.new')}</option>
              <optgroup label={say('word.as.variant')}>
                {roles.map((role) => (
                  <option key={role.id} value={role.id}>
                    {capital(role.title)}
                  </option>
                ))}
              </optgroup>
            </select>
          </div>
        </div>
        {differs ? <p role="status">{say('word.as.differs', { ...differs })}</p> : null}
        {kin && known && as.base === undefined ? (
          <div class="finding news">
            <Icon name="info" />
            <div>
              <p>
                <b>{say('word.as.kin', { equal: kin.equal, clauses: kin.clauses, role: capital(known.title) })}</b>
              </p>
              <div class="acts">
                <button type="button" class="button" onClick={() => chooseBase(kin.id)}>
                  {say('word.as.takeKin')}
                </button>
              </div>
            </div>
          </div>
        ) : null}
      </div>
    </section>
  );
}
