/** Where everybody stands with every paper, overdue first; the journal, and whether the register is what it was. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Dialog } from '../parts/dialog.js';
import { Download } from '../parts/download.js';
import { Empty } from '../parts/empty.js';
import { Line, Pick } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { Icon } from '../parts/icon.js';
import { Pager } from '../parts/pager.js';
import { Problems } from '../parts/problems.js';
import { State } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo, hrefTo, toPerson } from '../route.js';
import { figure, say, shortDay } from '../words.js';
import type { Beginnings, Choice, RegisterPage, RegisterRow, Shown } from './types.js';
import { VerifyDialog } from './verify.js';

const size = 50;
const states: readonly Shown[] = ['overdue', 'declined', 'to-do', 'requested', 'outdated', 'expired', 'refused', 'to-come', 'current'];
const isState = (text: string | undefined): text is Shown => states.some((one) => one === text);

export function RegisterScreen({ beginnings, of }: { readonly beginnings: Beginnings; readonly of: string | undefined }): VNode {
  const state = isState(of) ? of : undefined;
  const [q, setQ] = useState('');
  const [department, setDepartment] = useState('');
  const [kind, setKind] = useState('');
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<'journal' | 'verify' | null>(null);
  const { answer, error, busy } = useAnswer<RegisterPage>('hr/register', {
    ...{ offset: String(offset), limit: String(size), q: q.trim() === '' ? undefined : q },
    ...{ department: department || undefined, kind: kind || undefined, state },
  });
  const filter =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value);
      setOffset(0);
    };
  const toState = (one: Shown | undefined): void => {
    setOffset(0);
    if (one === undefined) goTo('register');
    else goTo('register', one);
  };
  const isNew = answer !== null && answer.totals.all === 0 && q.trim() === '' && department === '' && kind === '';
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={busy && answer === null}>
      <Head title={say('frame.register')} lead={say('register.lead')}>
        <button type="button" class="button" onClick={() => setOpen('verify')}>
          <Icon name="shield" />
          {say('verify.open')}
        </button>
        <button type="button" class="button" onClick={() => setOpen('journal')}>
          {say('journal.open')}
        </button>
        <a class="button primary" href={hrefTo('issue')}>
          <Icon name="issue" />
          {say('issue.title')}
        </a>
      </Head>
      {error === null ? null : <Problems error={error} />}
      {isNew ? (
        <section class="sheet">
          <Empty icon="register" title={say('register.none')} words={say('register.noneHint')}>
            <a class="button" href={hrefTo('issue')}>
              {say('issue.title')}
            </a>
          </Empty>
        </section>
      ) : (
        <>
          <div role="group" aria-label={say('register.states')}>
            <ul class="states">
              <li>
                <button type="button" aria-pressed={state === undefined} onClick={() => toState(undefined)}>
                  <b>{answer === null ? '…' : figure(answer.totals.all)}</b>
                  <span class="chip">{say('filter.all')}</span>
                </button>
              </li>
              {states
                .filter((one) => one === state || one === 'current' || (answer?.totals[one] ?? 0) > 0)
                .map((one) => (
                  <li key={one}>
                    <button type="button" aria-pressed={state === one} onClick={() => toState(one)}>
                      <b>{answer === null ? '…' : figure(answer.totals[one])}</b>
                      <State state={one} gender="many" />
                    </button>
                  </li>
                ))}
            </ul>
          </div>
          <section class="sheet" aria-label={say('register.list')} aria-busy={busy}>
            <form class="bar filters" role="search" onSubmit={(event) => event.preventDefault()}>
              <Line id="q" label={say('register.search')} type="search" value={q} wide onInput={filter(setQ)} />
              <Pick label={say('columns.department')} value={department} choices={answer?.departments ?? []} none={say('filter.all')} onPick={filter(setDepartment)} />
              <Pick label={say('columns.paper')} value={kind} choices={answer?.kinds ?? []} none={say('filter.all')} onPick={filter(setKind)} />
              <p class="unseen" role="status">
                {answer === null ? '' : say('people.found', { n: answer.count })}
              </p>
            </form>
            {answer !== null && answer.count === 0 ? (
              <Empty icon="register" title={say('filter.nothing')} words={say('filter.nothingHint')}>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    setQ('');
                    setDepartment('');
                    setKind('');
                    toState(undefined);
                  }}
                >
                  {say('filter.clear')}
                </button>
              </Empty>
            ) : (
              <Cards
                caption={say('register.list')}
                columns={(['person', 'paper', 'version', 'standing', 'day'] as const).map((one) => say(`columns.${one}`))}
              >
                {(answer?.items ?? []).map((row) => (
                  <Row key={`${row.person} ${row.document} ${row.department}`} row={row} today={beginnings.today} />
                ))}
              </Cards>
            )}
            <Pager offset={offset} count={answer?.count ?? 0} size={size} onGo={setOffset} />
          </section>
        </>
      )}
      {open === 'journal' ? <Journal departments={answer?.departments ?? []} today={beginnings.today} onClose={() => setOpen(null)} /> : null}
      {open === 'verify' ? <VerifyDialog onClose={() => setOpen(null)} /> : null}
    </main>
  );
}

function Row({ row, today }: { readonly row: RegisterRow; readonly today: string }): VNode {
  const { person, name, post, departmentName, kindName, documentNumber, version, dated, shown, overdue, declined, daysLate, due, startsOn, on, gender } = row;
  return (
    <tr role="row">
      <Lead>
        <a href={toPerson(person)}>{name}</a>
        <p>{[post, departmentName].filter(Boolean).join(', ')}</p>
      </Lead>
      <Cell of={say('columns.paper')}>
        {documentNumber}
        <p>{kindName}</p>
      </Cell>
      <Cell of={say('columns.version')}>
        {version}
        <p>{shortDay(dated, today)}</p>
      </Cell>
      <Cell look="whole" of={say('columns.standing')}>
        {overdue ? (
          <State state="overdue" words={say('states.late', { n: daysLate })} />
        ) : (
          <State state={declined ? 'declined' : shown} gender={gender} />
        )}
        {overdue ? <p>{declined ? say('states.declined') : shown === 'requested' ? say('states.requested') : say('states.unasked')}</p> : null}
      </Cell>
      <Cell of={say('columns.day')}>
        {startsOn !== null ? say('register.from', { day: shortDay(startsOn, today) }) : on === null ? (due === null ? '' : say('register.until', { day: shortDay(due, today) })) : shortDay(on, today)}
      </Cell>
    </tr>
  );
}

/** The journal of the country, as a file. */
function Journal({ departments, today, onClose }: { readonly departments: readonly Choice[]; readonly today: string; onClose(): void }): VNode {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState(today);
  const [department, setDepartment] = useState('');
  const [format, setFormat] = useState<'docx' | 'pdf' | 'xlsx'>('pdf');
  const [error, setError] = useState<unknown>(null);
  return (
    <Dialog title={say('journal.title')} onClose={onClose}>
      <p class="quiet">{say('journal.lead')}</p>
      <div class="stack">
        <div class="grid">
          <Line label={say('journal.from')} help={say('journal.fromHint')} type="date" value={from} max={to} onInput={setFrom} />
          <Line label={say('journal.to')} type="date" value={to} onInput={setTo} />
        </div>
        <Pick label={say('columns.department')} value={department} choices={departments} none={say('filter.all')} onPick={setDepartment} />
        <fieldset class="field">
          <legend>{say('journal.format')}</legend>
          {(['pdf', 'docx', 'xlsx'] as const).map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="journal" checked={format === one} onChange={() => setFormat(one)} />
              {say(`journal.as.${one}`)}
            </label>
          ))}
        </fieldset>
        {error === null ? null : <Problems error={error} />}
        <div class="acts ends">
          <button type="button" class="button" onClick={onClose}>
            {say('act.close')}
          </button>
          <Download path={`../register/journal/${format}`} facts={{ from, to, department }} look="primary" words={say('journal.get')} onError={setError} />
        </div>
      </div>
    </Dialog>
  );
}
