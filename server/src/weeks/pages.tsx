/** The pages of a plan: what is next, the whole of it by stages, and who helps. */
import { formatDate } from 'rolewright';
import type { ToldContact } from 'rolewright';
import type { PlanReader } from '../access/plan-links.js';
import { localTime } from '../register/evidence.js';
import type { PlanMeant } from '../register/plan.js';
import { largestAttachment, mostAttachments } from '../register/plan-files.js';
import type { SeenPlan } from '../register/plan-words.js';
import { Page } from './layout.js';
import type { Sheet, SheetStage, SheetTask } from './sheet.js';
import type { Instead, View } from './visit.js';

/** A page that says one thing. */
export const Calm = ({ view, name }: { readonly view: View; readonly name: Instead['calm'] }) => {
  const title = view.say(`calm.${name}.title`);
  return (
    <Page view={view} title={title} kept={name === 'stranger' || name === 'often' ? 'said' : 'over'}>
      <section class="sheet calm">
        <h1>{title}</h1>
        <p>{view.say(`calm.${name}.text`)}</p>
      </section>
    </Page>
  );
};

interface Shown {
  readonly view: View;
  readonly reader: PlanReader;
  readonly today: string;
  readonly zone: string;
  readonly isOver: boolean;
}

export interface WeeksPage {
  readonly view: View;
  readonly reader: PlanReader;
  readonly meant: PlanMeant;
  readonly plan: SeenPlan;
  readonly sheet: Sheet;
  readonly today: string;
  readonly zone: string;
  /** Where programs subscribe to it; null where that was revoked. */
  readonly calendar: string | null;
  /** What was just done, to which task. */
  readonly did: { readonly what: string; readonly task: string };
  /** How the newcomer is spoken to, and of. */
  readonly names: { readonly dear: string; readonly whole: string };
}

const deeds = ['ticked', 'noted', 'filed', 'checked'] as const;
/** Why a file was not taken. */
const faults = ['large', 'kind', 'many'] as const;

export const Weeks = ({ view, reader, meant, plan, sheet, today, zone, calendar, did, names }: WeeksPage) => {
  const { say } = view;
  const isOver = meant.state.state === 'ended';
  const shown: Shown = { view, reader, today, zone, isOver };
  const isOwn = reader === 'new-hire';
  const title = isOwn ? say('title.own') : say('title.other', { name: names.whole });
  const touched = sheet.stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === did.task);
  const what = deeds.find((one) => one === did.what);
  const fault = faults.find((one) => one === did.what);
  const begins = today < plan.firstDay;
  return (
    <Page view={view} title={title} kept="plan">
      <p class="sheet note" id="device" role="status" hidden></p>
      {touched && what ? (
        <div class="sheet note" role="status">
          <p>{say(`did.${what === 'ticked' && !touched.isDone ? 'opened' : what}`, { task: touched.text })}</p>
          {what === 'ticked' && touched.mine && !isOver ? <Tick task={touched} words={say(touched.isDone ? 'undo' : 'done')} /> : null}
        </div>
      ) : null}
      {fault ? (
        <p class="sheet note bad" role="alert">
          {say(`file.${fault}`, { megabytes: largestAttachment >> 20, most: mostAttachments })}
        </p>
      ) : null}
      {isOver ? <p class="sheet note">{say('over')}</p> : null}
      <div class="intro">
        <p class="quiet">{begins ? say('begins', { day: date(plan.firstDay, view) }) : date(today, view)}</p>
        <h1>{isOwn ? say('hello', { name: names.dear }) : title}</h1>
        {isOwn ? null : <p class="quiet">{say('asReader', { reader, role: plan.role })}</p>}
      </div>
      <div class="far">
        <label for="far">{isOwn ? say('progress.own', { role: plan.role }) : say('progress.other')}</label>
        <span>{say('of', { done: sheet.done, count: sheet.count })}</span>
        <progress id="far" value={sheet.done} max={Math.max(1, sheet.count)}></progress>
      </div>
      <Next shown={shown} sheet={sheet} />
      <section class="plan" aria-labelledby="plan">
        <h2 id="plan">{say(isOwn ? 'plan.own' : 'plan.other')}</h2>
        {sheet.stages.map((stage, at) => (
          <Stage shown={shown} stage={stage} number={at + 1} />
        ))}
        {plan.provisional === null ? null : <p class="small quiet">{plan.provisional}</p>}
      </section>
      <section class="sheet" aria-labelledby="help">
        <h2 id="help">{say(isOwn ? 'contacts.own' : 'contacts.other')}</h2>
        <dl class="people">
          {sheet.contacts.map((one) => (
            <div>
              <dt>{one.title}</dt>
              <dd>
                {one.name === null ? null : <b>{one.name}</b>}
                <span class="small quiet">{one.about}</span>
                <Reach view={view} contact={one} />
              </dd>
            </div>
          ))}
        </dl>
        {plan.probation === null ? null : (
          <p class="small quiet">
            {plan.probation.term}: {date(plan.probation.end, view)}
          </p>
        )}
      </section>
      {calendar === null ? null : (
        <section class="sheet" aria-labelledby="calendar">
          <h2 id="calendar">{say('calendar.title')}</h2>
          <p>{say('calendar.text')}</p>
          <p class="stack">
            <a class="button" href={calendar.replace(/^https?:/, 'webcal:')}>
              {say('calendar.add')}
            </a>
          </p>
          <details>
            <summary>{say('calendar.copy')}</summary>
            <p class="small address">{calendar}</p>
          </details>
        </section>
      )}
    </Page>
  );
};

