/** The process of `apart.ts`: does one task, says what came of it, and ends. */
import process from 'node:process';
import { apartTasks } from '../http/tasks-apart.js';
import type { ApartErrand } from './apart.js';

process.once('message', (errand) => {
  const { task, input } = errand as ApartErrand;
  void apartTasks[task].run(input as never).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  );
});
