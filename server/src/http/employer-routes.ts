/** The screen of the organisation: its file as a form, saved as edits, and given back as it was before the last saving. */
import type { Right } from '../access/rights.js';
import { employerShown } from '../studio/hr/employer.js';
import type { EmployerForm, EmployerShown } from '../studio/hr/employer.js';
import { saveEmployer, undoEmployer } from '../studio/hr/employer-edits.js';
import type { SavedEmployer } from '../studio/hr/employer-edits.js';
import { refusal } from '../register/setting.js';
import type { Studio } from '../studio/studio.js';
import { refuse } from './problem.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { changing, reading } from './studio-route.js';

export interface EmployerAnswer extends Pick<SavedEmployer, 'findings'> {
  readonly shown: EmployerShown;
}

const right: Right = 'people.change';

/** The file is of the whole organisation: it is for those who see all of it. */
function refuseInPart({ reach }: Asked): void {
  if (reach !== 'everywhere') throw refuse('http-no-right', { right });
}

export function employerRoutes(studio: Studio): readonly Route[] {
  /** What the file said before it was saved here last, by the hash of what it says since. */
  let last: { readonly base: string; readonly text: string } | null = null;
  const shown = ({ language }: Pick<Asked, 'language'>): EmployerShown => employerShown(language, last?.base ?? null, studio);
  return [
    reading('hr-employer', 'hr/employer', right, {}, (asked) => {
      refuseInPart(asked);
      return shown(asked);
    }),
    changing('hr-employer-save', 'hr/employer', right, 'studio-hr#HrEmployer', (asked): EmployerAnswer => {
      refuseInPart(asked);
      const { base: read, form } = bodyOf<{ base: string; form: EmployerForm }>(asked);
      const { findings, before, base } = saveEmployer(form, read, asked.language, studio);
      if (before !== null) last = { base, text: before };
      return { findings, shown: shown(asked) };
    }),
    changing('hr-employer-undo', 'hr/employer/undo', right, 'studio-hr#HrEmployerUndo', (asked) => {
      refuseInPart(asked);
      const { base } = bodyOf<{ base: string }>(asked);
      if (last?.base !== base) throw refusal('studio-employer-changed', { file: 'organisation.yaml' });
      undoEmployer(last.text, base, studio);
      last = null;
      return shown(asked);
    }),
  ];
}