const date = (day: string, { locale }: View): string => formatDate(day, locale, 'weekday');
const dayOf = (made: string, { view, zone }: Shown): string => date(localTime(made, zone).slice(0, 10), view);

/** By when: a day, or how the law says it where that is none. */
const untilOf = ({ due, when, loose }: SheetTask, sort: 'late' | 'today' | 'soon', view: View): string =>
  loose ? (when ?? '') : view.say(`due.${sort}`, { day: date(due, view) });

/** What is to be done first, with whoever helps; a calm word where nothing waits. */
const Next = ({ shown, sheet }: { readonly shown: Shown; readonly sheet: Sheet }) => {
  const { view, reader, today } = shown;
  const { say } = view;
  const { next, helper, after } = sheet;
  if (next === null || shown.isOver)
    return (
      <section class="sheet next" aria-labelledby="next">
        <h2 id="next">{say(sheet.count > 0 && sheet.done === sheet.count ? 'next.all' : 'next.none')}</h2>
      </section>
    );
  const sort = next.isLate ? 'late' : next.due === today ? 'today' : 'soon';
  return (
    <section class="sheet next" aria-labelledby="next">
      <div>
        <p class={`chip ${sort}`}>{untilOf(next, sort, view)}</p>
        <h2 id="next">
          <a href={`#${next.id}`}>{next.text}</a>
        </h2>
        {next.proof === null ? null : <p class="quiet">{say('proof', { what: next.proof })}</p>}
      </div>
      {next.mine ? <Tick task={next} words={say('done')} /> : <p><a class="button primary" href={`#${next.id}`}>{say('check.go')}</a></p>}
      {helper === null ? null : (
        <div>
          <p>{say('helps', { name: helper.name ?? '', who: helper.title, own: reader === 'new-hire' ? 'yes' : 'no' })}</p>
          <Reach view={view} contact={helper} />
        </div>
      )}
      {after.length === 0 ? null : (
        <div>
          <p class="small quiet">{say('next.after')}</p>
          <ul class="then">
            {after.map((one) => (
              <li>
                <a href={`#${one.id}`}>{one.text}</a> <span class="small quiet">{one.loose ? one.when : date(one.due, view)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};

const Reach = ({ view, contact }: { readonly view: View; readonly contact: ToldContact }) =>
  contact.phone === null && contact.email === null ? null : (
    <span class="reach">
      {contact.phone === null ? null : (
        <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`} aria-label={view.say('call', { name: contact.name ?? contact.title, phone: contact.phone })}>
          {contact.phone}
        </a>
      )}
      {contact.email === null ? null : (
        <a href={`mailto:${contact.email}`} aria-label={view.say('write', { name: contact.name ?? contact.title, email: contact.email })}>
          {contact.email}
        </a>
      )}
    </span>
  );

/** A button that says what it does, for what is next. */
const Tick = ({ task, words }: { readonly task: SheetTask; readonly words: string }) => (
  <form method="post" action="tick" class="stack" data-deed="tick">
    <input type="hidden" name="item" value={task.id} />
    <input type="hidden" name="done" value={task.isDone ? '0' : '1'} />
    <button class={`button${task.isDone ? '' : ' primary'}`} aria-label={`${words}: ${task.text}`}>
      {words}
    </button>
  </form>
);

const Stage = ({ shown, stage, number }: { readonly shown: Shown; readonly stage: SheetStage; readonly number: number }) => {
  const { view, today } = shown;
  const { say } = view;
  const hasBegun = stage.from <= today || stage.done > 0;
  return (
    <details class="sheet stage" id={stage.id} {...(stage.isOpen ? { open: true } : {})}>
      <summary>
        <span>
          {number}. {stage.title}
        </span>
        <span class="small quiet">
          {hasBegun ? say('of', { done: stage.done, count: stage.count }) : say('stage.from', { day: date(stage.from, view) })}
        </span>
      </summary>
      {stage.goal === null ? null : <p class="quiet">{stage.goal}</p>}
      {stage.tasks.length === 0 ? null : (
        <ul class="tasks">
          {stage.tasks.map((task) => (
            <Task shown={shown} task={task} />
          ))}
        </ul>
      )}
      {stage.others.length === 0 ? null : (
        <div class="others">
          <h3 class="small">{say('others')}</h3>
          <ul>
            {stage.others.map((task) => (
              <li class="small" id={task.id}>
                {task.by}: {task.text} <span class="quiet">{task.isDone ? say('isDone') : date(task.due, view)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {stage.topics.length === 0 ? null : (
        <details class="topics">
          <summary class="small">{say('topics')}</summary>
          <ul class="small">
            {stage.topics.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </details>
  );
};

const Task = ({ shown, task }: { readonly shown: Shown; readonly task: SheetTask }) => {
  const { view, reader, today, isOver } = shown;
  const { say } = view;
  const result = task.checks.at(-1);
  const when =
    task.done !== null
      ? say('doneOn', { day: dayOf(task.done.made, shown) })
      : task.isDone
        ? say('isDone')
        : untilOf(task, task.isLate ? 'late' : task.due === today ? 'today' : 'soon', view);
  const clock = (task.done?.said ?? null) === null ? '' : say('clock');
  const others = task.what === 'check' || reader !== 'new-hire' ? task.by : '';
  const name = `${task.id}-text`;
  return (
    <li id={task.id} class={task.isDone ? 'is-done' : task.isLate ? 'is-late' : ''}>
      {task.mine && !isOver ? (
        <form method="post" action="tick" data-deed="tick">
          <input type="hidden" name="item" value={task.id} />
          <input type="hidden" name="done" value={task.isDone ? '0' : '1'} />
          <button class="tick" role="checkbox" aria-checked={task.isDone ? 'true' : 'false'} aria-labelledby={name}></button>
        </form>
      ) : (
        <span class={`mark${task.what === 'check' ? ' check' : ''}`} aria-hidden="true"></span>
      )}
      <div>
        <p class="what" id={name}>
          {task.what === 'check' ? say('check.name', { check: task.text }) : task.text}
        </p>
        <p class="small quiet" data-when>
          {[when, clock, others].filter((one) => one !== '').join(' · ')}
        </p>
        {result === undefined ? null : (
          <p class="small">
            <b class={result.result}>{say(`check.${result.result}`)}</b> {result.by}, {dayOf(result.made, shown)}
            {result.words === null ? '' : `: ${result.words}`}
          </p>
        )}
        {task.isDone || task.passMark === null ? null : <p class="small quiet">{task.passMark}</p>}
        {task.isDone || task.onFailure === null ? null : <p class="small quiet">{say('check.otherwise', { what: task.onFailure })}</p>}
        {task.notes.map((note) => (
          <p class="small said">
            <span class="quiet">
              {note.by}, {dayOf(note.made, shown)}:
            </span>{' '}
            {note.words}
          </p>
        ))}
        {task.files.map((file) => (
          <p class="small said">
            <span class="quiet">
              {file.by}, {dayOf(file.made, shown)}:
            </span>{' '}
            <a href={`file/${file.seq}`}>{file.name}</a> <span class="quiet">{say('file.size', { kilobytes: Math.ceil(file.size / 1024) })}</span>
          </p>
        ))}
        {isOver ? null : task.judged ? <Result shown={shown} task={task} /> : <Note shown={shown} task={task} />}
      </div>
    </li>
  );
};

const Note = ({ shown: { view }, task }: { readonly shown: Shown; readonly task: SheetTask }) => (
  <details class="write">
    <summary class="small">{view.say('note.open')}</summary>
    <form method="post" action="note" enctype="multipart/form-data" class="stack" data-deed="note">
      <input type="hidden" name="item" value={task.id} />
      <textarea name="words" rows={3} maxlength={4000} aria-label={view.say('note.label', { task: task.text })}></textarea>
      <input type="file" name="file" accept="image/jpeg,image/png,application/pdf" aria-label={view.say('file.label')} />
      <p class="small quiet">{view.say('file.hint', { megabytes: largestAttachment >> 20 })}</p>
      <button class="button">{view.say('note.go')}</button>
    </form>
  </details>
);

/** Whoever conducts a check says what it found. */
const Result = ({ shown: { view }, task }: { readonly shown: Shown; readonly task: SheetTask }) => (
  <details class="write">
    <summary class="small">{view.say('check.go')}</summary>
    <form method="post" action="check" class="stack" data-deed="check">
      <input type="hidden" name="item" value={task.id} />
      {task.questions.length === 0 ? null : (
        <ol class="small">
          {task.questions.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
      )}
      <textarea name="words" rows={3} maxlength={4000} aria-label={view.say('check.label', { check: task.text })}></textarea>
      <button class="button primary" name="result" value="passed">
        {view.say('check.pass')}
      </button>
      <button class="button" name="result" value="failed">
        {view.say('check.fail')}
      </button>
    </form>
  </details>
);
