/** The firm to try is filled while the browser opens: what a page asks about it is answered once it is there. */
import type { Route } from '../../http/route.js';
import type { Crew } from '../../http/service.js';
import type { exampleTasks, ExampleErrand } from './example.js';

export interface Filling {
  /** What a route waits for; null for nothing. */
  before(route: Route): Promise<unknown> | null;
}

/** The frame of each page: what it says stands in the files of the employer. */
const frame: ReadonlySet<string> = new Set(['enter', 'session', 'studio-frame']);

/** `firstPage` is read as soon as it can be: nothing else is done by the thread meanwhile. */
export function startFilling(crew: Crew, errand: ExampleErrand, firstPage: () => Promise<void>): Filling {
  // The program itself has no name.
  const by = { actor: { id: '', name: '' }, language: errand.language };
  const fill = (task: keyof typeof exampleTasks): Promise<unknown> => crew.run(task, errand, by);
  const people = fill('example-people');
  const all = people.then(firstPage).then(() => fill('example-proposals'));
  // Whoever waits is told; before anybody does, it is no fault of nobody’s.
  all.catch(() => undefined);
  return {
    before: ({ id, method }) => (frame.has(id) ? null : method === 'GET' && id.startsWith('hr-') ? people : all),
  };
}
