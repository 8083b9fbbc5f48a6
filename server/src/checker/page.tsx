/** A file that somebody brings, and what there is to say of it. The browser takes files that are dropped on its own field. */
import type { Phrases } from 'rolewright';
import { isAllowed } from '../sign/changes.js';
import { pdfTime } from '../sign/pdf-time.js';
import { changeInWords, timeInWords } from '../http/seal-words.js';
import type { PlainReport, PlainSignature } from '../http/tasks-apart.js';
import { described, Field, Page } from '../signer/layout.js';
import type { View } from '../signer/layout.js';

/** What the register knows of the very bytes. */
export type Standing = 'issued' | 'replaced' | 'withdrawn' | 'unknown';

export interface Checked {
  readonly name: string;
  readonly sha256: string;
  readonly report: PlainReport;
  readonly standing: Standing;
}

export interface CheckProps {
  readonly view: View;
  /** The words of signatures. */
  readonly seal: Phrases;
  readonly checked?: Checked | undefined;
  readonly fault?: string | undefined;
  readonly megabytes: number;
}

export const CheckPage = ({ view, seal, checked, fault, megabytes }: CheckProps) => {
  const { say } = view;
  return (
    <Page view={view} title={checked ? say('resultTitle') : say('title')}>
      <div class="intro">
        <h1>{say('title')}</h1>
        <p class="quiet">{say('lead')}</p>
      </div>
      {checked ? <Result {...{ view, seal, checked }} /> : null}
      <section class="sheet" aria-labelledby="bring-h">
        <h2 id="bring-h">{checked ? say('another') : say('bring')}</h2>
        <form method="post" action={view.base} enctype="multipart/form-data" class="stack">
          <Field id="file" label={say('file')} help={say('fileHint', { megabytes: String(megabytes) })} fault={fault}>
            <input id="file" name="file" type="file" class="drop" accept=".pdf,application/pdf" required {...described('file', true, fault !== undefined)} />
          </Field>
          <button class="button primary">{say('go')}</button>
        </form>
        <p class="small quiet">{say('notKept')}</p>
      </section>
    </Page>
  );
};

const Result = ({ view, seal, checked }: Pick<CheckProps, 'view' | 'seal'> & { readonly checked: Checked }) => {
  const { say, organisation } = view;
  const { report, standing, name, sha256 } = checked;
  const told = integrityOf(report);
  return (
    <section class="sheet" aria-labelledby="result-h">
      <h2 id="result-h">{say('result', { name })}</h2>
      <ul class="verdicts">
        <Verdict look={standing === 'issued' ? 'good' : standing === 'unknown' ? 'plain' : 'warn'} title={say('register')}>
          {say(`standing.${standing}`, { organisation })}
        </Verdict>
        <Verdict look={told === 'whole' ? 'good' : told === 'unsigned' ? 'plain' : 'bad'} title={say('integrity')}>
          {report.fault === null ? say(`told.${told}`) : say('told.unreadable', { fault: seal(`faults.${report.fault}`) })}
        </Verdict>
      </ul>
      {report.signatures.map((one) => (
        <SignatureFacts {...{ view, seal, one }} />
      ))}
      {report.hidden > 0 ? <p>{seal('told.hidden', { n: report.hidden })}</p> : null}
      <p class="small quiet hash">SHA-256 {sha256}</p>
    </section>
  );
};

const Verdict = ({ look, title, children }: { readonly look: 'good' | 'warn' | 'bad' | 'plain'; readonly title: string; readonly children: string }) => (
  <li class={look}>
    <b>{title}</b>
    <span>{children}</span>
  </li>
);

type Integrity = 'whole' | 'changed' | 'broken' | 'unsigned';

/** A seal that holds, one behind which something was changed, one that does not hold, or none. */
function integrityOf({ verdict, signatures, hidden }: PlainReport): Integrity {
  if (verdict === 'unsigned') return 'unsigned';
  if (hidden > 0 || signatures.some(({ changes }) => !changes.every(isAllowed))) return 'changed';
  return signatures.some(({ intact }) => !intact) || verdict === 'invalid' ? 'broken' : 'whole';
}

const SignatureFacts = ({ view, seal, one }: Pick<CheckProps, 'view' | 'seal'> & { readonly one: PlainSignature }) => {
  const { say } = view;
  const { kind, signer, claimed, stamp, stampFault, level, lacks, faults, changes, coversAll, revocation, trust } = one;
  const time = claimed === null ? null : pdfTime(claimed);
  const isStamp = kind === 'time-stamp';
  const lines: readonly (readonly [term: string, words: string] | null)[] = [
    signer && [say('facts.by'), signer.subject],
    signer && [say('facts.issuer'), say('facts.vouched', { issuer: signer.issuer, until: signer.until.toISOString().slice(0, 10) })],
    trust === 'expired' || trust === 'not-yet' ? [say('facts.certificate'), seal(`trust.${trust}`)] : null,
    revocation === 'unknown' ? null : [say('facts.certificate'), seal(`revocation.${revocation}`)],
    !isStamp && time ? [say('facts.claimed'), timeInWords(time)] : null,
    stamp && [say('facts.stamped'), `${timeInWords(stamp.time)}, ${stamp.authority}`],
    stampFault !== null && !isStamp ? [say('facts.stamped'), seal('told.stampFault', { fault: seal(`faults.${stampFault}`) })] : null,
    level === null ? null : [say('facts.level'), say(`levels.${level}`)],
    level === null && !isStamp && !lacks.includes('not-intact')
      ? [say('facts.level'), seal('told.noLevel', { lacks: lacks.map((lack) => seal(`lacks.${lack}`)).join('; ') })]
      : null,
    ...faults.map((code) => [say('facts.fault'), seal(`faults.${code}`)] as const),
    coversAll ? [say('facts.after'), say('facts.nothing')] : null,
    !coversAll && faults.length === 0 && changes.length === 0 ? [say('facts.after'), seal('told.nothingSeen')] : null,
    ...changes.map((change) => [say('facts.after'), changeInWords(change, seal)] as const),
  ];
  return (
    <div class="stack">
      <h3>{say(isStamp ? 'stampTitle' : 'sealTitle')}</h3>
      <dl class="facts">
        {lines.flatMap((line) =>
          line ? [
            <div>
              <dt>{line[0]}</dt>
              <dd>{line[1]}</dd>
            </div>,
          ] : [],
        )}
      </dl>
      {signer && !isStamp ? <p class="small quiet">{say('whoIsNotProved')}</p> : null}
    </div>
  );
};
