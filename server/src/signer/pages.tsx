/** The pages of the person who answers, from the link to the last word. */
import { raw } from 'hono/html';
import { dayInWords } from '../life/words.js';
import { localTime } from '../register/evidence.js';
import { Calm, described, Field, Form, Page } from './layout.js';
import type { View } from './layout.js';
import type { ShownPaper } from './paper.js';

/** What a link opens before anything is used: a button. */
export const Landing = ({ view, secret }: { readonly view: View; readonly secret: string }) => (
  <Calm view={view} name="landing">
    <Form view={view} to={secret}>
      <button class="button primary">{view.say('landing.open')}</button>
    </Form>
    <p class="small quiet">{view.say('landing.alone')}</p>
  </Calm>
);

/** Where the code of a printed slip is typed. */
export const TypeCode = ({ view, fault }: { readonly view: View; readonly fault?: string }) => (
  <Page view={view} title={view.say('type.title')}>
    <section class="sheet calm">
      <h1>{view.say('type.title')}</h1>
      <p>{view.say('type.text')}</p>
      <Form view={view} to="">
        <Field id="code" label={view.say('type.label')} fault={fault}>
          <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck={false} required maxlength={60} {...described('code', false, fault !== undefined)} />
        </Field>
        <button class="button primary">{view.say('landing.open')}</button>
      </Form>
    </section>
  </Page>
);

export interface Identifying {
  readonly token: string;
  readonly name: string;
  /** pin: it is asked for; choose: there is none yet; send: a code can be sent; code: one was sent; hand: nothing is at hand but the slip. */
  readonly way: 'pin' | 'choose' | 'send' | 'code' | 'hand';
  /** Addresses to which a code can be sent, in part. */
  readonly codeTo: readonly string[];
  /** Who handed the slip over. */
  readonly by: string;
  readonly fault?: string;
}

export const Identify = ({ view, token, name, way, codeTo, by, fault }: Identifying & { readonly view: View }) => {
  const { say } = view;
  const title = say(`identify.${way}.title`, { name });
  const told = fault === undefined ? undefined : say(`faults.${fault}`);
  const marks = (help: boolean) => described('pin', help, told !== undefined);
  return (
    <Page view={view} title={title}>
      <section class="sheet calm">
        <h1>{title}</h1>
        <p>{say(`identify.${way}.text`, { name, by, to: codeTo.join(', ') })}</p>
        {way === 'pin' ? (
          <Form view={view} to="pin" token={token}>
            <Field id="pin" label={say('identify.pin.label')} fault={told}>
              <input id="pin" name="pin" type="password" autocomplete="current-password" required maxlength={32} {...marks(false)} />
            </Field>
            <button class="button primary">{say('identify.go')}</button>
          </Form>
        ) : null}
        {way === 'choose' ? (
          <Form view={view} to="choose" token={token}>
            <Field id="pin" label={say('identify.choose.label')} help={say('identify.choose.help')} fault={told}>
              <input id="pin" name="pin" type="password" autocomplete="new-password" required minlength={6} maxlength={32} {...marks(true)} />
            </Field>
            <Field id="again" label={say('identify.choose.again')}>
              <input id="again" name="again" type="password" autocomplete="new-password" required minlength={6} maxlength={32} />
            </Field>
            <button class="button primary">{say('identify.choose.go')}</button>
          </Form>
        ) : null}
        {way === 'code' ? (
          <Form view={view} to="code" token={token}>
            <Field id="pin" label={say('identify.code.label')} help={say('identify.code.help')} fault={told}>
              <input id="pin" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength={20} {...marks(true)} />
            </Field>
            <button class="button primary">{say('identify.go')}</button>
          </Form>
        ) : null}
        {way === 'hand' ? (
          <Form view={view} to="go" token={token}>
            <button class="button primary">{say('identify.hand.go')}</button>
          </Form>
        ) : null}
        {way === 'choose' || way === 'hand' || (way === 'send' && codeTo.length === 0)
          ? null
          : codeTo.map((address, at) => (
              <Form view={view} to="send" token={token}>
                <input type="hidden" name="way" value={String(at)} />
                <button class={`button${way === 'send' && at === 0 ? ' primary' : ''}`}>
                  {say(way === 'code' ? 'identify.again' : 'identify.send.go', { to: address })}
                </button>
              </Form>
            ))}
      </section>
    </Page>
  );
};

export interface Reading {
  readonly token: string;
  readonly paper: ShownPaper;
  /** What was just done: a question was sent. */
  readonly asked: boolean;
  /** Which answer was not given well, and what was written. */
  readonly fault?: { readonly at: 'disagree' | 'ask'; readonly code: string };
}

