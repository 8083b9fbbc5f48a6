/** What was noted wrongly of a person is put right, and what keeps their data; each in a dialog of its own. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post, put } from '../api.js';
import { Act } from '../parts/act.js';
import { Line } from '../parts/fields.js';
import { say } from '../words.js';
import { paperNamed, Second, unknownSecond } from './person-acts.js';
import type { Doing, WithPaper } from './person-acts.js';

type OfPerson = Doing & { onDone(): void };

/** Noted by mistake: of somebody else, or of a paper that nobody was shown. Where voiding takes two, so does this. */
export function UndoAcknowledgement({ person, paper, onClose, onDone }: WithPaper): VNode {
  const { voidByTwo } = person.rules;
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState('');
  return (
    <Act
      title={say('undo.title')}
      lead={say('undo.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('undo.submit')}
      danger
      ready={reason.trim() !== '' && (!voidByTwo || second.trim() !== '')}
      asks={unknownSecond}
      run={(key, sure) => post(`hr/requests/${paper.request?.id}/undo`, { reason: reason.trim(), sure, ...(second.trim() !== '' && { second: second.trim() }) }, { key })}
      {...{ onClose, onDone }}
    >
      <Line label={say('undo.reason')} value={reason} long required onInput={setReason} />
      {voidByTwo ? <Second name={second} onName={setSecond} /> : null}
    </Act>
  );
}

interface WhyProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly submit: string;
  /** What is asked for it. */
  readonly path: string;
  readonly danger?: boolean;
  onClose(): void;
  onDone(): void;
}

/** A dialog that asks for nothing but why. */
function Why({ label, path, ...act }: WhyProps): VNode {
  const [reason, setReason] = useState('');
  return (
    <Act ready={reason.trim() !== ''} run={(key) => post(path, { reason: reason.trim() }, { key })} {...act}>
      <Line label={label} value={reason} long required onInput={setReason} />
    </Act>
  );
}

export function UndoLeaving({ person: { id, name }, onClose, onDone }: OfPerson): VNode {
  return (
    <Why
      title={say('unleave.title')}
      lead={say('unleave.lead', { name })}
      label={say('unleave.reason')}
      submit={say('unleave.submit')}
      path={`../people/${id}/leaving/undoing`}
      {...{ onClose, onDone }}
    />
  );
}

export function Hold({ person: { id, name, held }, onClose, onDone }: OfPerson): VNode {
  const path = `../people/${id}/hold`;
  return held ? (
    <Why
      title={say('release.title')}
      lead={say('release.lead', { name })}
      label={say('release.reason')}
      submit={say('release.submit')}
      path={`${path}/release`}
      danger
      {...{ onClose, onDone }}
    />
  ) : (
    <Why title={say('hold.title')} lead={say('hold.lead', { name })} label={say('hold.reason')} submit={say('hold.submit')} {...{ path, onClose, onDone }} />
  );
}

export function UndoMove({ person, onClose, onDone }: OfPerson): VNode {
  const now = person.posts.filter((one) => one.here).map(({ name }) => name);
  return (
    <Act title={say('unmove.title')} lead={say('unmove.lead', { name: person.name, posts: now.join('; ') })} submit={say('unmove.submit')} danger run={(key) => post(`../people/${person.id}/move/undoing`, undefined, { key })} {...{ onClose, onDone }} />
  );
}

/** The personnel number, and where links go: an empty address is taken away. */
export function Particulars({ person, onClose, onDone }: OfPerson): VNode {
  const [number, setNumber] = useState(person.number ?? '');
  const [email, setEmail] = useState(person.email ?? '');
  const [phone, setPhone] = useState(person.phone ?? '');
  const hasLeft = person.leftOn !== null;
  const changed = (now: string, before: string | null): boolean => now.trim() !== (before ?? '');
  const run = async (): Promise<void> => {
    if (changed(number, person.number)) await put(`../people/${person.id}/number`, { number: number.trim() });
    const contact = {
      ...(changed(email, person.email) && { email: email.trim() === '' ? null : email.trim() }),
      ...(changed(phone, person.phone) && { phone: phone.trim() === '' ? null : phone.trim() }),
    };
    if (Object.keys(contact).length > 0) await put(`../people/${person.id}/contact`, contact);
  };
  return (
    <Act title={say('particulars.title')} lead={say('particulars.lead', { name: person.name })} submit={say('particulars.submit')} ready={person.number === null || number.trim() !== ''} run={run} {...{ onClose, onDone }}>
      <Line label={say('columns.number')} help={say('particulars.numberHint')} most={100} value={number} onInput={setNumber} />
      {hasLeft ? null : (
        <>
          <Line label={say('person.email')} help={say('particulars.emailHint')} most={254} value={email} onInput={setEmail} />
          <Line label={say('person.phone')} most={40} value={phone} onInput={setPhone} />
        </>
      )}
    </Act>
  );
}
