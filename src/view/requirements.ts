/** Education, experience and the rest of what a holder must bring, in words. */
import type { Education, Experience, Requirement, Role } from '../role/role.generated.js';
import { entries } from './entries.js';
import type { Statement } from './entries.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

export interface RequirementsView {
  /** Null where no diploma is asked for. */
  education: string | null;
  /** Null where none is asked for. */
  experience: string | null;
  /** Which of the two the role says is not needed, where it asks for the other. */
  without: 'education' | 'experience' | null;
  /** The same in a sentence. */
  notNeeded: string | null;
  skills: Statement[];
  extra: Statement[];
  qualities: Statement[];
  /** Whatever is a wish only. */
  desirable: Statement[];
}

/** One line of a British person specification; `criterion` and `weight` are keys of phrases. */
export interface SpecificationRow {
  criterion: string;
  requirement: string;
  weight: string;
}

export function requirementsView({ requirements }: Role, wording: Wording): RequirementsView {
  const { education, experience } = requirements;
  const wanted = (list: Requirement[] | undefined): Requirement[] => (list ?? []).filter((one) => !one.desirable);
  const wished = (list: Requirement[] | undefined): Requirement[] => (list ?? []).filter((one) => one.desirable);
  const wishedEducation = diplomas(education.options).filter((option) => option.desirable);
  const neededEducation = diplomas(education.options).filter((option) => !option.desirable);
  const diploma = neededEducation.length > 0 ? educationTexts(neededEducation, education.mode, wording) : null;
  const years = experience.desirable || isNone(experience) ? null : experienceText(experience, wording);
  const without =
    diploma !== null && isNone(experience)
      ? 'experience'
      : years !== null && education.options.some(({ level, desirable }) => level === 'none' && !desirable)
        ? 'education'
        : null;
  return {
    education: diploma,
    experience: years,
    without,
    notNeeded: without && wording.phrase(`requirements.no-${without}`),
    skills: entries(wanted(requirements.skills), wording),
    extra: entries(wanted(requirements.extra), wording),
    qualities: entries(wanted(requirements.qualities), wording),
    desirable: [
      ...wishedEducation.map((option) => ({ id: option.id, text: educationText(option, null, wording), items: [] })),
      ...(isWished(experience) ? [{ id: 'experience', text: experienceText(experience, wording), items: [] }] : []),
      ...entries([...wished(requirements.skills), ...wished(requirements.extra), ...wished(requirements.qualities)], wording),
    ],
  };
}

/** No years at all: beginners are welcome. */
const isNone = ({ min, desirable }: Experience): boolean => min === 0 && !desirable;

/** A wish for no years says nothing, as where an education in its own words says which experience goes with it. */
const isWished = ({ min, desirable }: Experience): boolean => desirable === true && min !== 0;

/** What an applicant can show; nothing of it where one of the accepted levels is none at all. */
const diplomas = (options: readonly Education[]): readonly Education[] =>
  options.some(({ level, desirable }) => level === 'none' && !desirable) ? [] : options.filter(saysSomething);

const saysSomething = ({ level, field }: Education): boolean => level !== 'none' && (level !== 'stated' || field !== undefined);

/** The rows of a British person specification: what is essential first, within each criterion. */
export function personSpecification(role: Role, wording: Wording): SpecificationRow[] {
  const { requirements } = role;
  const { education, experience } = requirements;
  const rows = (criterion: string, essential: string[], desirable: string[]): SpecificationRow[] => [
    ...essential.map((requirement) => ({
      criterion: `person-specification.${criterion}`,
      requirement,
      weight: 'person-specification.essential',
    })),
    ...desirable.map((requirement) => ({
      criterion: `person-specification.${criterion}`,
      requirement,
      weight: 'person-specification.desirable',
    })),
  ];
  const listed = (criterion: string, list: readonly Requirement[] = []): SpecificationRow[] =>
    rows(
      criterion,
      entries(
        list.filter((one) => !one.desirable),
        wording,
      ).map(flat),
      entries(
        list.filter((one) => one.desirable),
        wording,
      ).map(flat),
    );
  const degrees = (desirable: boolean): string[] => {
    const options = diplomas(education.options).filter((option) => (option.desirable ?? false) === desirable);
    return options.length > 0 ? [educationTexts(options, education.mode, wording)] : [];
  };
  const length = experience.min === 0 ? [] : [experienceText(experience, wording)];
  return [
    ...rows('education', degrees(false), degrees(true)),
    ...rows('experience', experience.desirable ? [] : length, experience.desirable ? length : []),
    ...listed('knowledge', role.knowledge),
    ...listed('skills', requirements.skills),
    ...listed('extra', requirements.extra),
    ...listed('qualities', requirements.qualities),
  ];
}

const flat = (entry: Statement): string => (entry.items.length > 0 ? `${entry.text}: ${entry.items.map(flat).join('; ')}` : entry.text);

const educationTexts = (options: readonly Education[], mode: 'any' | 'all' | undefined, wording: Wording): string =>
  wording.join(
    options.map((option, at) => educationText(option, options[at + 1] ?? null, wording)),
    mode === 'all' ? 'and' : 'or',
  );

/** Russian prepositions; in the other languages fields of study begin with none of these. */
const joinsOn = /^(?:по|в|во|на)\s/u;

/** The field, and in Russian the noun, are said once for neighbours in the same field: «высшее или среднее профессиональное образование». */
function educationText({ level, field }: Education, next: Education | null, wording: Wording): string {
  const own = wording.sayMaybe(field) ?? 'none';
  if (level === 'stated') return own;
  const goesOn = next !== null && next.level !== 'stated' && own === (wording.sayMaybe(next.field) ?? 'none');
  return wording.phrase('requirements.education', {
    level: branch(level),
    field: own,
    // Brackets in brackets are hard to read; what a preposition joins on needs no comma either: «образование по профессии …».
    nested: own.includes('(') ? (joinsOn.test(own) ? 'joined' : 'yes') : 'no',
    goesOn: goesOn ? 'yes' : 'no',
  });
}

function experienceText(experience: Experience, wording: Wording): string {
  const { min, max } = experience;
  const field = wording.sayMaybe(experience.field) ?? 'none';
  if (min === null || min === 0) return wording.phrase('requirements.experience-any', { field });
  const length = (n: number): string => wording.phrase(experience.unit === 'month' ? 'requirements.months' : 'requirements.years', { n });
  return max === null || max === undefined || max === min
    ? wording.phrase('requirements.experience-min', { field, length: length(min) })
    : wording.phrase('requirements.experience-range', { field, length: length(min), upper: length(max) });
}
