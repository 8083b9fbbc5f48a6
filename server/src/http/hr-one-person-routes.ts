/** One person, without a list: added, called otherwise, moved to another post. */
import { Refusal, spelt } from 'rolewright';
import type { Diagnostic, Names, PersonName, PersonRow } from 'rolewright';
import { nameIn, someone } from '../register/find.js';
import { rename, transfer } from '../register/one-person.js';
import { takePeople } from '../register/people.js';
import { orRefuse, refusal } from '../register/setting.js';
import type { Choice } from '../studio/paper.js';
import { wording } from '../studio/titles.js';
import type { Studio } from '../studio/studio.js';
import { titlesIn } from '../studio/titles.js';
import { refuse } from './problem.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { changing, once, reading } from './studio-route.js';
import { personFound } from './within.js';

interface WrittenName {
  readonly last: string;
  readonly particle: string;
  readonly first: string;
  readonly middle: string;
}

interface AskedPost {
  readonly role: string;
  /** Empty for none. */
  readonly department: string;
  readonly from: string;
}

interface AskedPerson extends AskedPost {
  readonly name: WrittenName;
  readonly gender: '' | 'male' | 'female';
  /** Empty for none. */
  readonly number: string;
  /** What was asked back, and is right all the same. */
  readonly sure: readonly string[];
}

/** Posts that somebody can be given. */
export interface PostChoices {
  readonly roles: readonly Choice[];
  readonly departments: readonly Choice[];
}

const right = 'people.change';

const doubts: readonly string[] = ['register-person-doubtful', 'register-number-near'];

/** `begun` begins the register where there is none. */
export const onePersonRoutes = (studio: Studio, begun: (asked: Asked) => Promise<Asked>): readonly Route[] => [
  reading('hr-post-choices', 'hr/post-choices', right, {}, ({ language }): PostChoices => {
    const order = new Intl.Collator(language);
    const titles = titlesIn(language, studio);
    const own = new Set(studio.named().flatMap((one) => (studio.isOwn(one) ? [one.id] : [])));
    const roles = [...titles].map(([id, name]) => ({ id, name }));
    const { organisation } = studio.workplace([]);
    return {
      // The roles of the project stand before those of the library.
      roles: roles.sort((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)) || order.compare(one.name, other.name)),
      departments: (organisation?.departments ?? []).map(({ id, name }) => ({ id, name: wording(name, language) })),
    };
  }),
  once(
    changing('hr-person-new', 'hr/person', right, 'studio-hr#HrPerson', async (before) => {
      refuseInPart(before);
      const { name, gender, number, sure, ...post } = bodyOf<AskedPerson>(before);
      refuseUnknown(post, before);
      const asked = await begun(before);
      const row: PersonRow = {
        ...{ row: 1, role: post.role, locale: null },
        person: {
          ...{ name: nameOf(name), hireDate: post.from },
          ...(gender !== '' && { gender }),
          ...(number.trim() !== '' && { personnelNumber: number.trim() }),
          ...(post.department !== '' && { department: post.department }),
        },
      };
      const problems: Diagnostic[] = [];
      const isNew = sure.some((code) => doubts.includes(code));
      const options = { on: post.from, isDayOfList: true, complete: false, newcomers: isNew };
      const setting = asked.setting();
      // Whoever has the number already is somebody else, or is here: a form for one that is new changes nobody.
      const holder = number.trim() === '' ? undefined : await setting.storage.read.personByExternalId(number.trim());
      if (holder) throw refusal('register-number-of', { number: number.trim(), person: nameIn(someone(holder), asked.language) });
      const { known } = await takePeople([row], options, setting, problems);
      orRefuse(problems);
      const [id] = known;
      if (id === undefined) throw new Refusal(problems);
      return { id };
    }),
  ),
  changing('hr-person-name', 'hr/people/{person}/name', right, 'studio-hr#HrName', async (asked) => {
    const person = someone(await personFound(asked));
    const name = nameOf(bodyOf<WrittenName>(asked), person.known && spelt(person.known.names, asked.language));
    const names = person.known?.names;
    // Of a name in several scripts that of the reader is put right.
    const next: Names = names !== undefined && !('last' in names) ? { ...names, [asked.language]: name } : name;
    await rename(person, next, asked.setting());
    return {};
  }),
  once(
    changing('hr-person-move', 'hr/people/{person}/move', right, 'studio-hr#HrMove', async (asked) => {
      refuseInPart(asked);
      const person = someone(await personFound(asked));
      const post = bodyOf<AskedPost>(asked);
      refuseUnknown(post, asked);
      const { role, department, from } = post;
      await transfer(person, { role, from, ...(department !== '' && { department }) }, asked.setting());
      return {};
    }),
  ),
];

/** What the form has no field for stays, such as initials and titles, where it is the same person by first name. */
function nameOf({ last, particle, first, middle }: WrittenName, before: PersonName | null = null): PersonName {
  const said = { particle: particle.trim(), first: first.trim(), middle: middle.trim() };
  const written = Object.fromEntries(Object.entries(said).filter(([, words]) => words !== ''));
  const isSame = before !== null && (before.first ?? '') === said.first && (before.middle ?? '') === said.middle;
  return {
    last: last.trim(),
    ...written,
    ...(isSame && before.initials !== undefined && { initials: before.initials }),
    ...(before?.title !== undefined && { title: before.title }),
    ...(before?.suffix !== undefined && { suffix: before.suffix }),
  };
}

/** Who moves between departments is seen by those alone who see all of them. */
function refuseInPart({ reach }: Asked): void {
  if (reach !== 'everywhere') throw refuse('http-no-right', { right });
}

function refuseUnknown({ role, department }: AskedPost, asked: Asked): void {
  const { workplace } = asked.setting();
  if (department !== '' && !(workplace.organisation?.departments ?? []).some(({ id }) => id === department))
    throw refuse('http-unknown', { what: 'department', value: department });
  if (!workplace.role(role, department === '' ? null : department)) throw refuse('http-unknown', { what: 'role', value: role });
}
