/** Answers to the questions of a role, in words: what stands in a text where the question is named in braces. */
import { formatMoney } from '../language/money.js';
import type { Phrases } from '../language/phrases.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import type { Settlement } from '../role/settle.js';
import type { Question, Text } from '../role/role.generated.js';

export interface Answering {
  readonly questions: readonly Question[];
  readonly answers: Settlement;
  readonly phrase: Phrases;
  readonly jurisdiction: Jurisdiction;
  readonly tag: string;
  say(text: Text): string;
}

/** A text with its questions answered; a blank form gets a line to write on, with the unit beside it. */
export function filled(text: string, context: Answering): string {
  if (!text.includes('{')) return text;
  return text.replace(/\{([a-z0-9-]+)\}/g, (whole, id: string) => {
    const question = context.questions.find((one) => one.id === id);
    return question ? answerInWords(question, context) : whole;
  });
}

function answerInWords(question: Question, { answers, phrase, jurisdiction, tag, say }: Answering): string {
  const { unit = 'count', kind } = question;
  const answer = answers?.[question.id];
  if (answer === undefined) return phrase('answer.open', { unit: unit.replaceAll('-', '_') });
  const chosen = kind === 'choice' ? (question.options ?? []).find(({ id }) => id === answer) : undefined;
  if (chosen) return say(chosen.text);
  if (typeof answer === 'number')
    return unit === 'money' ? formatMoney(answer, jurisdiction.currency ?? null, tag) : phrase(`answer.${unit}`, { value: answer });
  if (typeof answer === 'boolean') return phrase(answer ? 'answer.yes' : 'answer.no');
  return typeof answer === 'string' && kind !== 'text' ? answer : say(answer);
}
