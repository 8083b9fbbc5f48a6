/** A project as if one of its files had another text: what would be read is known before it is written. */
import type { Workspace } from 'rolewright';

export function withText(workspace: Workspace, path: string, text: string): Workspace {
  const bytes = new TextEncoder().encode(text);
  return {
    ...workspace,
    readText: (one, limit) => (one === path ? text : workspace.readText(one, limit)),
    readBytes: (one, limit) => (one === path ? bytes : workspace.readBytes(one, limit)),
    exists: (one) => one === path || workspace.exists(one),
  };
}
