/** A thread of a batch: it opens what it needs once and then makes one person's documents after another. */
import { threadId, workerData } from 'node:worker_threads';
import { openLibrary } from '../../shelf/library.js';
import { openWorkspace, packageWorkspace } from '../../workspace/disk.js';
import { layered } from '../../workspace/layered.js';
import { createMaker } from './maker.js';
import type { Made } from './maker.js';
import type { Setup, Task } from './setup.js';

const setup = workerData as Setup;
const shelf = layered(packageWorkspace(), setup.project === null ? null : { workspace: openWorkspace(setup.project), folder: '.' });

/** Whoever sends tasks waits for it; a script, which the bundle is made of, could not wait here. */
export default createMaker(setup, `thread-${threadId}`, openLibrary(shelf)).then(
  (maker) =>
    (task: Task): Promise<Made> =>
      maker.make(task),
);
