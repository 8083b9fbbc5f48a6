/** Facts of the position: what is usual for the role, and what the organisation, the department or the person says instead. */
import { formatDate } from '../language/dates.js';
import { formatMoney, formatMoneyRange } from '../language/money.js';
import { upperFirst } from '../language/sentences.js';
import type { Evaluation, Money, PayBand, Role } from '../role/role.generated.js';
import { factsOf } from '../law/facts.js';
import type { Statement } from './entries.js';
import { contractInWords, daysInWords, isPersonal } from './terms.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export function factsView(role: Role, parties: Parties, wording: Wording) {
  const facts = factsOf(role, parties);
  const { phrase, sayMaybe } = wording;
  const { codes = {} } = facts;
  const { hours, fte } = facts;
  const size =
    hours === undefined
      ? fte === undefined
        ? null
        : phrase('position.fte', { fte })
      : phrase(fte === undefined ? 'position.hours' : 'position.hours-fte', { hours, fte });
  // Who left subordinates out says that there are none, unless it is said that nobody knows.
  const reports = facts.reports === undefined && !wording.subordinates ? 0 : (facts.reports ?? null);
  return {
    contract: contractInWords(facts, parties, wording),
    /** «40 часов в неделю», “38 uur (1,0 fte)”. */
    size,
    /** In words of a file, else the days that one says. */
    pattern: sayMaybe(facts.pattern) ?? (facts.days ? daysInWords(facts.days, wording) : null),
    /** Whether hours, days or contract are the person’s own. */
    personal: isPersonal(parties),
    /** Whether the contract of a known person is known, the organisation’s usual one among others. */
    employed: parties.person !== null && (isPersonal(parties) || parties.organisation?.contract !== undefined),
    place: sayMaybe(facts.place),
    hybrid: sayMaybe(facts.hybrid),
    travel: facts.travel === undefined ? null : phrase('position.travel', { travel: facts.travel }),
    budget: sayMaybe(facts.budget),
    reports: reports === null ? null : phrase('position.reports', { n: reports }),
    /** Whether somebody counted them, so that the number stands beside the names of posts. */
    counted: (facts.reports ?? 0) > 0,
    /** Whether that is anybody. */
    leads: reports !== null && reports > 0,
    grade: sayMaybe(facts.grade) ?? sayMaybe(role.grade?.level),
    /** With the scheme that the role names. */
    gradeOfScheme:
      sayMaybe(facts.grade) ?? (role.grade ? [sayMaybe(role.grade.scheme), sayMaybe(role.grade.level)].filter(Boolean).join(', ') : null),
    level: sayMaybe(facts.level) ?? sayMaybe(role.level),
    pay: facts.pay ? payInWords(facts.pay, wording) : datedPay(role, wording),
    /** The same without the band of the role, for papers that print its bands. */
    statedPay: facts.pay ? payInWords(facts.pay, wording) : null,
    okpdtr: codes.okpdtr ?? null,
    eks: codes.eks ?? null,
    soc: codes.soc ?? null,
    onet: codes.onet ?? null,
  };
}

/** Bands with a figure and its date: without a date it would read as an offer, and stays a record. */
const datedBands = ({ pay }: Role): readonly PayBand[] =>
  (pay?.bands ?? []).filter(({ asOf, min, max }) => asOf && (typeof min === 'number' || typeof max === 'number'));

/** The one band that the role has figures with a date for; of several nobody can tell which holds. */
function datedPay(role: Role, wording: Wording): string | null {
  const [band, other] = datedBands(role);
  return band && !other ? rangeOf(band, wording) : null;
}

/** All such bands, each with whom it is for. */
export const payBandsView = (role: Role, wording: Wording): Statement[] =>
  datedBands(role).map((band) => ({
    id: band.id,
    text: wording.phrase('pay.band', {
      head: [wording.sayMaybe(band.level), wording.sayMaybe(band.region)].filter(Boolean).join(', ') || 'none',
      range: rangeOf(band, wording),
      profile: wording.sayMaybe(band.profile) ?? 'none',
    }),
    items: [],
  }));

/** With the day of the figures; an end that nobody knows is left open. */
function rangeOf({ min, max, currency, period, asOf }: PayBand, { phrase, locale, jurisdiction }: Wording): string {
  const tag = jurisdiction.languages[locale];
  const [low, high] = [min ?? max ?? 0, max ?? min ?? 0];
  const open = typeof min !== 'number' ? 'below' : typeof max !== 'number' ? 'above' : null;
  const sums = open ? phrase(`position.pay-${open}`, { sum: formatMoney(low, currency, tag) }) : formatMoneyRange(low, high, currency, tag);
  return phrase('position.pay-on', {
    range: phrase(`position.pay-per.${period}`, { range: sums }),
    date: formatDate(asOf ?? '', locale, 'long', tag),
  });
}

function payInWords({ min, max, currency, per, note }: Money, wording: Wording): string {
  const { jurisdiction, locale } = wording;
  const range = formatMoneyRange(min, max ?? min, currency ?? jurisdiction.currency ?? null, jurisdiction.languages[locale]);
  const words = wording.phrase(`position.pay-per.${per}`, { range });
  return note ? `${words}, ${wording.say(note)}` : words;
}

/** As decided in the organisation, else as the role proposes. */
export const evaluationOf = (role: Role, { organisation }: Pick<Parties, 'organisation'>): Evaluation => ({
  ...role.evaluation,
  ...organisation?.positions?.[role.id]?.evaluation,
});

export function evaluationView(role: Role, parties: Parties, wording: Wording) {
  const evaluation = evaluationOf(role, parties);
  const { family, level, ladder, code, group, system, date, factors, reference, method } = evaluation;
  const { locale, jurisdiction, phrase } = wording;
  return {
    family: wording.sayMaybe(family),
    level:
      level === undefined ? null : phrase('evaluation.level', { level: roman(level), of: ladder === undefined ? 'none' : roman(ladder) }),
    code: code ?? null,
    group: group ?? null,
    reference: wording.sayMaybe(reference),
    method: method ? phrase(`grading.${method}`) : null,
    system: [system, date && formatDate(date, locale, 'long', jurisdiction.languages[locale])].filter(Boolean).join(', ') || null,
    factors: factors
      ? phrase('evaluation.factors', {
          skills: factors.skills.level,
          effort: factors.effort.level,
          responsibility: factors.responsibility.level,
          conditions: factors.conditions.level,
        })
      : null,
  };
}

/** As confirmed in the organisation, else as the role proposes: duties decide, not the title. */
export function flsaView(role: Role, { organisation }: Parties, wording: Wording) {
  const own = organisation?.positions?.[role.id]?.flsa;
  const flsa = own ?? role.flsa;
  const { locale, jurisdiction, phrase } = wording;
  return {
    status: flsa ? phrase(`flsa.${flsa.status}`) : null,
    /** As a value of its own. */
    shown: flsa ? upperFirst(phrase(`flsa.${flsa.status}`), locale) : null,
    nonExempt: flsa?.status === 'non-exempt',
    basis: wording.sayMaybe(own?.basis ?? role.flsa?.basis),
    confirmed: flsa?.confirmed ? formatDate(flsa.confirmed, locale, 'long', jurisdiction.languages[locale]) : null,
  };
}

const numerals: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Levels of a family of jobs are written so in Dutch job structures. */
function roman(number: number): string {
  const [value, letters] = numerals.find(([one]) => one <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
}
