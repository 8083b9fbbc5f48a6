/** A thread of a batch: it opens what it needs once and then makes one person's documents after another. */
import { threadId, workerData } from 'node:worker_threads';
import { openLibrary } from '../../shelf/library.js';
import { packageWorkspace } from '../../workspace/disk.js';
import { createMaker } from './maker.js';
import type { Made } from './maker.js';
import type { Setup, Task } from './setup.js';

const maker = await createMaker(workerData as Setup, `thread-${threadId}`, openLibrary(packageWorkspace()));

export default (task: Task): Promise<Made> => maker.make(task);
