/** Whether answers fit the questions that they answer: what does not fit would take entries out of papers without a word. */
import { nearest } from '../diagnostic/nearest.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';

/** Findings at the answers, `pointer` being that of the map that holds them; answers to questions of other roles are left. */
export function misfits(answers: unknown, questions: unknown, pointer: string): Finding[] {
  if (!isRecord(answers) || !Array.isArray(questions)) return [];
  return questions
    .filter(isRecord)
    .filter(({ id }) => typeof id === 'string' && Object.hasOwn(answers, id))
    .flatMap((question) => misfit(answers[String(question.id)], question, pointer + segment(String(question.id))));
}

/** A finding where an answer is none to this question. */
export function misfit(answer: unknown, question: Readonly<Record<string, unknown>>, pointer: string): Finding[] {
  const { id, kind } = question;
  const options = Array.isArray(question.options) ? question.options.filter(isRecord).map((one) => String(one.id)) : [];
  const fits: Record<string, boolean> = {
    'yes-no': typeof answer === 'boolean',
    number: typeof answer === 'number',
    choice: typeof answer === 'string' && options.includes(answer),
    text: typeof answer === 'string' || isRecord(answer),
  };
  if (typeof kind !== 'string' || !Object.hasOwn(fits, kind) || fits[kind]) return [];
  const value = quoted(answer);
  const near = kind === 'choice' ? nearest(value, options) : '';
  return [
    finding('answer-not-fitting', pointer, {
      value,
      question: String(id),
      kind: kind.replaceAll('-', '_'),
      nearest: near,
      known: options.join(', '),
    }),
  ];
}
