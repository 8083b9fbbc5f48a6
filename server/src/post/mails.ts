/** The words of mails: text, and the same as plain HTML. A mail has a link, never an attachment. */
import type { Phrases } from 'rolewright';

/**
 * request, reminder: to whoever is to answer; code: a one-time code; copy: where the copy is; declined, question: to personnel and
 * heads; spent: to personnel, that a link ended by wrong PINs; test: whether mails arrive.
 */
export const mailKinds = ['request', 'reminder', 'code', 'copy', 'declined', 'question', 'spent', 'test'] as const;
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

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** `action` is the link or the code. Paragraphs of a mail are parted by empty lines, and one of them is `→` alone: there it stands. */
export function mailWords(
  kind: MailKind,
  facts: MailFacts,
  action: string,
  { say, language }: { readonly say: Phrases; readonly language: string },
): MailWords {
  const subject = say(`${kind}.subject`, facts).replace(/\s+/g, ' ').trim();
  const paragraphs = say(`${kind}.body`, facts)
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);
  const text = paragraphs.map((one) => (one === '→' ? action : one)).join('\n\n');
  const shown = kind === 'code' ? `<strong>${escaped(action)}</strong>` : `<a href="${escaped(action)}">${escaped(say('open'))}</a>`;
  const html = paragraphs.map((one) => `<p>${one === '→' ? shown : escaped(one).replaceAll('\n', '<br>')}</p>`).join('\n');
  return {
    subject,
    text: `${text}\n`,
    html: `<!DOCTYPE html>\n<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>\n${html}\n</body></html>\n`,
  };
}
