/** What a chart says of positions and those who hold them, in the language of the chart. */
import type { Locale } from '../document/document.js';
import { listedName } from '../language/names.js';
import type { Phrases } from '../language/phrases.js';
import { upperFirst } from '../language/sentences.js';
import { typeset } from '../language/typography.js';
import type { Names, PersonName } from '../person/person.generated.js';
import type { Text } from '../role/role.generated.js';
import { holdersOn, unitsOn } from '../structure/holders.js';
import type { Day } from '../structure/holders.js';
import type { Holder, Structure, StructureDepartment, StructurePosition } from '../structure/structure.generated.js';

export interface Tongue {
  readonly locale: Locale;
  /** BCP 47 tag of the language and its country. */
  readonly language: string;
  readonly phrase: Phrases;
}

/** Those who hold a position, as a chart tells of them; one who is not there is no line. */
export interface Holding {
  /** Names of those in it, and of those who stand in. */
  readonly names: readonly string[];
  /** How many are in it, where there are too many to name. */
  readonly count: string | null;
  /** That it is vacant, or how many units of it are. */
  readonly vacancy: string | null;
  /** Nobody is there. */
  readonly empty: boolean;
  /** How many units the table has of it, where that is not one. */
  readonly units: string | null;
}

export interface Speech extends Tongue {
  title(position: StructurePosition): string;
  department(department: StructureDepartment): string;
  holding(position: StructurePosition, mostNamed: number): Holding;
  say(text: Text): string;
}

/** `day` is the day that the chart is of. */
export function speechFor(structure: Structure, { locale, language, phrase }: Tongue, day: Day): Speech {
  const say = (text: Text): string => typeset(inLanguage(text, locale, language), locale);
  const nameOf = ({ name, acting }: Holder): string => {
    const words = listedName(spelt(name, locale), locale);
    return acting ? phrase('chart.acting', { name: words }) : words;
  };
  // Where the table names nobody at all, nobody knows what is vacant.
  const named = Object.values(structure.positions).some(({ holders, vacantFrom }) => holders !== undefined || vacantFrom !== undefined);
  return {
    locale,
    language,
    phrase: (key, args) => typeset(phrase(key, args), locale),
    say,
    title: ({ title }) => upperFirst(say(title), locale),
    department: ({ name }) => upperFirst(say(name), locale),
    holding(position, mostNamed) {
      const there = holdersOn(position, day);
      const own = there.filter(({ acting }) => acting !== true);
      const acting = there.filter((one) => one.acting === true);
      const { table: units, vacant: open } = unitsOn(position, day);
      const vacant = named ? open : 0;
      const few = own.length <= mostNamed;
      return {
        names: [...(few ? own : []), ...acting].map(nameOf),
        count: few ? null : phrase('chart.people', { count: own.length }),
        vacancy:
          vacant === 0
            ? null
            : own.length === 0 && vacant === units
              ? phrase('chart.vacant')
              : phrase('chart.vacant-units', { units: vacant }),
        empty: named && there.length === 0,
        units: units === 1 ? null : typeset(phrase('chart.units', { units }), locale),
      };
    },
  };
}

/** The wording of this language and country, or the one that there is. */
function inLanguage(text: Text, locale: Locale, language: string): string {
  if (typeof text === 'string') return text;
  const american = language === 'en-US' ? text['en-US'] : undefined;
  return american ?? text[locale] ?? text.en ?? text.nl ?? text.ru ?? '';
}

function spelt(names: Names, locale: Locale): PersonName {
  if ('last' in names) return names;
  return names[locale] ?? names.en ?? names.nl ?? names.ru ?? { last: '' };
}
