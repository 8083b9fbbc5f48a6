/** The screen of the organisation over its file: what it shows, what it writes, what it leaves alone, and the way back. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import { employerShown } from '../src/studio/hr/employer.js';
import type { EmployerForm, EmployerShown, PostForm } from '../src/studio/hr/employer.js';
import { saveEmployer, undoEmployer } from '../src/studio/hr/employer-edits.js';
import type { SavedEmployer } from '../src/studio/hr/employer-edits.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { ownFolder } from './service.js';
import { studioFolder } from './studio-browser.js';

let folder: string;
let studio: Studio;
const path = (): string => join(folder, 'organisation.yaml');
const text = (): string => readFileSync(path(), 'utf8');
const shown = (): EmployerShown => employerShown('nl', null, studio);
const save = (change: (form: EmployerForm) => EmployerForm): SavedEmployer => {
  const { form, base } = shown();
  return saveEmployer(change(form), base, 'nl', studio);
};
const person = (last: string, first: string): PostForm['holder'] => ({ last, first, particle: '', middle: '' });
const newPost = (id: string, nl: string, holder: PostForm['holder']): PostForm => ({
  id,
  title: { nl },
  holder,
  gender: '',
  acting: false,
  isNew: true,
});

beforeEach(() => {
  folder = studioFolder('nl');
  studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The example in its one language, as the first screen writes it. */
const small = [
  'schema: 2',
  '# As in the trade register.',
  'name: Drukkerij Van Asperen',
  'jurisdiction: nl',
  'languages: [nl]',
  'posts:',
  '  owner: # the founder',
  '    title: eigenaar',
  '    holder: { last: Asperen, first: Jan, particle: van, initials: J.A. }',
  'signatories: { approver: owner }',
  '',
].join('\n');
const begun = (): void => {
  writeFileSync(path(), small);
  studio.renew();
};

it('changes nothing where nothing was changed, be the file in two languages', () => {
  const before = text();
  expect(save((form) => form)).toMatchObject({ findings: [], before: null });
  expect(text()).toBe(before);
});

it('writes only what was changed, and keeps comments and all the rest', () => {
  const before = text();
  save((form) => ({ ...form, texts: { ...form.texts, place: { ...form.texts.place, nl: 'Dordrecht' } } }));
  expect(text()).toBe(before.replace('place: { nl: Utrecht,', 'place: { nl: Dordrecht,'));
  begun();
  save((form) => ({ ...form, texts: { ...form.texts, address: { nl: 'Kade 1, Dordrecht' } }, numbering: 'FB-{number}' }));
  expect(text()).toContain('# As in the trade register.\nname: Drukkerij');
  expect(text()).toContain('owner: # the founder');
  expect(text()).toContain('address: Kade 1, Dordrecht\n');
  expect(studio.workplace([]).organisation?.numbering?.pattern).toBe('FB-{number}');
});

it('gives a post that roles name the short name by which they do, so that their papers name the superior', () => {
  begun();
  const lacking = shown().lacking;
  const above = lacking.find(({ isSuperior }) => isSuperior);
  expect(lacking[0]).toBe(above);
  expect(above?.roles).toEqual(['officemanager']);
  const title = above?.title.nl ?? '';
  expect(title).not.toBe('');
  save((form) => ({ ...form, posts: [...form.posts, newPost('new-1', title, person('Bakker', 'Fatima'))] }));
  expect(studio.workplace([]).organisation?.posts?.[above?.id ?? '']).toEqual({ title, holder: { last: 'Bakker', first: 'Fatima' } });
  expect(shown().lacking.map(({ id }) => id)).not.toContain(above?.id);
});

it('takes over departments with their heads, superiors of roles and who signs', () => {
  begun();
  const { findings } = save((form) => ({
    ...form,
    posts: [...form.posts, newPost('new-1', 'chef drukkerij', person('Smit', 'Bram'))],
    departments: [{ id: 'new-1', name: { nl: 'Drukkerij' }, head: 'new-1', isNew: true }],
    signatories: { ...form.signatories, unitHead: 'new-1' },
    superiors: [{ role: 'office-manager', post: 'owner' }],
  }));
  expect(findings).toEqual([]);
  expect(studio.workplace([]).organisation).toMatchObject({
    posts: { 'chef-drukkerij': { title: 'chef drukkerij' } },
    departments: [{ id: 'drukkerij', name: 'Drukkerij', head: 'chef-drukkerij' }],
    signatories: { approver: 'owner', unitHead: 'chef-drukkerij' },
    superiors: { 'office-manager': 'owner' },
  });
});

it('leaves somebody new without the initials of whoever held the post', () => {
  begun();
  save((form) => ({ ...form, posts: form.posts.map((one) => ({ ...one, holder: person('Visser', 'Anna') })) }));
  expect(studio.workplace([]).organisation?.posts?.['owner']?.holder).toEqual({ last: 'Visser', first: 'Anna' });
});

describe('what stands against it', () => {
  it('is told at its field, under the name that the screen has for what is new, and nothing is written', () => {
    begun();
    const { findings } = save((form) => ({
      ...form,
      texts: { ...form.texts, name: { nl: ' ' } },
      departments: [{ id: 'new-7', name: { nl: '' }, head: '', isNew: true }],
      numbering: 'FB-{nummer}',
    }));
    expect(findings.map(({ at }) => at)).toEqual(expect.arrayContaining(['name', 'numbering/pattern', 'departments/new-7/name']));
    expect(text()).toBe(small);
  });

  it('is told of a post that goes while something names it', () => {
    begun();
    const { findings } = save((form) => ({ ...form, posts: [] }));
    expect(findings.map(({ at }) => at)).toContain('signatories/approver');
    expect(text()).toBe(small);
  });

  it('is a file that another has changed meanwhile', () => {
    begun();
    const { form, base } = shown();
    writeFileSync(path(), `${small}# more\n`);
    expect(() => saveEmployer(form, base, 'nl', studio)).toThrow('organisation.yaml');
  });
});

it('names what it leaves in the file, and goes back to the very text', () => {
  expect(shown().inFile).toEqual(expect.arrayContaining(['facts', 'positions', 'hiring', 'policies']));
  const before = text();
  const saved = save((form) => ({ ...form, departments: [] }));
  expect(studio.workplace([]).organisation?.departments).toBeUndefined();
  expect(employerShown('nl', saved.base, studio).canUndo).toBe(true);
  undoEmployer(saved.before ?? '', saved.base, studio);
  expect(text()).toBe(before);
});
