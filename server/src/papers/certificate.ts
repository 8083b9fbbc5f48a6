/** The evidence of an answer by a link as a page to read and keep, in the language of whoever answered. */
import { paragraph } from 'rolewright';
import type { Block, Document, Fact } from 'rolewright';
import type { Evidence } from '../register/evidence.js';
import type { PaperSetting } from './words.js';

const kind = 'answer-record';

export interface Certifying {
  /** That of the evidence as it is kept. */
  readonly sha256: string;
  /** Whether the organisation seals the page. */
  readonly isSealed: boolean;
}

export function certificate(evidence: Evidence, { sha256, isSealed }: Certifying, setting: PaperSetting): Document {
  const { phrase, words, date, organisation } = setting;
  const { document, held, person, identification, times, device, rules, after } = evidence;
  const fact = (label: string, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ label: [words(phrase(`certificate.${label}`))], value: [words(value)] }];
  const moment = (of: { readonly utc: string; readonly local: string } | null): string | null =>
    of === null ? null : phrase('certificate.moment', { utc: of.utc.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'), local: of.local });
  const title = phrase('certificate.title', { outcome: evidence.outcome });
  const named = phrase('document.named', { name: document.title, number: document.number, date: date(document.dated) });
  const section = (id: string, facts: readonly Fact[]): Block => ({
    ...{ type: 'section', id, level: 1, number: null, breakBefore: false, heading: [words(phrase(`certificate.${id}`))] },
    children: [{ type: 'facts', rows: facts }],
  });
  const proof = phrase(`certificate.proof-${identification.proof}`, {
    to: identification.codeTo ?? 'none',
    set: identification.pinSet?.slice(0, 10) ?? 'none',
  });
  const blocks: Block[] = [
    ...(organisation === '' ? [] : [paragraph([words(organisation)], 'requisite')]),
    { type: 'title', lines: [[words(title)]] },
    paragraph([
      words(evidence.outcome === 'acknowledged' ? evidence.statement : phrase('certificate.reason', { words: evidence.statement }), {
        strong: true,
      }),
    ]),
    {
      type: 'facts',
      rows: [
        ...fact('person', person.name),
        ...fact('document', named),
        ...fact('version', document.version),
        ...fact('held', held === null ? null : phrase('certificate.held-version', { version: held.version, number: held.number })),
      ],
    },
    section('known', [
      ...fact('link', phrase(`certificate.link-${identification.channel}`, { given: identification.given })),
      ...fact('proof', proof),
      ...fact('address', device?.address ?? null),
      ...fact('agent', device?.agent ?? null),
    ]),
    section('times', [
      ...fact('requested', moment(times.requested)),
      ...fact('sent', moment(times.sent)),
      ...fact('opened', moment(times.opened)),
      ...fact('identified', moment(times.identified)),
      ...fact('answered', moment(times.answered)),
      ...fact('stamp', phrase(isSealed ? 'certificate.stamp-of-seal' : 'certificate.no-stamp')),
    ]),
    section('marks', [
      ...document.files.filter(({ format }) => format === 'pdf').flatMap((file) => fact('pdf', grouped(file.sha256))),
      ...fact('shown', document.shown === null ? null : grouped(document.shown)),
      ...fact('evidence', grouped(sha256)),
      ...fact('chain', phrase('certificate.chain-after', { seq: after.seq, hash: grouped(after.hash) })),
      ...fact('laws', rules.laws?.join('; ') ?? null),
      ...fact('regulation', rules.regulation ?? phrase('certificate.no-regulation')),
      ...fact('software', evidence.software),
    ]),
    paragraph([words(phrase('certificate.note'))], 'note'),
    ...(isSealed ? [paragraph([words(phrase('certificate.sealed'))], 'note')] : []),
  ];
  return {
    ...setting.start,
    kind,
    title: `${title}: ${named}`,
    subject: title,
    keywords: [],
    role: { id: kind, version: document.version },
    identity: setting.identity(title, [person.name]),
    blocks,
  };
}

/** Sixty-four digits in groups, which lines can be broken between. */
const grouped = (sha256: string): string => sha256.replace(/(.{8})(?=.)/g, '$1 ');