export const Read = ({ view, token, paper, asked, fault }: Reading & { readonly view: View }) => {
  const { say, locale } = view;
  const { name, title, number, version, due, held, page, personnel, gender } = paper;
  const changed = page?.headings.filter((one) => one.changed) ?? [];
  const who = personnel.name ?? paper.organisation;
  const told = (at: 'disagree' | 'ask'): string | undefined => (fault?.at === at ? say(`faults.${fault.code}`) : undefined);
  const declined = paper.answer?.outcome === 'declined';
  return (
    <Page view={view} title={say('read.title', { title })}>
      {asked ? (
        <p class="sheet note" role="status">
          {say('read.asked', { who })}
        </p>
      ) : null}
      {declined ? (
        <p class="sheet note" role="status">
          {say('read.declined', { who })}
        </p>
      ) : null}
      <div class="intro">
        <p class="quiet">{say('read.for', { name, due: due === null ? 'none' : dayInWords(due, locale) })}</p>
        <h1>{say('read.title', { title })}</h1>
        <p>
          {say('read.why', {
            ...{ who, post: personnel.name === null ? 'none' : (personnel.post ?? 'none'), version, changed: held === null ? 'no' : 'yes' },
          })}
        </p>
        {personnel.phone === null && personnel.email === null ? null : (
          <p class="reach">
            {personnel.phone === null ? null : <a href={`tel:${personnel.phone.replace(/[^+\d]/g, '')}`}>{personnel.phone}</a>}
            {personnel.email === null ? null : <a href={`mailto:${personnel.email}`}>{personnel.email}</a>}
          </p>
        )}
      </div>
      {held === null ? null : (
        <section class="sheet" aria-labelledby="changes">
          <h2 id="changes">{say('read.changes', { version: held.version })}</h2>
          {changed.length === 0 ? (
            <p>{say('read.unchanged')}</p>
          ) : (
            <ul class="jumps">
              {changed.map((one) => (
                <li>
                  <a href={`#${one.id}`}>{one.text}</a>
                </li>
              ))}
            </ul>
          )}
          <p class="small quiet">
            {say('read.held', { version: held.version, on: held.on === null ? 'none' : dayInWords(held.on, locale), gender })}
          </p>
        </section>
      )}
      <section class="sheet paper" aria-labelledby="paper">
        <h2 id="paper">{say('read.paper')}</h2>
        <p class="small quiet">{say('read.number', { number, version })}</p>
        {page === null || page.headings.length < 2 ? null : (
          <details class="contents">
            <summary>{say('read.headings')}</summary>
            <ul class="jumps">
              {page.headings.map((one) => (
                <li>
                  <a href={`#${one.id}`}>{one.text}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
        {page === null ? null : raw(page.html)}
        <p>
          <a class="button" href={`${view.base}/copy.pdf`}>
            {say('read.copy')}
          </a>
        </p>
      </section>
      <section class="sheet answer" id="answer" aria-labelledby="answer-title">
        <h2 id="answer-title">{say('answer.title')}</h2>
        <p class="quiet">{say('answer.lead')}</p>
        <details class="choice">
          <summary>{say('answer.acknowledge.open', { gender })}</summary>
          <Form view={view} to="acknowledge" token={token}>
            <p class="statement">{paper.statement}</p>
            <p class="written">
              <b>{name}</b>
              <span>{say('answer.name')}</span>
            </p>
            <p class="small quiet">
              {say('answer.acknowledge.copy')} <a href={`${view.base}/copy.pdf`}>{say('read.copy')}</a>
            </p>
            <button class="button primary">{say('answer.acknowledge.go', { gender })}</button>
            <p class="small quiet">{say('answer.acknowledge.means')}</p>
          </Form>
        </details>
        <details class="choice" {...(told('disagree') === undefined ? {} : { open: true })}>
          <summary>{say('answer.disagree.open', { gender })}</summary>
          <Form view={view} to="disagree" token={token}>
            <Field id="reason" label={say('answer.disagree.label')} help={say('answer.disagree.help', { who })} fault={told('disagree')}>
              <textarea id="reason" name="words" rows={4} required maxlength={4000} {...described('reason', true, told('disagree') !== undefined)}></textarea>
            </Field>
            <button class="button primary">{say('answer.disagree.go')}</button>
            <p class="small quiet">{say('answer.disagree.means')}</p>
          </Form>
        </details>
        <details class="choice" {...(told('ask') === undefined ? {} : { open: true })}>
          <summary>{say('answer.ask.open')}</summary>
          <Form view={view} to="ask" token={token}>
            <Field id="question" label={say('answer.ask.label')} help={say('answer.ask.help', { who })} fault={told('ask')}>
              <textarea id="question" name="words" rows={4} required maxlength={4000} {...described('question', true, told('ask') !== undefined)}></textarea>
            </Field>
            <button class="button primary">{say('answer.ask.go')}</button>
          </Form>
        </details>
        <details class="recorded">
          <summary>{say('answer.recorded')}</summary>
          <p class="small quiet">{say('answer.what')}</p>
        </details>
      </section>
      <Form view={view} to="leave" token={token}>
        <p class="small quiet">{say('read.other', { name })}</p>
        <button class="button">{say('leave')}</button>
      </Form>
      <p class="follow">
        <a class="button primary" href="#answer">
          {say('read.toAnswer')}
        </a>
      </p>
    </Page>
  );
};

/** The last page: what is recorded, and the copies. */
export const Done = ({ view, token, paper, record, zone }: { readonly view: View; readonly token: string; readonly paper: ShownPaper; readonly record: boolean; readonly zone: string }) => {
  const { say } = view;
  const { answer, dear, title, number, personnel, organisation } = paper;
  const outcome = answer?.outcome ?? 'acknowledged';
  const heading = say(`done.${outcome}.title`, { name: dear });
  return (
    <Page view={view} title={heading}>
      <section class="sheet calm">
        <h1>{heading}</h1>
        <p>{say(`done.${outcome}.text`, { title, number, who: personnel.name ?? organisation })}</p>
        <p class="quiet">{answer === null ? '' : say('done.at', { time: localTime(answer.at, zone) })}</p>
        <p class="stack">
          <a class="button" href={`${view.base}/copy.pdf`}>
            {say('done.copy')}
          </a>
          {record ? (
            <a class="button" href={`${view.base}/record.pdf`}>
              {say('done.record')}
            </a>
          ) : null}
        </p>
        {record ? null : <p class="small quiet">{say('done.later')}</p>}
        <Form view={view} to="leave" token={token}>
          <button class="button">{say('leave')}</button>
        </Form>
      </section>
    </Page>
  );
};
