/** The onboarding of one person: begun here, and its steps ticked. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { addressOf, post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { capital, day, say, shortDay } from '../words.js';
import { PlanMail } from '../screens/plan-mail.js';
import type { PersonPage, PersonPlan, PersonPlans } from './types.js';

interface PlanProps {
  readonly person: PersonPage;
  readonly today: string;
}

export function PlansOf({ person, today }: PlanProps): VNode | null {
  const path = `hr/people/${encodeURIComponent(person.id)}/plan`;
  const { answer, error, again } = useAnswer<PersonPlans>(path);
  const [wrong, setWrong] = useState<unknown>(null);
  const [begins, setBegins] = useState<PersonPlan | null>(null);
  const [mails, setMails] = useState<PersonPlan | null>(null);
  const plans = answer?.plans ?? [];
  if (error === null && plans.length === 0) return null;
  const tick = (plan: string, task: string, done: boolean): Promise<void> => {
    setWrong(null);
    return post(`${path}/tick`, { plan, task, done })
      .then(() => again())
      .catch(setWrong);
  };
  return (
    <section class="sheet" aria-labelledby="plan-h">
      <header>
        <h2 id="plan-h" tabindex={-1}>
          {say('plan.title')}
        </h2>
      </header>
      <div class="pad stack">
        {(wrong ?? error) === null ? null : <Problems error={wrong ?? error} />}
        {plans.map((one) => (
          <div key={one.role} class="stack tight">
            {plans.length > 1 ? <h3>{capital(one.post)}</h3> : null}
            {one.plan === null ? (
              person.leftOn === null ? (
                <div class="acts">
                  <button type="button" class="button" onClick={() => setBegins(one)}>
                    <Icon name="fresh" />
                    {say('plan.begin')}
                  </button>
                </div>
              ) : (
                <p class="quiet">{say('newcomers.noPlan')}</p>
              )
            ) : (
              <>
                {one.plan.state === 'running' && answer?.hasAddress ? (
                  <div class="acts">
                    <button type="button" class="button" onClick={() => setMails(one)}>
                      {say('newcomers.mail')}
                    </button>
                  </div>
                ) : null}
                <Plan plan={one.plan} today={today} filesAt={`${path}/${encodeURIComponent(one.plan.id)}/files`} onTick={tick} />
              </>
            )}
          </div>
        ))}
      </div>
      {mails === null ? null : <PlanMail name={person.name} hasMentor={mails.plan?.mentor != null} path={`${path}/mail`} body={{}} onClose={() => setMails(null)} />}
      {begins === null ? null : (
        <Begin
          {...{ begins, path }}
          name={person.name}
          today={today}
          onClose={() => setBegins(null)}
          onDone={() => {
            setBegins(null);
            void again();
          }}
        />
      )}
    </section>
  );
}

interface BeginProps {
  readonly begins: PersonPlan;
  readonly path: string;
  readonly name: string;
  readonly today: string;
  onClose(): void;
  onDone(): void;
}

function Begin({ begins, path, name, today, onClose, onDone }: BeginProps): VNode {
  const [mentor, setMentor] = useState(begins.mentor ?? '');
  return (
    <Act title={say('newcomers.beginFor', { name })} lead={say('plan.beginLead', { day: day(begins.from ?? today) })} submit={say('plan.begin')} run={(key) => post(path, { role: begins.role, mentor }, { key })} {...{ onClose, onDone }}>
      <Line label={say('newcomers.mentor')} value={mentor} onInput={setMentor} />
    </Act>
  );
}

interface OnePlanProps {
  readonly plan: NonNullable<PersonPlan['plan']>;
  readonly today: string;
  /** The path below which the files of the plan are. */
  readonly filesAt: string;
  onTick(plan: string, task: string, done: boolean): Promise<void>;
}

function Plan({ plan, today, filesAt, onTick }: OnePlanProps): VNode {
  /** What was just pressed, while it is written. */
  const [pressed, setPressed] = useState<{ readonly task: string; readonly done: boolean } | null>(null);
  const press = (task: string, done: boolean): void => {
    setPressed({ task, done });
    void onTick(plan.id, task, done).then(() => setPressed(null));
  };
  const isRunning = plan.state === 'running';
  // As it was at first: a stage does not shut while somebody ticks the last of what was late in it.
  const [opened] = useState(() => new Set(plan.stages.flatMap(({ id, tasks }) => (tasks.some(({ isLate }) => isLate) ? [id] : []))));
  return (
    <>
      <p>
        {say('newcomers.of', { done: plan.done, count: plan.count })}
        {plan.mentor === null ? null : <span class="quiet"> · {say('newcomers.withMentor', { name: plan.mentor })}</span>}
      </p>
      {plan.stages.map(({ id, title, tasks }) => (
        <details key={id} open={opened.has(id)}>
          <summary>{say('plan.stage', { title, done: tasks.filter(({ isDone }) => isDone).length, count: tasks.length })}</summary>
          <ul class="stack tight">
            {tasks.map((task) => {
              const words = (
                <span>
                  {task.text}{' '}
                  <span class="quiet small">
                    {task.when === null ? say('plan.by', { by: task.by, day: shortDay(task.due, today) }) : say('plan.when', { by: task.by, when: task.when })}
                    {task.basis === null ? '' : ` · ${task.basis}`}
                  </span>{' '}
                  {task.isLate ? <Chip look="late" icon="late" words={say('plan.late')} /> : null}
                  {task.isSignedFor && !task.isDone ? <span class="quiet small">{say('plan.signedFor')}</span> : null}
                </span>
              );
              return (
                <li key={task.id}>
                  {task.isStep && isRunning ? (
                    <label class="choice">
                      <input type="checkbox" checked={pressed?.task === task.id ? pressed.done : task.isDone} onChange={({ currentTarget }) => press(task.id, currentTarget.checked)} />
                      {words}
                    </label>
                  ) : (
                    <p class="choice">
                      <Icon name={task.isDone ? 'check' : 'todo'} />
                      {words}
                    </p>
                  )}
                  {task.notes.map((note) => (
                    <p key={note.words} class="small quiet">
                      {note.by}: {note.words}
                    </p>
                  ))}
                  {task.files.map((file) => (
                    <p key={file.seq} class="small quiet">
                      {file.by}: <a href={addressOf(`${filesAt}/${file.seq}`)}>{file.name}</a> ({file.kilobytes} kB)
                    </p>
                  ))}
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </>
  );
}
