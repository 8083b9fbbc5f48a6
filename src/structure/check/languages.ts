/** Whether papers can name those above in their own language. */
import { locales } from '../../document/document.js';
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { holdersOn, signingHolder } from '../holders.js';
import { pointerOf, shortList } from '../shape.js';
import type { Inspected } from './inspected.js';

export const languageProblems = (inspected: Inspected): Finding[] => [...untitledLanguages(inspected), ...unspeltNames(inspected)];

/** Holders whose papers are in a language that the structure has no titles in. */
function untitledLanguages({ lines, day }: Inspected): Finding[] {
  const { languages } = lines.structure;
  return locales
    .filter((locale) => !languages.includes(locale))
    .flatMap((locale) => {
      const positions = [...lines.places.values()].filter(({ position }) =>
        holdersOn(position, day).some(({ language }) => language === locale),
      );
      const [first] = positions;
      if (!first) return [];
      const at = (first.position.holders ?? []).findIndex(({ language }) => language === locale);
      return [
        finding(
          'structure-untitled-language',
          `${pointerOf(first.id)}/holders/${at}/language`,
          { language: locale, count: positions.length, positions: shortList(positions.map(({ id }) => id)) },
          { severity: 'warning' },
        ),
      ];
    });
}

/** Superiors whose names are spelt by language, but not in all languages of the structure. */
function unspeltNames({ lines, day }: Inspected): Finding[] {
  return [...lines.places.values()].flatMap(({ id, position }) => {
    const holder = lines.below(id).length > 0 ? signingHolder(position, day) : null;
    if (!holder || 'last' in holder.name) return [];
    const { name } = holder;
    const lacking = lines.structure.languages.filter((locale) => name[locale] === undefined);
    const at = (position.holders ?? []).indexOf(holder);
    return lacking.length > 0
      ? [
          finding(
            'structure-unspelt-name',
            `${pointerOf(id)}/holders/${at}/name`,
            { position: id, languages: lacking.join(', '), count: lacking.length },
            { severity: 'warning' },
          ),
        ]
      : [];
  });
}
