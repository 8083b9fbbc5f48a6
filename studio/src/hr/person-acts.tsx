/** What is recorded of a person’s answer: each in a dialog of its own, with the rule that holds for it. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { bring, drop, fetchFile, post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line, Tick } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { say } from '../words.js';
import type { Beginnings, PaperLine, PersonPage } from './types.js';

export interface Doing {
  readonly person: PersonPage;
  readonly beginnings: Beginnings;
  onClose(): void;
}

export interface WithPaper extends Doing {
  readonly paper: PaperLine;
  onDone(): void;
}

export const paperNamed = ({ name, number }: PaperLine): string => `${name}, ${number}`;

/** What is asked back of a second person’s name: somebody from outside is right all the same. */
export const unknownSecond: readonly string[] = ['register-second-unknown'];

/** Who decides with whoever sits here, where it takes two. */
export const Second = ({ name, onName }: { readonly name: string; onName(name: string): void }): VNode => (
  <Line label={say('void.second')} help={say('void.secondHint')} value={name} required onInput={onName} />
);

/** In person: the very words, the day, and how it was known who it is. */
export function Acknowledge({ person, paper, beginnings, onClose, onDone }: WithPaper): VNode {
  const [on, setOn] = useState(beginnings.today);
  const [identifiedBy, setIdentifiedBy] = useState('');
  const { request } = paper;
  return (
    <Act
      title={say('acknowledge.title')}
      lead={say('acknowledge.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('acknowledge.submit')}
      ready={on !== ''}
      run={(key) => post(`../requests/${request?.id}/acknowledgement`, { on, ...(identifiedBy.trim() !== '' && { identifiedBy: identifiedBy.trim() }) }, { key })}
      {...{ onClose, onDone }}
    >
      <blockquote class="quote" lang={request?.language}>
        {request?.statement}
      </blockquote>
      <Line label={say('acknowledge.on')} help={say('acknowledge.onHint')} type="date" value={on} max={beginnings.today} min={paper.dated} required onInput={setOn} />
      <Line label={say('acknowledge.identified')} help={say('acknowledge.identifiedHint')} value={identifiedBy} onInput={setIdentifiedBy} />
    </Act>
  );
}

/** In person too: the person does not agree, which is no refusal to sign. */
export function Disagree({ person, paper, beginnings, onClose, onDone }: WithPaper): VNode {
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(beginnings.today);
  const [identifiedBy, setIdentifiedBy] = useState('');
  return (
    <Act
      title={say('disagree.title')}
      lead={say('disagree.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('disagree.submit')}
      ready={on !== '' && reason.trim() !== ''}
      run={(key) => post(`../requests/${paper.request?.id}/disagreement`, { reason: reason.trim(), on, ...(identifiedBy.trim() !== '' && { identifiedBy: identifiedBy.trim() }) }, { key })}
      {...{ onClose, onDone }}
    >
      <Line label={say('disagree.reason')} help={say('disagree.reasonHint')} value={reason} long required onInput={setReason} />
      <Line label={say('acknowledge.on')} type="date" value={on} max={beginnings.today} min={paper.dated} required onInput={setOn} />
      <Line label={say('acknowledge.identified')} help={say('acknowledge.identifiedHint')} value={identifiedBy} onInput={setIdentifiedBy} />
    </Act>
  );
}

interface Witness {
  readonly name: string;
  readonly post: string;
}

/** What the record of a refusal waits for; null once it is made. */
type Waits = 'witnesses' | 'words' | null;

/** Not signed: the reason, and where the country wants an act, those who saw it; or what is on record of it is put right. */
export function Refuse({ person, paper, beginnings, amends = false, onClose, onDone }: Omit<WithPaper, 'onDone'> & { readonly amends?: boolean; onDone(waits: Waits): void }): VNode {
  const law = paper.request?.refusal ?? { act: false, witnesses: 0 };
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(beginnings.today);
  const [close, setClose] = useState(false);
  const waits = useRef<Waits>(null);
  /** Where neither is said, somebody has to say that there is no more. */
  const mayClose = !amends && !law.act && reason.trim() === '';
  const [witnesses, setWitnesses] = useState<readonly Witness[]>(() => Array.from({ length: Math.max(law.witnesses, 1) }, () => ({ name: '', post: '' })));
  const set = (at: number, part: Partial<Witness>): void => setWitnesses((before) => before.map((one, other) => (other === at ? { ...one, ...part } : one)));
  const named = witnesses.filter(({ name }) => name.trim() !== '').map(({ name, post }) => ({ name: name.trim(), ...(post.trim() !== '' && { post: post.trim() }) }));
  return (
    <Act
      title={say(amends ? 'refuse.amend' : 'refuse.title')}
      lead={say(amends ? 'refuse.amendLead' : 'refuse.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('refuse.submit')}
      ready={on !== ''}
      run={async (key) => {
        const said = { on, ...(reason.trim() !== '' && { reason: reason.trim() }), ...(named.length > 0 && { witnesses: named }), ...(mayClose && close && { close }) };
        ({ waits: waits.current } = await post<{ readonly waits: Waits }>(`../requests/${paper.request?.id}/refusal${amends ? '/amendment' : ''}`, said, { key }));
      }}
      onDone={() => onDone(waits.current)}
      onClose={onClose}
    >
      <Line label={say('refuse.reason')} help={say('refuse.reasonHint')} value={reason} long onInput={setReason} />
      {mayClose && named.length === 0 ? <Tick label={say('refuse.close')} on={close} onTick={setClose} /> : null}
      <Line label={say('refuse.on')} type="date" value={on} max={beginnings.today} required onInput={setOn} />
      {law.act || law.witnesses > 0 ? null : <p class="quiet">{say('refuse.note')}</p>}
      <fieldset class="field">
          <legend>{say('refuse.witnesses')}</legend>
          <p class="help">{law.act || law.witnesses > 0 ? say('refuse.law', { n: law.witnesses }) : say('refuse.anyWitness')}</p>
          {witnesses.map(({ name, post }, at) => (
            <div class="grid" key={at}>
              <Line label={say('refuse.witness', { n: at + 1 })} value={name} onInput={(value) => set(at, { name: value })} />
              <Line label={say('refuse.post')} value={post} onInput={(value) => set(at, { post: value })} />
            </div>
          ))}
      </fieldset>
    </Act>
  );
}

/** The signed sheet, as it came from the scanner. */
export function Scan({ person, paper, onClose, onDone }: WithPaper): VNode {
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Act
      title={say('scan.title')}
      lead={say('scan.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('scan.submit')}
      ready={file !== null}
      run={(key) => bring(`../requests/${paper.request?.id}/scan`, file ?? new Blob(), {}, key)}
      {...{ onClose, onDone }}
    >
      <div
        class="field"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          setFile(event.dataTransfer?.files[0] ?? null);
        }}
      >
        <label for="scan-file">{say('scan.file')}</label>
        <p class="help" id="scan-file-h">
          {say('scan.fileHint')}
        </p>
        <input ref={input} id="scan-file" type="file" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="scan-file-h" onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)} />
      </div>
    </Act>
  );
}

/** The second look: whether the scan is that of this paper, and signed. */
export function Check({ person, paper, beginnings, onClose, onDone }: WithPaper): VNode {
  const { scanByTwo } = person.rules;
  const [by, setBy] = useState(scanByTwo ? '' : beginnings.me);
  const [on, setOn] = useState(beginnings.today);
  const [matches, setMatches] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const request = paper.request?.id ?? '';
  return (
    <Act
      title={say('check.title')}
      wide
      lead={say('check.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say(matches === false ? 'check.reject' : 'check.submit')}
      danger={matches === false}
      ready={by.trim() !== '' && matches !== null && (matches ? on !== '' : reason.trim() !== '')}
      asks={unknownSecond}
      run={(key, sure) => post(`hr/requests/${request}/check`, { matches, by: by.trim(), sure, ...(matches ? { on } : { reason: reason.trim() }) }, { key })}
      {...{ onClose, onDone }}
    >
      <ScanShown request={request} />
      <fieldset class="field">
        <legend>{say('check.question')}</legend>
        {([true, false] as const).map((one) => (
          <label class="choice" key={String(one)}>
            <input type="radio" name="matches" checked={matches === one} onChange={() => setMatches(one)} />
            {say(one ? 'check.yes' : 'check.no')}
          </label>
        ))}
      </fieldset>
      <div class="grid">
        <Line label={say('check.by')} help={say(scanByTwo ? 'check.byTwo' : 'check.byOne')} value={by} required onInput={setBy} />
        {matches !== false ? (
          <Line label={say('check.on')} help={say('check.onHint')} type="date" value={on} max={beginnings.today} min={paper.dated} required onInput={setOn} />
        ) : (
          <Line label={say('check.why')} value={reason} required onInput={setReason} />
        )}
      </div>
    </Act>
  );
}

/** Pictures are shown; what else it is, the browser opens beside. */
function ScanShown({ request }: { readonly request: string }): VNode | null {
  const [scan, setScan] = useState<{ readonly url: string; readonly isPicture: boolean } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let url = '';
    let isOver = false;
    fetchFile(`hr/requests/${request}/scan`)
      .then(({ bytes }) => {
        if (isOver) return;
        url = URL.createObjectURL(bytes);
        setScan({ url, isPicture: bytes.type.startsWith('image/') });
      })
      .catch(setError);
    return () => {
      isOver = true;
      URL.revokeObjectURL(url);
    };
  }, [request]);
  if (error !== null) return <Problems error={error} />;
  if (scan === null) return <p class="quiet">{say('looking.scan')}</p>;
  return (
    <div class="scan">
      {scan.isPicture ? <img src={scan.url} alt={say('check.picture')} /> : null}
      <a class="button slim" href={scan.url} target="_blank" rel="noopener">
        <Icon name="scan" />
        {say('check.see')}
      </a>
    </div>
  );
}

export function Cancel({ person, paper, onClose, onDone }: WithPaper): VNode {
  const [reason, setReason] = useState('');
  return (
    <Act
      title={say('cancel.title')}
      lead={say('cancel.lead', { name: person.name, paper: paperNamed(paper) })}
      submit={say('cancel.submit')}
      danger
      ready={reason.trim() !== ''}
      run={(key) => post(`../requests/${paper.request?.id}/cancellation`, { reason: reason.trim() }, { key })}
      {...{ onClose, onDone }}
    >
      <Line label={say('cancel.reason')} value={reason} long required onInput={setReason} />
    </Act>
  );
}

export function Void({ person, paper, onClose, onDone }: WithPaper): VNode {
  const { voidByTwo } = person.rules;
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState('');
  return (
    <Act
      title={say('void.title')}
      lead={say('void.lead', { paper: paperNamed(paper) })}
      submit={say('void.submit')}
      danger
      ready={reason.trim() !== '' && (!voidByTwo || second.trim() !== '')}
      asks={[...unknownSecond, 'register-void-asks']}
      run={(key, sure) => post(`hr/documents/${paper.document}/void`, { reason: reason.trim(), sure, ...(second.trim() !== '' && { second: second.trim() }) }, { key })}
      {...{ onClose, onDone }}
    >
      <Line label={say('void.reason')} help={say('void.reasonHint')} value={reason} long required onInput={setReason} />
      {voidByTwo ? <Second name={second} onName={setSecond} /> : null}
    </Act>
  );
}

/** Where another has asked for it at their own desk: whoever sits here decides, or lets nothing come of it. */
export function ConfirmVoid({ paper, voiding, onClose, onDone, onDropped }: Omit<WithPaper, 'person' | 'beginnings'> & { readonly voiding: NonNullable<PaperLine['voiding']>; onDropped(): void }): VNode {
  const [wrong, setWrong] = useState<unknown>(null);
  const path = `../documents/${paper.document}/voiding`;
  const more = (
    <button type="button" class="button" onClick={() => void drop(`${path}/asking`).then(onDropped, setWrong)}>
      {say('void.drop')}
    </button>
  );
  return (
    <Act title={say('void.title')} lead={say('void.asked', { paper: paperNamed(paper), by: voiding.by ?? '–' })} submit={say('void.submit')} danger more={more} run={(key) => post(`${path}/confirmation`, { seen: voiding.seq }, { key })} {...{ onClose, onDone }}>
      <blockquote class="quote">{voiding.reason ?? '–'}</blockquote>
      {wrong === null ? null : <Problems error={wrong} />}
    </Act>
  );
}

export function Leave({ person, beginnings, onClose, onDone }: Doing & { onDone(): void }): VNode {
  const [on, setOn] = useState(beginnings.today);
  return (
    <Act
      title={say('leave.title')}
      lead={say('leave.lead', { name: person.name })}
      submit={say('leave.submit')}
      danger
      ready={on !== ''}
      asks={['register-leave-asks']}
      run={(key, sure) => post(`../people/${person.id}/leaving`, { on, sure }, { key })}
      {...{ onClose, onDone }}
    >
      <Line label={say('leave.on')} type="date" value={on} required onInput={setOn} />
    </Act>
  );
}
