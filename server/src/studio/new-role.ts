/** A role to begin with: all headings with places to write in, or what another role has. */
import { createPhrases, hasErrors, newRole, ownData, Refusal } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import type { Studio } from './studio.js';

export interface AskedRole {
  /** As people say it; the name of the file is made of it. */
  readonly title: string;
  /** The id of the role that it begins with; without it the skeleton. */
  readonly from?: string | undefined;
}

/** Writes it into the project; gives its id. Throws a Refusal where that cannot be, and where there is one already. */
export function beginRole({ title, from }: AskedRole, language: Locale, studio: Studio): { readonly id: string } {
  const desk = studio.desk();
  const say = createPhrases(ownData(desk.shelf.own, `locales/program.${language}.yaml`), language);
  const problems: Diagnostic[] = [];
  const options = { title: [title], ...(from !== undefined && { from, full: true }) };
  const started = newRole(undefined, options, { reader: language, say }, desk, problems);
  if (!started || hasErrors(problems)) throw new Refusal(problems);
  studio.workspace.writeAll(
    started.files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
    { folder: started.folder },
  );
  return { id: started.name };
}
