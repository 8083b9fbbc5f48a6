/** What is done with an account, each in a dialog of its own. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { get, post, put } from '../api.js';
import { Act } from '../parts/act.js';
import { Line, Pick } from '../parts/fields.js';
import { languageName, say } from '../words.js';
import { Grants } from './grants.js';
import type { Account, AccountChoices, Grant } from './types.js';

const languages = (['en', 'ru', 'nl'] as const).map((id) => ({ id, name: languageName(id, id) }));

/** A person of the register by the personnel number; undefined where none is named. */
const personWith = async (number: string): Promise<string | undefined> =>
  number.trim() === '' ? undefined : (await get<{ readonly id: string }>('care/person', { number: number.trim() })).id;

const linkFor = (id: string): Promise<{ readonly link: string }> => post<{ readonly link: string }>(`../accounts/${id}/invitation`);

export interface NewAccountProps {
  readonly choices: AccountChoices;
  onClose(): void;
  /** With the link by which its owner chooses a password. */
  onLink(account: Account, link: string): void;
}

export function NewAccount({ choices, onClose, onLink }: NewAccountProps): VNode {
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [language, setLanguage] = useState('');
  const [number, setNumber] = useState('');
  const [grants, setGrants] = useState<readonly Grant[]>([{ role: 'hr', department: null, until: null }]);
  const made = useRef<Account | null>(null);
  return (
    <Act
      title={say('accounts.newTitle')}
      lead={say('accounts.newLead')}
      submit={say('accounts.make')}
      wide
      ready={name.trim() !== '' && /^\S+$/.test(login.trim())}
      run={async () => {
        const person = await personWith(number);
        // Where the link fails, the account that is there is not made once more.
        made.current ??= await post<Account>('../accounts', {
          ...{ login: login.trim(), name: name.trim(), grants },
          ...(language !== '' && { language }),
          ...(person !== undefined && { person }),
        });
        const { link } = await linkFor(made.current.id);
        onLink(made.current, link);
      }}
      onClose={onClose}
    >
      <div class="grid few">
        <Line label={say('accounts.name')} value={name} required most={200} onInput={setName} />
        <Line label={say('accounts.login')} help={say('accounts.loginHint')} value={login} required most={200} onInput={setLogin} />
        <Pick label={say('accounts.language')} value={language} choices={languages} none={say('accounts.languageNone')} onPick={setLanguage} />
        <Line label={say('accounts.number')} help={say('accounts.numberHint')} value={number} most={60} onInput={setNumber} />
      </div>
      <Grants {...{ grants, choices }} onChange={setGrants} />
    </Act>
  );
}

export interface EditAccountProps {
  readonly account: Account;
  readonly choices: AccountChoices;
  onClose(): void;
  onDone(): void;
}

export function EditAccount({ account, choices, onClose, onDone }: EditAccountProps): VNode {
  const [name, setName] = useState(account.name);
  const [language, setLanguage] = useState<string>(account.language ?? '');
  const [number, setNumber] = useState('');
  const [grants, setGrants] = useState(account.grants);
  return (
    <Act
      title={say('accounts.editTitle', { login: account.login })}
      submit={say('accounts.save')}
      wide
      ready={name.trim() !== ''}
      run={async () => {
        const person = await personWith(number);
        await put(`../accounts/${account.id}`, {
          ...{ name: name.trim(), language: language === '' ? null : language, grants },
          ...(person !== undefined && { person }),
        });
      }}
      {...{ onClose, onDone }}
    >
      <div class="grid few">
        <Line label={say('accounts.name')} value={name} required most={200} onInput={setName} />
        <Pick label={say('accounts.language')} value={language} choices={languages} none={say('accounts.languageNone')} onPick={setLanguage} />
        <Line
          label={say('accounts.number')}
          help={say(account.person === null ? 'accounts.numberHint' : 'accounts.numberThere')}
          value={number}
          most={60}
          onInput={setNumber}
        />
      </div>
      <Grants {...{ grants, choices }} onChange={setGrants} />
    </Act>
  );
}

export interface InviteProps {
  readonly account: Account;
  onClose(): void;
  onLink(account: Account, link: string): void;
}

export const Invite = ({ account, onClose, onLink }: InviteProps): VNode => (
  <Act
    title={say('accounts.inviteTitle', { name: account.name })}
    lead={say(account.hasPassword ? 'accounts.inviteAgainLead' : 'accounts.inviteLead')}
    submit={say('accounts.makeLink')}
    run={async () => onLink(account, (await linkFor(account.id)).link)}
    onClose={onClose}
  />
);
