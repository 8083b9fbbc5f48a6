/** The slip with a link that is handed over: its code only opens the page; who answers is shown by what is not printed. */
import { paragraph } from 'rolewright';
import type { Document } from 'rolewright';
import type { PaperSetting } from './words.js';

export interface LinkSlip {
  readonly name: string;
  readonly document: string;
  readonly due: string | null;
  /** The whole address. */
  readonly link: string;
  /** Where the code can be typed. */
  readonly address: string;
  readonly code: string;
  readonly until: string;
  readonly by: string;
}

const kind = 'link-slip';
/** mm: read by a telephone at arm’s length. */
const codeSize = 38;

export function linkSlip({ name, document, due, link, address, code, until, by }: LinkSlip, setting: PaperSetting): Document {
  const { phrase, words, date, organisation } = setting;
  const title = phrase('slip.title');
  return {
    ...setting.start,
    kind,
    title: `${title}: ${document}`,
    subject: title,
    keywords: [],
    role: { id: kind, version: '' },
    blocks: [
      ...(organisation === '' ? [] : [paragraph([words(organisation)], 'requisite')]),
      { type: 'title', lines: [[words(title)]] },
      {
        type: 'facts',
        rows: [
          { label: [words(phrase('slip.name'))], value: [words(name)] },
          { label: [words(phrase('slip.document'))], value: [words(document)] },
          ...(due === null ? [] : [{ label: [words(phrase('slip.due'))], value: [words(date(due, 'long'))] }]),
        ],
      },
      paragraph([words(phrase('slip.how'))]),
      setting.code(link, { size: codeSize, align: 'left', alt: phrase('slip.alt') }),
      paragraph([words(phrase('slip.type', { address }))]),
      paragraph([words(code, { strong: true })]),
      paragraph([words(phrase('slip.until', { day: date(until, 'long') }))], 'note'),
      paragraph([words(phrase('slip.secret', { by }))], 'note'),
    ],
  };
}
