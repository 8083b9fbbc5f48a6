/** The first steps of a fresh service, in an order that works: each is done, or left out for now and come back to. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Dialog } from '../parts/dialog.js';
import { Done } from '../parts/done.js';
import { focusOn } from '../parts/focus.js';
import { Head } from '../parts/head.js';
import { Problems } from '../parts/problems.js';
import { Chip } from '../parts/state.js';
import { useAnswer } from '../parts/use-answer.js';
import { Firm } from '../hr/firm.js';
import { hrefTo } from '../route.js';
import { language, languageName, say } from '../words.js';
import { Brand } from './brand.js';
import type { FirstSteps } from './types.js';

const names = ['language', 'firm', 'brand', 'register', 'accounts', 'mail', 'seal', 'backup'] as const;
type Step = (typeof names)[number];

/** Steps that were left out for now; each browser has its own, since it is what somebody wants to be reminded of. */
const stored = 'rolewright:left-out';
const leftOut = (): readonly string[] => (localStorage.getItem(stored) ?? '').split(' ').filter(Boolean);

const isDone = (step: Step, steps: FirstSteps): boolean =>
  ({
    language: true,
    firm: steps.organisation !== null,
    brand: steps.brand.accent !== null,
    register: steps.registerBegun,
    accounts: (steps.accounts ?? 0) > 0,
    mail: steps.mail && steps.mailTested,
    seal: steps.seal,
    backup: steps.backedUp,
  })[step];

export function SetUpScreen({ onFirm }: { onFirm(): void }): VNode {
  const { answer, error, again } = useAnswer<FirstSteps>('care/steps');
  const [out, setOut] = useState(leftOut);
  const [open, setOpen] = useState<'language' | 'firm' | 'brand' | null>(null);
  const [wrong, setWrong] = useState<unknown>(null);
  const [done, setDone] = useState<string | null>(null);
  const leave = (step: Step, isOut: boolean): void => {
    const next = isOut ? [...out, step] : out.filter((one) => one !== step);
    localStorage.setItem(stored, next.join(' '));
    setOut(next);
    focusOn(`step-${step}`);
  };
  const finished = (step: Step): void => {
    setOpen(null);
    onFirm();
    setDone(say(`setup.dones.${step}`));
    void again().then(() => focusOn(`step-${step}`));
  };
  const shown = answer === null ? [] : names.filter((step) => step !== 'accounts' || answer.accounts !== null);
  const ready = answer === null ? 0 : shown.filter((step) => isDone(step, answer)).length;
  const next = answer === null ? undefined : shown.find((step) => !isDone(step, answer) && !out.includes(step));
  return (
    <main id="main" class="page text" tabindex={-1} aria-busy={answer === null && error === null}>
      <Head title={say('frame.setup')} lead={answer === null ? undefined : say('setup.lead', { ready, all: shown.length, rest: shown.length - ready })} />
      {(error ?? wrong) === null ? null : <Problems error={error ?? wrong} />}
      {answer === null ? null : (
        <ol class="sheet steps">
          {shown.map((step) => (
            <li key={step} id={`step-${step}`} tabindex={-1} aria-labelledby={`step-${step}-h`}>
              <div>
                <h2 id={`step-${step}-h`}>{say(`setup.steps.${step}`)}</h2>
                <p class="quiet">{say(`setup.leads.${step}`)}</p>
              </div>
              <StepState {...{ step, steps: answer, isOut: out.includes(step) }} />
              <div class="acts">
                <StepAct
                  {...{ step, steps: answer, isNext: step === next }}
                  onOpen={setOpen}
                  onBegin={() =>
                    void post('care/register')
                      .then(() => finished('register'))
                      .catch(setWrong)
                  }
                />
                {isDone(step, answer) ? null : (
                  <button
                    type="button"
                    class="button plain"
                    aria-label={`${say(out.includes(step) ? 'setup.back' : 'setup.skip')}: ${say(`setup.steps.${step}`)}`}
                    onClick={() => leave(step, !out.includes(step))}
                  >
                    {say(out.includes(step) ? 'setup.back' : 'setup.skip')}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {open === 'firm' && answer !== null ? (
        <Dialog title={say('setup.steps.firm')} wide onClose={() => setOpen(null)}>
          <Firm beginnings={answer} to="care/firm" onMade={() => finished('firm')} />
          <div class="acts ends">
            <button type="button" class="button" onClick={() => setOpen(null)}>
              {say('act.cancel')}
            </button>
          </div>
        </Dialog>
      ) : null}
      {open === 'brand' && answer !== null ? <Brand steps={answer} onClose={() => setOpen(null)} onDone={() => finished('brand')} /> : null}
      {open === 'language' ? <Languages onClose={() => setOpen(null)} /> : null}
      <Done words={done} onGone={() => setDone(null)} />
    </main>
  );
}

function StepState({ step, steps, isOut }: { readonly step: Step; readonly steps: FirstSteps; readonly isOut: boolean }): VNode {
  if (isDone(step, steps)) return <Chip look="current" icon="current" words={step === 'language' ? languageName(language(), language()) : say('setup.isDone')} />;
  if (step === 'mail' && steps.mail) return <Chip look="asked" icon="asked" words={say('setup.untested')} />;
  return isOut ? <Chip look="todo" icon="minus" words={say('setup.isOut')} /> : <Chip look="todo" icon="todo" words={say('setup.isToDo')} />;
}

interface StepActProps {
  readonly step: Step;
  readonly steps: FirstSteps;
  readonly isNext: boolean;
  onOpen(what: 'language' | 'firm' | 'brand'): void;
  onBegin(): void;
}

/** The screens on which the later steps are done. */
const places: Partial<Record<Step, string>> = { accounts: 'accounts', mail: 'care', seal: 'care', backup: 'care' };

function StepAct({ step, steps, isNext, onOpen, onBegin }: StepActProps): VNode | null {
  const look = `button ${isNext ? 'primary' : ''}`;
  const place = places[step];
  if (place !== undefined)
    return (
      <a class={look} href={hrefTo(place)}>
        {say(`setup.acts.${step}`)}
      </a>
    );
  if (step === 'register')
    return steps.registerBegun || steps.organisation === null ? null : (
      <button type="button" class={look} onClick={onBegin}>
        {say('setup.acts.register')}
      </button>
    );
  // The employer’s file is written once; from then on it is changed where it lies.
  if (step === 'firm' && steps.organisation !== null) return null;
  if (step === 'brand' && steps.organisation === null) return null;
  return (
    <button type="button" class={look} onClick={() => onOpen(step as 'language' | 'firm' | 'brand')}>
      {say(`setup.acts.${step}`)}
    </button>
  );
}

function Languages({ onClose }: { onClose(): void }): VNode {
  return (
    <Dialog title={say('setup.steps.language')} onClose={onClose}>
      <fieldset class="field">
        <legend>{say('frame.language')}</legend>
        <div class="tabs">
          {(['en', 'ru', 'nl'] as const).map((tag) => (
            <label key={tag} lang={tag}>
              <input
                type="radio"
                name="language"
                checked={tag === language()}
                onChange={() => {
                  localStorage.setItem('rolewright:language', tag);
                  location.reload();
                }}
              />
              {languageName(tag, tag)}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="acts ends">
        <button type="button" class="button" onClick={onClose}>
          {say('act.close')}
        </button>
      </div>
    </Dialog>
  );
}
