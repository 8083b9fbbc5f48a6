/** The state of the service: whether the register is what it was, when the last back-up was made, whether mails arrive, until when it seals. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Done } from '../parts/done.js';
import { Line } from '../parts/fields.js';
import { Head } from '../parts/head.js';
import { hintOf } from '../parts/hint.js';
import { Icon } from '../parts/icon.js';
import { useOnce } from '../parts/once.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { Verdict } from '../parts/verdict.js';
import type { VerdictShown } from '../parts/verdict.js';
import { day, figure, moment, say } from '../words.js';
import { Retention } from './retention.js';
import type { BackupMade, ServiceShown, Wrong } from './types.js';

export function UpkeepScreen({ today }: { readonly today: string }): VNode {
  const { answer, error, again } = useAnswer<ServiceShown>('care/service');
  const [done, setDone] = useState<string | null>(null);
  return (
    <main id="main" class="page" tabindex={-1} aria-busy={answer === null && error === null}>
      <Head title={say('frame.care')} lead={say('care.lead')} />
      {error === null ? null : <Problems error={error} />}
      {answer === null ? null : (
        <div class="two-even">
          <Verify />
          <BackUp service={answer} onDone={(words) => void again().then(() => setDone(words))} />
          <Mail service={answer} onAsked={again} />
          <Seal service={answer} />
        </div>
      )}
      <Retention today={today} />
      <Done words={done} onGone={() => setDone(null)} />
    </main>
  );
}

interface PartProps {
  readonly name: 'verify' | 'backup' | 'mail' | 'seal';
  readonly title: string;
  readonly children: ComponentChildren;
}

const Part = ({ name, title, children }: PartProps): VNode => (
  <section class="sheet" aria-labelledby={`${name}-h`}>
    <header>
      <h2 id={`${name}-h`}>{title}</h2>
    </header>
    <div class="pad stack tight">{children}</div>
  </section>
);

/** Why something does not work, with what can be done. */
export const Wrongs = ({ wrong }: { readonly wrong: readonly Wrong[] }): VNode => (
  <div class="finding">
    <Icon name="warn" />
    <div>
      {wrong.map((one) => ({ ...one, hint: hintOf(one) })).map(({ message, hint }) => (
        <p key={message}>
          <b>{message}</b>
          {hint === null ? null : ` ${hint}`}
        </p>
      ))}
    </div>
  </div>
);

function Verify(): VNode {
  const [verdict, setVerdict] = useState<VerdictShown | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    post<VerdictShown>('care/verify')
      .then(setVerdict)
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <Part name="verify" title={say('care.verify.title')}>
      <p class="quiet">{say('care.verify.lead')}</p>
      <div role="status">
        {busy ? <p class="quiet">{say('looking.verify')}</p> : null}
        {verdict === null || busy ? null : <Verdict {...verdict} />}
      </div>
      {error === null ? null : <Problems error={error} />}
      <div class="acts">
        <button type="button" class="button" aria-disabled={busy} aria-busy={busy} onClick={run}>
          <Icon name="shield" />
          {say('verify.go')}
        </button>
      </div>
    </Part>
  );
}

function BackUp({ service: { backups, events }, onDone }: { readonly service: ServiceShown; onDone(words: string): void }): VNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const once = useOnce();
  const last = backups.kept.find(({ note }) => note !== null);
  const broken = backups.kept.filter(({ note }) => note === null);
  const since = last?.note ? events - last.note.head.seq : events;
  const run = (): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    once('back-up', (key) => post<BackupMade>('care/back-up', undefined, { key }))
      .then(({ folder, files, lacking }) => onDone(say(lacking > 0 ? 'care.backup.madeLacking' : 'care.backup.made', { folder, files, lacking })))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <Part name="backup" title={say('care.backup.title')}>
      {last?.note ? (
        <>
          <Chip
            look={since === 0 ? 'current' : 'asked'}
            icon={since === 0 ? 'current' : 'expired'}
            words={say('care.backup.last', { when: moment(last.note.at), n: since })}
          />
          <p class="quiet">{say('care.backup.facts', { folder: `${backups.folder}/${last.folder}`, events: last.note.head.seq, files: last.note.files })}</p>
          {last.note.lacking.length > 0 ? <Wrongs wrong={[{ code: '', message: say('care.backup.lacking', { n: last.note.lacking.length }), hint: null }]} /> : null}
        </>
      ) : (
        <Chip look="late" icon="late" words={say('care.backup.none')} />
      )}
      {broken.length > 0 ? <Wrongs wrong={[{ code: '', message: say('care.backup.broken', { folders: broken.map(({ folder }) => folder).join(', ') }), hint: null }]} /> : null}
      <p class="quiet">{say('care.backup.hint', { folder: backups.folder })}</p>
      {error === null ? null : <Problems error={error} />}
      <div class="acts">
        <button type="button" class="button" aria-disabled={busy} aria-busy={busy} onClick={run}>
          <Icon name="download" />
          {say('care.backup.go')}
        </button>
        <span role="status" class="quiet">
          {busy ? say('care.backup.making') : ''}
        </span>
      </div>
    </Part>
  );
}

