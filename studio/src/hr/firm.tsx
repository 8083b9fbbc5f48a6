/** The employer, asked for once: what papers have to name. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Line, Pick, Tick } from '../parts/fields.js';
import { Icon } from '../parts/icon.js';
import { Problems } from '../parts/problems.js';
import { language, languageName, say } from '../words.js';
import type { Beginnings } from './types.js';

/** The country that usually goes with the language of the reader, and the language of a country. */
const countries: Readonly<Record<string, string>> = { ru: 'ru', nl: 'nl', en: 'gb' };
const spoken: Readonly<Record<string, string>> = { ru: 'ru', nl: 'nl', gb: 'en', us: 'en' };
const languages = ['en', 'nl', 'ru'] as const;

/** `to` is where it is written: HR’s route, or that of those who look after the service. */
export function Firm({ beginnings, to = 'hr/firm', onMade }: { readonly beginnings: Pick<Beginnings, 'countries'>; readonly to?: string; onMade(): void }): VNode {
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [country, setCountry] = useState(countries[language()] ?? 'gb');
  const [more, setMore] = useState<readonly string[]>([]);
  const [head, setHead] = useState({ post: say('firm.headPost'), last: '', first: '', middle: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const first = spoken[country] ?? 'en';
  const make = (): void => {
    if (busy || name.trim() === '') return;
    setBusy(true);
    const trimmed = Object.fromEntries(Object.entries(head).map(([key, value]) => [key, value.trim()]));
    post(to, { name: name.trim(), place: place.trim(), country, languages: [first, ...more.filter((one) => one !== first)], head: trimmed })
      .then(onMade)
      .catch((wrong: unknown) => {
        setError(wrong);
        setBusy(false);
      });
  };
  const part = (key: keyof typeof head) => (value: string) => setHead((before) => ({ ...before, [key]: value }));
  return (
    <section class="sheet" aria-labelledby="firm-h">
      <header>
        <h2 id="firm-h">{say('firm.title')}</h2>
      </header>
      <form
        class="pad stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p class="quiet">{say('firm.lead')}</p>
        <div class="grid">
          <Line label={say('firm.name')} help={say('firm.nameHint')} value={name} required onInput={setName} />
          <Line label={say('firm.place')} help={say('firm.placeHint')} value={place} onInput={setPlace} />
        </div>
        <div class="grid">
          <Pick label={say('firm.country')} value={country} choices={beginnings.countries} onPick={setCountry} />
          <fieldset class="field">
            <legend>{say('firm.languages')}</legend>
            {languages.map((tag) => (
              <Tick
                key={tag}
                label={languageName(tag)}
                on={tag === first || more.includes(tag)}
                onTick={(on) => setMore((before) => (on ? [...before, tag] : before.filter((one) => one !== tag)))}
              />
            ))}
          </fieldset>
        </div>
        <fieldset class="field">
          <legend>{say('firm.head')}</legend>
          <p class="help">{say('firm.headHint')}</p>
          <div class="grid">
            <Line label={say('firm.post')} value={head.post} onInput={part('post')} />
            <Line label={say('firm.last')} value={head.last} onInput={part('last')} />
            <Line label={say('firm.first')} value={head.first} onInput={part('first')} />
            <Line label={say('firm.middle')} value={head.middle} onInput={part('middle')} />
          </div>
        </fieldset>
        {error === null ? null : <Problems error={error} />}
        <div class="acts">
          <button type="submit" class="button primary" aria-disabled={busy || name.trim() === ''} aria-busy={busy}>
            <Icon name="check" />
            {say('firm.make')}
          </button>
          <span class="quiet small">{say('firm.file')}</span>
        </div>
      </form>
    </section>
  );
}
