/** The questions of a role as a short questionnaire. An answer holds for this role, whatever the organisation says elsewhere. */
import type { VNode } from 'preact';
import { idOf, isList, isMap } from '../../../server/src/studio/edits.js';
import type { Value } from '../types.js';
import { say } from '../words.js';
import { useEditing } from './context.js';
import { FieldMark, useInherited } from './origin.js';
import { idFor } from './finding.js';
import { textIn } from './places.js';

export function Questions({ questions, answers }: { readonly questions: Value; readonly answers: Value | undefined }): VNode | null {
  const { locale } = useEditing();
  const list = isList(questions) ? questions.filter(isMap) : [];
  const given = isMap(answers) ? answers : {};
  if (list.length === 0) return null;
  const answered = list.filter((one) => given[idOf(one) ?? ''] !== undefined).length;
  return (
    <section class="sheet" aria-labelledby="c-questions" id="questions">
      <header>
        <h2 id="c-questions" tabindex={-1}>
          {say('questions.title')}
        </h2>
        <span class="quiet small">{say('questions.answered', { answered, all: list.length })}</span>
      </header>
      <div class="pad stack">
        <p class="help">{say('questions.usual')}</p>
        {list.map((one) => (
          <Question key={idOf(one)} question={one} answer={given[idOf(one) ?? '']} words={textIn(one.text, locale)} />
        ))}
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly question: { readonly [key: string]: Value };
  readonly answer: Value | undefined;
  readonly words: string;
}

function Question({ question, answer, words }: QuestionProps): VNode {
  const { edit, locale, readOnly } = useEditing();
  const compared = useInherited(`answers/${idOf(question) ?? ''}`, answer);
  const look = compared === null ? '' : compared.same ? ' as-role' : ' differs';
  const id = idOf(question) ?? '';
  const at = ['answers', id];
  const now = answer ?? question.default;
  const put = (value: Value | null): void => edit(value === null ? { do: 'remove', at } : { do: 'set', at, value });
  if (question.kind === 'yes-no' || question.kind === 'choice') {
    const options: readonly (readonly [Value, string])[] =
      question.kind === 'yes-no'
        ? [
            [true, say('questions.yes')],
            [false, say('questions.no')],
          ]
        : (isList(question.options) ? question.options.filter(isMap) : []).map((one) => [idOf(one) ?? '', textIn(one.text ?? one.label, locale) || (idOf(one) ?? '')]);
    return (
      <fieldset class={`field${look}`} id={idFor(`answers/${id}`)} tabindex={-1}>
        <legend>{words}</legend>
        {options.map(([value, name]) => (
          <label class="choice" key={String(value)}>
            <input type="radio" name={`q-${id}`} checked={now === value} disabled={readOnly} onChange={() => put(value)} />
            {name}
          </label>
        ))}
        <FieldMark at={`answers/${id}`} value={answer} called={words} shown={(one) => options.find(([value]) => value === one)?.[1] ?? ''} />
      </fieldset>
    );
  }
  const number = question.kind === 'number';
  return (
    <div class={`field${look}`}>
      <label for={idFor(`answers/${id}`)}>{words}</label>
      <span />
      <input
        id={idFor(`answers/${id}`)}
        inputMode={number ? 'decimal' : 'text'}
        readOnly={readOnly}
        value={typeof answer === 'object' && answer !== null ? textIn(answer, locale) : answer === undefined ? '' : String(answer)}
        placeholder={question.default === undefined ? say('questions.blank') : typeof question.default === 'object' ? textIn(question.default, locale) : String(question.default)}
        onInput={({ currentTarget: { value } }) => put(value === '' ? null : number && Number.isFinite(Number(value)) ? Number(value) : value)}
      />
    </div>
  );
}
