/** A superior who is also a subordinate, or who bears the title of the role itself. */
import type { LintCheck } from '../rule.js';
import { wording } from '../wording.js';

export const rule: LintCheck = ({ role, languages }) => {
  if (!role) return [];
  const own = wording(role.title, languages).toLowerCase();
  return role.reportsTo.posts.flatMap((post, at) => {
    const title = wording(role.posts[post]?.title ?? '', languages);
    return role.subordinates?.includes(post) || title.toLowerCase() === own
      ? [{ pointer: `/reportsTo/posts/${at}`, args: { post: title } }]
      : [];
  });
};
