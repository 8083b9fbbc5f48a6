/** One person, without a list: somebody new, another name, another post. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../api.js';
import { Act } from '../parts/act.js';
import { Line, Pick } from '../parts/fields.js';
import { Problems } from '../parts/problems.js';
import { useAnswer } from '../parts/use-answer.js';
import { goTo } from '../route.js';
import { say } from '../words.js';
import type { Doing } from './person-acts.js';
import type { Beginnings, PostChoices } from './types.js';

const nameParts = ['last', 'particle', 'first', 'middle'] as const;
type Parts = Readonly<Record<(typeof nameParts)[number], string>>;
const nobody: Parts = { last: '', particle: '', first: '', middle: '' };

const NameLines = ({ of, onParts }: { readonly of: Parts; onParts(parts: Parts): void }): VNode => (
  <div class="grid even">
    {nameParts.map((part) => (
      <Line key={part} label={say(`employer.holder.${part}`)} value={of[part]} most={100} required={part === 'last'} onInput={(words) => onParts({ ...of, [part]: words })} />
    ))}
  </div>
);

interface Post {
  readonly role: string;
  readonly department: string;
  readonly from: string;
}

function PostLines({ of, onPost }: { readonly of: Post; onPost(post: Post): void }): VNode {
  const { answer, error } = useAnswer<PostChoices>('hr/post-choices');
  if (error !== null) return <Problems error={error} />;
  return (
    <div class="grid even">
      <Pick label={say('columns.post')} value={of.role} choices={answer?.roles ?? []} none={say('onePerson.choose')} onPick={(role) => onPost({ ...of, role })} />
      <Pick label={say('columns.department')} value={of.department} choices={answer?.departments ?? []} none={say('onePerson.noDepartment')} onPick={(department) => onPost({ ...of, department })} />
      <Line label={say('onePerson.from')} type="date" value={of.from} required onInput={(from) => onPost({ ...of, from })} />
    </div>
  );
}

export function NewPerson({ beginnings, onClose }: { readonly beginnings: Beginnings; onClose(): void }): VNode {
  const [name, setName] = useState(nobody);
  const [number, setNumber] = useState('');
  const [gender, setGender] = useState('');
  const [given, setGiven] = useState<Post>({ role: '', department: '', from: beginnings.today });
  return (
    <Act
      title={say('onePerson.add')}
      lead={say('onePerson.addLead')}
      submit={say('onePerson.add')}
      wide
      ready={name.last.trim() !== '' && given.role !== '' && given.from !== ''}
      asks={['register-person-doubtful', 'register-number-near']}
      run={async (key, sure) => {
        const { id } = await post<{ readonly id: string }>('hr/person', { name, number, gender, ...given, sure }, { key });
        goTo('people', id);
      }}
      onClose={onClose}
    >
      <NameLines of={name} onParts={setName} />
      <div class="grid even">
        <Line label={say('columns.number')} value={number} most={100} onInput={setNumber} />
        <Pick label={say('employer.gender')} value={gender} choices={(['male', 'female'] as const).map((id) => ({ id, name: say(`employer.genders.${id}`) }))} none={say('employer.genders.none')} onPick={setGender} />
      </div>
      <PostLines of={given} onPost={setGiven} />
    </Act>
  );
}

type OfPerson = Doing & { onDone(): void };

export function Rename({ person, onClose, onDone }: OfPerson): VNode {
  const [name, setName] = useState<Parts>(person.parts);
  return (
    <Act title={say('onePerson.rename')} lead={say('onePerson.renameLead')} submit={say('act.save')} wide ready={name.last.trim() !== ''} run={(key) => post(`hr/people/${person.id}/name`, name, { key })} {...{ onClose, onDone }}>
      <NameLines of={name} onParts={setName} />
    </Act>
  );
}

export function Transfer({ person, beginnings, onClose, onDone }: OfPerson): VNode {
  const [given, setGiven] = useState<Post>({ role: '', department: '', from: beginnings.today });
  const held = person.posts.filter((one) => one.here).map(({ name }) => name);
  return (
    <Act
      title={say('onePerson.transfer')}
      lead={say('onePerson.transferLead', { name: person.name, posts: held.join('; ') })}
      submit={say('onePerson.transferSubmit')}
      wide
      ready={given.role !== '' && given.from !== ''}
      run={(key) => post(`hr/people/${person.id}/move`, given, { key })}
      {...{ onClose, onDone }}
    >
      <PostLines of={given} onPost={setGiven} />
    </Act>
  );
}