/** Milliseconds between two looks at a mail that is on its way, and how often it is looked at. */
const [pause, looks] = [2000, 15];

function Mail({ service: { mail, lastTest, waiting }, onAsked }: { readonly service: ServiceShown; readonly onAsked: () => Promise<void> }): VNode {
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0 || lastTest?.state !== 'queued') return undefined;
    const timer = setTimeout(() => void onAsked().then(() => setLeft(left - 1)), pause);
    return () => clearTimeout(timer);
  }, [left, lastTest]);
  return (
    <Part name="mail" title={say('care.mail.title')}>
      {mail.value === null ? (
        <Wrongs wrong={mail.wrong} />
      ) : (
        <p>{say('care.mail.server', { host: mail.value.host, port: String(mail.value.port), from: mail.value.from, secret: mail.value.isSecret ? 'yes' : 'no' })}</p>
      )}
      <div role="status">
        {lastTest === null ? (
          <p class="quiet">{say('care.mail.never')}</p>
        ) : (
          <>
            <Chip
              look={lastTest.state === 'sent' ? 'current' : lastTest.state === 'queued' ? 'asked' : 'late'}
              icon={lastTest.state === 'sent' ? 'current' : lastTest.state === 'queued' ? 'asked' : 'no'}
              words={say(`care.mail.state.${lastTest.state}`, { to: lastTest.to, when: moment(lastTest.at) })}
            />
            {lastTest.answer === null ? null : <p class="quiet">{say('care.mail.answer', { answer: lastTest.answer })}</p>}
            {lastTest.state === 'queued' && left === 0 ? <p class="quiet">{say('care.mail.nobody')}</p> : null}
          </>
        )}
        {waiting > 0 ? <p class="quiet">{say('care.mail.waiting', { n: waiting })}</p> : null}
      </div>
      <div class="acts">
        <button type="button" class="button" aria-disabled={mail.value === null} onClick={() => (mail.value === null ? undefined : setOpen(true))}>
          <Icon name="issue" />
          {say('care.mail.go')}
        </button>
      </div>
      {open ? (
        <Act
          title={say('care.mail.go')}
          lead={say('care.mail.goLead')}
          submit={say('care.mail.send')}
          ready={to.trim() !== ''}
          run={(key) => post('care/mail', { to: to.trim() }, { key })}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            void onAsked().then(() => setLeft(looks));
          }}
        >
          <Line label={say('care.mail.to')} type="email" value={to} required most={254} onInput={setTo} />
        </Act>
      ) : null}
    </Part>
  );
}

function Seal({ service: { seal, warnFrom } }: { readonly service: ServiceShown }): VNode {
  return (
    <Part name="seal" title={say('care.seal.title')}>
      {seal.value === null ? (
        <Wrongs wrong={seal.wrong} />
      ) : seal.value === 'none' ? (
        <p class="quiet">{say('care.seal.none')}</p>
      ) : (
        <>
          <Chip
            look={seal.value.daysLeft < warnFrom ? 'late' : 'current'}
            icon={seal.value.daysLeft < warnFrom ? 'late' : 'current'}
            words={say(seal.value.daysLeft < warnFrom ? 'care.seal.ends' : 'care.seal.good', { day: day(seal.value.until), n: seal.value.daysLeft })}
          />
          <dl class="facts">
            <div>
              <dt>{say('care.seal.subject')}</dt>
              <dd>{seal.value.subject}</dd>
            </div>
            <div>
              <dt>{say('care.seal.issuer')}</dt>
              <dd>{seal.value.issuer}</dd>
            </div>
            <div>
              <dt>{say('care.seal.level')}</dt>
              <dd>PAdES {seal.value.level}</dd>
            </div>
          </dl>
          <p class="quiet">{say('care.seal.warned', { n: figure(warnFrom) })}</p>
        </>
      )}
    </Part>
  );
}
