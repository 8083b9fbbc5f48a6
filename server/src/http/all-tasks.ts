/** All tasks of the crew, by their names. */
import type { Tasks } from './tasks.js';

export const tasks: Tasks = {};
