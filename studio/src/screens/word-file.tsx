/** A Word file: what is to decide in it, where each piece of it went, and as what it is taken into the project. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Refused } from '../api.js';
import { Line, Pick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo } from '../route.js';
import type { RoleRow, ToldFile } from '../types.js';
import { capital, say } from '../words.js';
import { Pieces } from '../word-files/pieces.js';
import { openIn } from '../word-files/settled.js';
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
        lead={say('word.facts', { file: file.name, placed: told.placed, decisions: openIn(told, brought.as).decisions })}
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
      <ToDecide told={told} as={brought.as} isSaved={saved !== null} onSaid={(as) => note(key, as)} />
      <Pieces told={told} as={brought.as} />
    </main>
  );
}

/** Nothing is written over: the server says that the file is there. */
const isThere = (error: unknown): boolean => error instanceof Refused && error.problems.some(({ code }) => code === 'would-overwrite');

function AsWhat({ brought, told }: { readonly brought: Brought; readonly told: ToldFile }): VNode {
  const { key, as } = brought;
  const { answer } = useAnswer<readonly RoleRow[]>('roles');
  const roles = (answer ?? []).filter(({ base }) => base === null);
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
          <Line
            id="word-title"
            label={say('newRole.name')}
            help={say('newRole.nameHint')}
            lang={told.language}
            value={as.title ?? told.title}
            most={200}
            onInput={(value) => note(key, value.trim() === '' ? without(as, 'title') : { ...as, title: value })}
          />
          <Line id="word-id" label={say('word.as.id')} help={say('word.as.idHint')} value={as.id ?? told.id} most={64} onInput={(value) => note(key, { ...as, id: value.trim() })} />
          <Pick id="word-base" label={say('word.as.base')} help={say(as.base === undefined ? 'word.as.newHint' : 'word.as.variantHint')} value={as.base ?? ''} choices={[]} none={say('word.as.new')} onPick={chooseBase}>
            <optgroup label={say('word.as.variant')}>
              {roles.map((role) => (
                <option key={role.id} value={role.id}>
                  {capital(role.title)}
                </option>
              ))}
            </optgroup>
          </Pick>
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
