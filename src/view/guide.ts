/** What newcomers see first on a telephone: words around their next step, and who helps. */
import type { Guide } from '../document/document.js';
import { upperFirst } from '../language/sentences.js';
import type { Role } from '../role/role.generated.js';
import type { Parties } from './parties.js';
import type { View } from './view.js';
import type { Wording } from './wording.js';

export function guideView(
  { onboarding }: Role,
  { person }: Parties,
  { employee: { value: employee } }: View,
  { phrase, locale }: Wording,
): Guide {
  const mentored = onboarding?.mentor !== undefined && !(employee.mentor === null && employee.manager !== null);
  const who = employee.mentor !== null || mentored ? 'mentor' : 'manager';
  return {
    next: phrase('guide.next'),
    done: phrase('guide.done'),
    facts: phrase('guide.facts'),
    help: {
      label: phrase('guide.help'),
      name: employee[who] ?? upperFirst(phrase(`actor.${who}`), locale),
      mail: person?.[who]?.email ?? null,
    },
  };
}
