/** Rolewright in a program of one's own: a lint report, a plan, a Word file with tracked changes, the papers of a staff list. */
import * as rolewright from 'rolewright';

/** `folder` has organisation.yaml, people.csv and an overlay, departments/wholesale.yaml. */
export async function serve(folder, person, date) {
  const problems = [];
  const overlay = 'departments/wholesale.yaml';
  const workspace = rolewright.openWorkspace(folder);
  const desk = rolewright.openDesk(workspace);
  const { organisation, logo } = rolewright.employerAt('organisation.yaml', desk, problems);
  const pair = rolewright.readPair([overlay], desk, undefined, problems);
  if (!pair) return { problems };

  const asked = { names: [overlay], jurisdiction: 'gb', languages: ['en'], spelling: true, fix: false };
  const { findings } = await rolewright.lintFiles(asked, desk);

  const press = rolewright.createPress(desk.library, rolewright.readFonts);
  const job = { role: pair.after, kind: 'onboarding-checklist', locale: 'en', jurisdiction: 'gb', organisation, person, date, logo };
  const plan = press.plan({ ...job, calendar: rolewright.openCalendars(desk.library, 'en')(job) });

  const form = (role) => press.assemble({ ...job, role, kind: 'job-description', person: null, date: null });
  const changes = rolewright.redline(form(pair.before), form(pair.after), { author: 'Head of wholesale', date });
  workspace.writeAll([{ path: 'changes.docx', bytes: (await press.print(changes, 'docx')).bytes }]);

  const rows = [];
  const audience = { begin: () => ({ row: (result) => rows.push(result) }), words: (all) => all.map(({ code }) => code).join() };
  const wanted = rolewright.wantedBy({ kind: 'usual', date }, desk.library, problems);
  const order = { ...rolewright.plainBatch, people: 'people.csv', organisation: 'organisation.yaml', folder, out: 'out', wanted };
  await rolewright.makeBatch(order, desk, audience, problems);
  return { problems, findings, plan, rows };
}
