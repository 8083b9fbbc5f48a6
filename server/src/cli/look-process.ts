/** The process of `apart.ts`: looks at one file, says what it is, and ends. */
import process from 'node:process';
import { verifyTasks } from '../http/tasks-verify.js';
import type { LookAsked } from './apart.js';

process.once('message', (asked) => {
  void verifyTasks['check-file'](asked as LookAsked).then(
    (report) => process.send?.(report),
    () => process.exit(1),
  );
});
