/** Something that is told this once: a link, a key. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { say } from '../words.js';

export interface OnceToldProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly secret: string;
  onClose(): void;
}

export function OnceTold({ title, lead, label, secret, onClose }: OnceToldProps): VNode {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="quiet">{lead}</p>
      <div class="field">
        <label for="told-once">{label}</label>
        <input id="told-once" type="text" class="hash" readOnly value={secret} onFocus={({ currentTarget }) => currentTarget.select()} />
      </div>
      <div class="acts ends">
        <span role="status" class="quiet">
          {copied ? say('once.copied') : ''}
        </span>
        <button type="button" class="button" onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
          <Icon name="file" />
          {say('once.copy')}
        </button>
        <button type="button" class="button primary" onClick={onClose}>
          {say('act.close')}
        </button>
      </div>
    </Dialog>
  );
}
