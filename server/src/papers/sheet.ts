/** The sheet on which one person signs for one document, with the code by which its scan is known again. */
import { paragraph } from 'rolewright';
import type { Block, Document, Fact } from 'rolewright';
import type { PaperSetting } from './words.js';

export interface SignSheet {
  /** Opaque: it says nothing of the person or the paper. */
  readonly code: string;
  readonly document: { readonly name: string; readonly number: string | null; readonly date: string | null };
  readonly version: string;
  readonly name: string;
  /** The personnel number, which tells people of one name apart; null where there is none. */
  readonly number: string | null;
  /** As it stands beside a signature. */
  readonly signedName: string;
  readonly post: string | null;
  readonly due: string | null;
  /** The very words that the signature stands for. */
  readonly statement: string;
}

const kind = 'signing-sheet';
/** mm: read by a phone and by scanners of 200 dots to the inch. */
const codeSize = 28;

export function signSheet(sheet: SignSheet, setting: PaperSetting): Document {
  const { phrase, words, date, organisation } = setting;
  const { name, number, date: dated } = sheet.document;
  const document = phrase('document.named', { name, number: number ?? 'none', date: dated === null ? 'none' : date(dated) });
  const fact = (label: string, value: string): Fact => ({ label: [words(phrase(`sheet.${label}`))], value: [words(value)] });
  const title = phrase('sheet.title');
  const blocks: Block[] = [
    ...(organisation === '' ? [] : [paragraph([words(organisation)], 'requisite')]),
    { type: 'title', lines: [[words(title)]] },
    {
      type: 'facts',
      rows: [
        fact('employee', phrase('journal.reader', { name: sheet.name, number: sheet.number ?? 'none' })),
        ...(sheet.post === null ? [] : [fact('post', sheet.post)]),
        fact('document', document),
        fact('version', sheet.version),
        ...(sheet.due === null ? [] : [fact('due', date(sheet.due, 'long'))]),
      ],
    },
    paragraph([words(sheet.statement)]),
    {
      type: 'signature',
      id: 'employee',
      lead: [],
      cells: [
        {
          share: 3,
          content: [{ type: 'field', name: 'employee-signature', label: phrase('sheet.signature-label'), kind: 'signature', width: 0 }],
          caption: phrase('captions.signature'),
        },
        { share: 4, content: [words(sheet.signedName)], caption: phrase('captions.name') },
        {
          share: 3,
          content: [{ type: 'field', name: 'employee-date', label: phrase('sheet.date-label'), kind: 'date', width: 0 }],
          caption: phrase('captions.date'),
        },
      ],
    },
    paragraph([words(phrase('sheet.refusal'))], 'note'),
    paragraph([words(phrase('sheet.code', { code: sheet.code }), { strong: true })], 'note'),
    setting.code(sheet.code, { size: codeSize, align: 'left', alt: phrase('sheet.code-alt', { code: sheet.code }) }),
    paragraph([words(phrase('sheet.return'))], 'note'),
  ];
  return {
    ...setting.start,
    kind,
    title: `${phrase('sheet.kind')}: ${document}`,
    subject: phrase('sheet.kind'),
    keywords: [],
    role: { id: kind, version: sheet.version },
    identity: setting.identity(phrase('sheet.kind'), [sheet.code]),
    blocks,
  };
}
