/** Who is new in a department, how far each of them is, and what to hand over. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Cards, Cell, Lead } from '../parts/cards.js';
import { Line, Pick } from '../parts/fields.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { hrefTo } from '../route.js';
import type { NewcomerRow, Newcomers as Shown, PlanLinkMade } from '../types.js';
import { capital, day, say, shortDay } from '../words.js';
import { PlanMail, planReaders } from './plan-mail.js';

const columns = ['name', 'begins', 'done', 'next'] as const;

export function Newcomers({ department, today }: { readonly department: string; readonly today: string }): VNode {
  const path = `departments/${encodeURIComponent(department)}/newcomers`;
  const { answer: shown, error, again } = useAnswer<Shown>(path);
  const [begins, setBegins] = useState<NewcomerRow | null>(null);
  const [links, setLinks] = useState<NewcomerRow | null>(null);
  const [mails, setMails] = useState<NewcomerRow | null>(null);
  return (
    <section class="sheet" aria-labelledby="newcomers-title">
      <header>
        <h2 id="newcomers-title">{say('newcomers.title')}</h2>
      </header>
      {error === null ? null : <Problems error={error} />}
      {shown === null ? (
        <p class="pad quiet" aria-busy={error === null}>
          {error === null ? say('newcomers.wait') : ''}
        </p>
      ) : shown.rows.length === 0 ? (
        <p class="pad quiet">{say('newcomers.none')}</p>
      ) : (
        <Cards caption={say('newcomers.title')} columns={columns.map((one) => say(`newcomers.columns.${one}`))}>
          {shown.rows.map((row) => (
            <Newcomer key={`${row.person} ${row.role}`} row={row} today={today} onBegin={() => setBegins(row)} onLink={shown.hasAddress ? () => setLinks(row) : null} onMail={() => setMails(row)} />
          ))}
        </Cards>
      )}
      {shown !== null && shown.rows.length > 0 && !shown.hasAddress ? <p class="pad quiet small">{say('newcomers.noAddress')}</p> : null}
      {begins === null ? null : (
        <Begin
          row={begins}
          path={path}
          onClose={() => setBegins(null)}
          onDone={() => {
            setBegins(null);
            void again();
          }}
        />
      )}
      {links === null ? null : <LinkFor row={links} path={`${path}/link`} onClose={() => setLinks(null)} />}
      {mails === null ? null : <PlanMail name={mails.name} hasMentor={mails.plan?.mentor != null} path={`${path}/mail`} body={{ person: mails.person }} onClose={() => setMails(null)} />}
    </section>
  );
}

interface NewcomerProps {
  readonly row: NewcomerRow;
  readonly today: string;
  onBegin(): void;
  readonly onLink: (() => void) | null;
  onMail(): void;
}

function Newcomer({ row, today, onBegin, onLink, onMail }: NewcomerProps): VNode {
  const { person, name, post: title, from, plan } = row;
  return (
    <tr role="row">
      <Lead>
        <a href={hrefTo('people', person)}>{name}</a>
        <p class="quiet">{capital(title)}</p>
      </Lead>
      <Cell of={say('newcomers.columns.begins')}>
        {shortDay(from, today)}
        {plan?.mentor == null ? null : <p class="quiet small">{say('newcomers.withMentor', { name: plan.mentor })}</p>}
      </Cell>
      <Cell of={say('newcomers.columns.done')}>
        {plan === null ? (
          <span class="quiet">{say('newcomers.noPlan')}</span>
        ) : (
          <>
            {say('newcomers.of', { done: plan.done, count: plan.count })}
            {plan.late === 0 ? null : (
              <p>
                <Chip look="late" icon="late" words={say('newcomers.late', { n: plan.late })} />
              </p>
            )}
          </>
        )}
      </Cell>
      <Cell of={say('newcomers.columns.next')}>
        {plan?.next ? <p>{say('newcomers.theirs', { task: plan.next.text, day: shortDay(plan.next.due, today) })}</p> : null}
        {plan?.ours ? <p class="quiet">{say('newcomers.ours', { by: plan.ours.by, task: plan.ours.text, day: shortDay(plan.ours.due, today) })}</p> : null}
        {(plan?.failed ?? []).map((check) => (
          <p key={check}>{say('newcomers.failed', { check })}</p>
        ))}
        {plan === null ? (
          <button type="button" class="button" onClick={onBegin}>
            {say('newcomers.begin')}
          </button>
        ) : onLink === null ? null : (
          <div class="acts">
            <button type="button" class="button" onClick={onLink}>
              {say('newcomers.link')}
            </button>
            <button type="button" class="button" onClick={onMail}>
              {say('newcomers.mail')}
            </button>
          </div>
        )}
      </Cell>
    </tr>
  );
}

interface DialogProps {
  readonly row: NewcomerRow;
  readonly path: string;
  onClose(): void;
}

function Begin({ row, path, onClose, onDone }: DialogProps & { onDone(): void }): VNode {
  const [mentor, setMentor] = useState(row.mentor ?? '');
  return (
    <Act
      title={say('newcomers.beginFor', { name: row.name })}
      lead={say('newcomers.beginLead', { day: day(row.from) })}
      submit={say('newcomers.begin')}
      run={() => post(path, { person: row.person, role: row.role, ...(mentor.trim() !== '' && { mentor: mentor.trim() }) })}
      onClose={onClose}
      onDone={onDone}
    >
      <Line label={say('newcomers.mentor')} value={mentor} onInput={setMentor} />
    </Act>
  );
}

/** The link stands in the dialog once it is made: it is told nobody a second time. */
function LinkFor({ row, path, onClose }: DialogProps): VNode {
  const [reader, setReader] = useState('new-hire');
  const [made, setMade] = useState<PlanLinkMade | null>(null);
  return (
    <Act
      title={say('newcomers.linkFor', { name: row.name })}
      lead={say('newcomers.linkLead')}
      submit={say('newcomers.make')}
      ready={made === null}
      run={async () => setMade(await post<PlanLinkMade>(path, { person: row.person, reader }))}
      onClose={onClose}
    >
      {made === null ? (
        <Pick label={say('newcomers.reader')} value={reader} choices={planReaders.map(({ id, name }) => ({ id, name: say(`newcomers.readers.${name}`) }))} onPick={setReader} />
      ) : (
        <div class="field" role="status">
          <input readonly value={made.link} aria-label={say('newcomers.linkFor', { name: row.name })} onFocus={({ currentTarget }) => currentTarget.select()} />
          <p class="help">{say('newcomers.made', { day: day(made.until) })}</p>
        </div>
      )}
    </Act>
  );
}
