/** The colour and the font of the organisation’s papers, shown as they are chosen. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Pick } from '../parts/fields.js';
import { say } from '../words.js';
import type { FirstSteps } from './types.js';

/** Of the layouts, where the organisation has none. */
const usual = '#1B4B73';

export interface BrandProps {
  readonly steps: FirstSteps;
  onClose(): void;
  onDone(): void;
}

export function Brand({ steps: { organisation, brand }, onClose, onDone }: BrandProps): VNode {
  const [accent, setAccent] = useState(brand.accent === null ? usual : `#${brand.accent}`);
  const [font, setFont] = useState<string>(brand.font ?? '');
  const said = (own: boolean): object => ({ accent: own ? accent.slice(1).toUpperCase() : null, font: font === '' ? null : font });
  return (
    <Act
      title={say('brand.title')}
      lead={say('brand.lead')}
      submit={say('brand.save')}
      wide
      run={() => post('care/brand', said(true))}
      more={
        brand.accent === null ? null : (
          <button type="button" class="button plain" onClick={() => void post('care/brand', said(false)).then(onDone)}>
            {say('brand.usual')}
          </button>
        )
      }
      {...{ onClose, onDone }}
    >
      <div class="two-even">
        <div class="stack">
          <div class="field">
            <label for="accent">{say('brand.accent')}</label>
            <p class="help" id="accent-h">
              {say('brand.accentHint')}
            </p>
            <div class="acts">
              <input id="accent" class="swatch" type="color" value={accent} aria-describedby="accent-h" onInput={({ currentTarget }) => setAccent(currentTarget.value)} />
              <code>{accent.toUpperCase()}</code>
            </div>
          </div>
          <Pick
            label={say('brand.font')}
            value={font}
            choices={(['serif', 'sans'] as const).map((id) => ({ id, name: say(`brand.${id}`) }))}
            none={say('brand.fontNone')}
            onPick={setFont}
          />
        </div>
        <figure class={`letter ${font === 'serif' ? 'serif' : ''}`} style={{ '--letter': accent }}>
          <figcaption class="quiet small">{say('brand.preview')}</figcaption>
          <div class="letter-page" lang="">
            <p class="letter-head">{organisation ?? 'Rolewright'}</p>
            <p class="letter-title">{say('brand.sampleTitle')}</p>
            <p class="letter-heading">{say('brand.sampleHeading')}</p>
            <p>{say('brand.sampleText')}</p>
          </div>
        </figure>
      </div>
    </Act>
  );
}
