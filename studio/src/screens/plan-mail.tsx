/** Links to an onboarding, sent by mail to whom each is for. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Tick } from '../parts/fields.js';
import type { PlanMailed } from '../types.js';
import { say } from '../words.js';

/** Whom a link can be for. */
export const planReaders = [
  { id: 'new-hire', name: 'own' },
  { id: 'mentor', name: 'mentor' },
  { id: 'head', name: 'head' },
] as const;

interface PlanMailProps {
  /** Whose plan it is. */
  readonly name: string;
  readonly hasMentor: boolean;
  readonly path: string;
  /** What the path does not say. */
  readonly body: object;
  onClose(): void;
}

export function PlanMail({ name, hasMentor, path, body, onClose }: PlanMailProps): VNode {
  const [readers, setReaders] = useState<readonly string[]>(planReaders.map(({ id }) => id).filter((id) => hasMentor || id !== 'mentor'));
  const [told, setTold] = useState<PlanMailed | null>(null);
  return (
    <Act title={say('newcomers.mailFor', { name })} lead={say('newcomers.mailLead')} submit={say('newcomers.mailSend')} ready={told === null && readers.length > 0} run={async (key) => setTold(await post<PlanMailed>(path, { ...body, readers }, { key }))} onClose={onClose}>
      {told === null ? (
        planReaders.map(({ id, name: word }) => (
          <Tick key={id} label={say(`newcomers.readers.${word}`)} on={readers.includes(id)} onTick={(on) => setReaders(on ? [...readers, id] : readers.filter((one) => one !== id))} />
        ))
      ) : (
        <div role="status" class="stack tight">
          {told.sent.map((one) => (
            <p key={one.reader}>{say('newcomers.mailed', { name: one.name, to: one.to })}</p>
          ))}
          {told.without.map((one) => (
            <p key={one.reader}>{say('newcomers.unmailed', { name: one.name })}</p>
          ))}
        </div>
      )}
    </Act>
  );
}
