/** Areas of duties, limits of decision, criteria and competencies: what the brief papers of countries are made of. */
import { withRemark } from '../language/sentences.js';
import type { Criterion, DutyGroup, Limit, Role } from '../role/role.generated.js';
import { dutyEntries } from './entries.js';
import type { Statement } from './entries.js';
import { Later, lazily } from './lazily.js';
import type { Wording } from './wording.js';

export interface AreaView {
  id: string;
  heading: string;
  goal: string | null;
  essence: string | null;
  result: string | null;
  measure: string | null;
  /** In percent of working time. */
  share: number | null;
  duties: Statement[];
}

/** Areas that this country has; marginal ones apart, as American descriptions list them. */
export function areasView({ duties }: Role, wording: Wording) {
  const all = new Later(() => duties.filter(wording.applies).map((area) => ({ area, view: areaView(area, wording) })));
  const of = (marginal: boolean): AreaView[] =>
    all.value.flatMap(({ area, view }) => ((area.marginal ?? false) === marginal ? [view] : []));
  /** Where some areas are said in short, those that have no essence still say their duties. */
  const said = (views: readonly AreaView[]): AreaView[] => {
    const inShort = of(false).some(({ essence }) => essence !== null);
    return views.filter(({ essence, duties: own }) => essence !== null || (inShort && own.length > 0));
  };
  return lazily({
    /** With duties of their own: Russian and Dutch descriptions print these. */
    areas: () => all.value.map(({ view }) => view).filter((area) => area.duties.length > 0),
    /** With an essence: British and American descriptions print these. */
    essences: () => said(of(false)),
    otherEssences: () => said(of(true)),
  });
}

const areaView = (area: DutyGroup, wording: Wording): AreaView => ({
  id: area.id,
  heading: wording.say(area.heading),
  goal: wording.sayMaybe(area.goal),
  essence: wording.sayMaybe(area.essence),
  result: wording.sayMaybe(area.result),
  measure: wording.sayMaybe(area.measure),
  share: area.share ?? null,
  duties: dutyEntries(area.duties, wording),
});

/** Rows of topics; `refers` names the post where it is not the superior. */
export function limitsView({ limits = [] }: Role, wording: Wording) {
  const rows = new Later(() => limits.filter(wording.applies).map((limit) => limitRow(limit, wording)));
  return {
    limits: rows,
    limitsAgreed: new Later(() => rows.value.some(({ agrees }) => agrees !== null)),
    limitsDivided: new Later(() =>
      rows.value.some(({ decides, agrees, refers }) => decides !== null || agrees !== null || refers !== null),
    ),
  };
}

const limitRow = (limit: Limit, wording: Wording) => {
  const refers = wording.sayMaybe(limit.refers);
  const post = limit.to === undefined ? null : wording.post(limit.to).bare;
  return {
    id: limit.id,
    topic: wording.say(limit.topic),
    decides: wording.sayMaybe(limit.decides),
    agrees: wording.sayMaybe(limit.agrees),
    refers: refers !== null && post !== null ? wording.phrase('limits.to', { what: refers, post }) : (refers ?? post),
  };
};

/** With “or equivalent experience” where that will do as well. */
export const criterionInWords = ({ text, equivalent }: Criterion, wording: Wording): string =>
  equivalent ? wording.phrase('criteria.equivalent', { text: wording.say(text) }) : wording.say(text);

/** In the order of the form: what is essential before what is desirable. */
const groups = ['education', 'experience', 'knowledge', 'skills', 'language', 'other'] as const;

export function criteriaView({ criteria = [] }: Role, wording: Wording) {
  const all = criteria.filter(wording.applies);
  const text = (one: Criterion): string => criterionInWords(one, wording);
  const row = (one: Criterion) => ({
    id: one.id,
    text: text(one),
    weight: wording.phrase(one.desirable ? 'criteria.desirable-letter' : 'criteria.essential-letter'),
    assessed: (one.assessed ?? []).map((how) => wording.phrase(`criteria.by.${how}`)).join(', '),
  });
  const wanted = (desirable: boolean) => all.filter((one) => (one.desirable ?? false) === desirable);
  const texts = (list: readonly Criterion[]): Statement[] => list.map((one) => ({ id: one.id, text: text(one), items: [] }));
  return lazily({
    criteria: () => [...wanted(false), ...wanted(true)].map(row),
    essentialCriteria: () => texts(wanted(false)),
    desirableCriteria: () => texts(wanted(true)),
    criteriaByGroup: () =>
      groups
        .map((group) => ({
          group: wording.phrase(`criteria.group.${group}`),
          essential: wanted(false)
            .filter((one) => one.group === group)
            .map(text),
          desirable: wanted(true)
            .filter((one) => one.group === group)
            .map(text),
        }))
        .filter(({ essential, desirable }) => essential.length + desirable.length > 0),
  });
}

/** With the behaviour of the level; one that the dictionary lacks is left out, and told of when the role is checked. */
export const competenciesView = ({ competencies = [] }: Role, wording: Wording) =>
  competencies.filter(wording.applies).flatMap(({ id, level }) => {
    const competency = wording.competency(id);
    if (!competency) return [];
    return [
      {
        id: `competency-${id}`,
        name: wording.say(competency.name),
        level,
        behaviours: (competency.levels[level - 1]?.behaviours ?? []).map((one) => wording.say(one)),
      },
    ];
  });

/** Whether any of what is asked for is a paper that one holds, and not a check alone. */
export const asksForLicences = ({ permits = [] }: Role, wording: Wording): boolean =>
  permits.filter(wording.applies).some(({ kind }) => kind !== 'background-check' && kind !== 'medical');

export const permitsView = ({ permits = [] }: Role, wording: Wording) =>
  permits.filter(wording.applies).map((permit) => {
    const name = wording.say(permit.name);
    const renewal = permit.validity ? wording.phrase('permits.renewal', { months: permit.validity.months }) : null;
    return {
      id: permit.id,
      name,
      kind: wording.phrase(`permits.${permit.kind}`),
      renewal,
      text: renewal ? withRemark(name, renewal) : name,
      items: [],
    };
  });
