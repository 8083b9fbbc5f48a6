/** The employer, where a folder has none yet: what a paper has to name, written as the file that everything else reads. */
import { hasErrors, memoryWorkspace, readOrganisation, Refusal, slugOf } from 'rolewright';
import type { Desk, Locale, Organisation } from 'rolewright';
import { isMap, parseDocument, stringify } from 'yaml';
import { refusal } from '../../register/setting.js';
import type { Studio } from '../studio.js';

export interface AskedFirm {
  readonly name: string;
  readonly place: string;
  /** The id of a jurisdiction. */
  readonly country: string;
  readonly languages: readonly Locale[];
  /** Who approves papers. */
  readonly head: { readonly post: string; readonly last: string; readonly first: string; readonly middle: string };
}

type Wording = string | Readonly<Record<string, string>>;

const file = 'organisation.yaml';
const projectFile = 'rolewright.yaml';

/** Writes the files of the employer and the project; a file that is there is left alone. Throws a Refusal for what cannot be read again. */
export function writeFirm({ name, place, country, languages, head }: AskedFirm, studio: Studio): void {
  const { workspace } = studio;
  if (workspace.exists(file)) throw refusal('studio-firm-there', { file });
  const { last, first, middle, post } = head;
  const holder = { last, ...(first !== '' && { first }), ...(middle !== '' && { middle }) };
  const text = stringify(
    {
      ...{ schema: 2, name, ...(place !== '' && { place }), jurisdiction: country, languages },
      ...(post !== '' && {
        posts: { 'general-director': { title: post, ...(last !== '' && { holder }) } },
        signatories: { approver: 'general-director' },
      }),
    },
    { lineWidth: 0 },
  );
  refuseUnread(text, studio.desk());
  const bytes = (of: string): Uint8Array => new TextEncoder().encode(of);
  const project = stringify({ schema: 2, organisation: file, languages }, { lineWidth: 0 });
  workspace.writeAll([
    { path: file, bytes: bytes(text) },
    ...(workspace.exists(projectFile) ? [] : [{ path: projectFile, bytes: bytes(project) }]),
  ]);
  studio.renew();
}

function refuseUnread(text: string, desk: Desk): void {
  const { diagnostics } = readOrganisation(memoryWorkspace({ [file]: text }), file, desk.shelf);
  if (hasErrors(diagnostics)) throw new Refusal(diagnostics);
}

/**
 * Departments that a list names and the employer’s file does not: written there, so that papers and lists call them by their names. `path`
 * is the file from the folder. Gives how many were new.
 */
export function addDepartments(names: readonly string[], path: string, studio: Studio): number {
  const document = parseDocument(studio.workspace.readText(path));
  const { departments: before = [], languages = [] } = (document.toJS() ?? {}) as Partial<Pick<Organisation, 'departments' | 'languages'>>;
  // A list has one name; a file in several languages says each of its texts in all of them.
  const named = (name: string): Wording => (languages.length > 1 ? Object.fromEntries(languages.map((tag) => [tag, name])) : name);
  const ids = new Set(before.map(({ id }) => id));
  const added = names.flatMap((name) => {
    const id = slugOf(name);
    if (id === '' || ids.has(id)) return [];
    ids.add(id);
    return [{ id, name: named(name) }];
  });
  if (added.length === 0 || !isMap(document.contents)) return 0;
  if (before.length === 0) document.set('departments', document.createNode(added));
  else for (const one of added) document.addIn(['departments'], document.createNode(one));
  studio.rewrite(path, document.toString({ lineWidth: 0 }));
  return added.length;
}
