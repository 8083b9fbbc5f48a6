/** The plan as a calendar that programs subscribe to: as the paper’s, with what has become of it. */
import { isSettled } from '../life/plan.js';
import { localesFor } from '../register/plan.js';
import { toldPlan } from '../register/plan-words.js';
import type { Here } from './visit.js';

/** The text of the .ics file: the newcomer’s own, or that of those who look after them. */
export async function calendarOf({ meant, reader, setting, view }: Here): Promise<string> {
  const { state, holder } = meant;
  const wanted = { locales: localesFor(holder.person, setting, view.locale), firstDay: state.firstDay, helpers: state.helpers };
  const { job } = toldPlan(holder, wanted, setting);
  const kind = reader === 'new-hire' ? job.kind : 'onboarding-plan-manager';
  const lived = {
    done: new Set(state.tasks.filter(isSettled).map(({ id }) => id)),
    due: new Map(state.tasks.map(({ id, due }) => [id, due] as const)),
  };
  // Programs take the entry of the later edition: it is as of today.
  const { bytes } = await setting.press.transfer({ ...job, kind, date: setting.today }, 'ics', lived);
  return new TextDecoder().decode(bytes);
}
