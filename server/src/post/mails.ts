/** The words of mails: text, and the same as plain HTML. A mail has a link, never an attachment. */
import type { Phrases } from 'rolewright';

/**
 * request, reminder: to whoever is to answer; code: a one-time code; copy: where the copy is; declined, question: to personnel and
 * heads; spent: to personnel, that a link ended by wrong PINs; plan: the link to an onboarding; test: whether mails arrive.
 */
export const mailKinds = ['request', 'reminder', 'code', 'copy', 'declined', 'question', 'spent', 'plan', 'test'] as const;
export type MailKind = (typeof mailKinds)[number];

/** Mails that bring a link. */
export const withLink = (kind: MailKind): boolean => kind === 'request' || kind === 'reminder' || kind === 'copy';

/** What the words need. Texts of people are set in as they are, and stay text. */
export type MailFacts = Readonly<Record<string, string>>;

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What is known of a name; `none` for what is not. */
export interface NamesTold {
  readonly name: string;
  readonly first: string;
  readonly middle: string;
}

/** As somebody is addressed in a letter in the language of `say`; by the whole name where no first name is known. */
export const addressed = ({ name, first, middle }: NamesTold, say: Phrases): string =>
  first === 'none' ? name : say('addressed', { first, middle });

/** The facts with the name as it is addressed, where the mail names a person so. */
const withAddress = (facts: MailFacts, say: Phrases): MailFacts => {
  const { name, first, middle } = facts;
  return name === undefined || first === undefined || middle === undefined
    ? facts
    : { ...facts, name: addressed({ name, first, middle }, say) };
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** `action` is the link or the code. Paragraphs of a mail are parted by empty lines, and one of them is `→` alone: there it stands. */
export function mailWords(
  kind: MailKind,
  told: MailFacts,
  action: string,
  { say, language }: { readonly say: Phrases; readonly language: string },
): MailWords {
  const facts = withAddress(told, say);
  const subject = say(`${kind}.subject`, facts).replace(/\s+/g, ' ').trim();
  const paragraphs = say(`${kind}.body`, facts)
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);
  const text = paragraphs.map((one) => (one === '→' ? action : one)).join('\n\n');
  const shown =
    kind === 'code'
      ? `<strong>${escaped(action)}</strong>`
      : `<a href="${escaped(action)}">${escaped(say(kind === 'plan' ? 'plan.open' : 'open'))}</a>`;
  const html = paragraphs.map((one) => `<p>${one === '→' ? shown : escaped(one).replaceAll('\n', '<br>')}</p>`).join('\n');
  return {
    subject,
    text: `${text}\n`,
    html: `<!DOCTYPE html>\n<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>\n${html}\n</body></html>\n`,
  };
}
