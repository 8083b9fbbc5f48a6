/** Filters of git: programs that a repository names, and that git runs where it compares or takes up a file. */
import type { Git } from 'rolewright';

/** Bytes of what git answers. */
const limit = 1 << 20;

/** Whether a filter stands before any of these files. The repository came with the folder: nothing that it names is run. */
export function areFiltered(paths: readonly string[], git: Git): boolean {
  const answer = git(['check-attr', 'filter', '--', ...paths], limit);
  const lines = answer?.code === 0 ? new TextDecoder().decode(answer.out).trim().split('\n') : [];
  return lines.length !== paths.length || lines.some((line) => !line.endsWith(': unspecified'));
}
