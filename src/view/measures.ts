/** Performance measures, reports, service levels, procedures and working tables, in words. */
import type { Benchmark, Duty, Kpi, Procedure, Report, Role, ServiceLevel, Table } from '../role/role.generated.js';
import { inGroups, sharedOut } from '../role/score.js';
import { measured, targetOf } from '../language/targets.js';
import { withRemark } from '../language/sentences.js';
import { within } from './entries.js';
import type { Statement } from './entries.js';
import { Later, lazily } from './lazily.js';
import type { Wording } from './wording.js';

/** `before` is the measure above it, which may be of the same group. */
export function kpiView(kpi: Kpi, role: Role, wording: Wording, before?: Kpi) {
  const benchmarks = (kpi.benchmarks ?? []).map((one) =>
    wording.phrase('measures.benchmark-entry', { industry: wording.say(one.industry), value: benchmarkValue(one, kpi, wording) }),
  );
  const group = wording.sayMaybe(kpi.group);
  return {
    id: kpi.id,
    name: wording.say(kpi.name),
    /** The heading of its group, in the first measure of it. */
    opens: group === wording.sayMaybe(before?.group) ? null : group,
    formula: wording.sayMaybe(kpi.formula),
    target: targetOf(kpi, wording),
    /** Still to be set: papers leave room to write it in. */
    open: kpi.value === null,
    period: kpi.period === undefined ? '–' : wording.phrase(`period.${kpi.period}`),
    weight: kpi.weight === undefined ? '–' : String(kpi.weight),
    dataSource: wording.sayMaybe(kpi.dataSource) ?? '–',
    /** Which areas of duties it speaks about; null where the role does not say. */
    areas: areasOf(kpi, role, wording),
    benchmarks: benchmarks.length > 0 ? wording.phrase('measures.benchmark', { list: benchmarks.join('; ') }) : null,
  };
}

/** The areas that the measure names, by their headings: those whose duties it names too, each once. */
function areasOf({ measures = [] }: Kpi, { duties }: Role, wording: Wording): string | null {
  const areas = duties.filter(wording.applies).filter((area) => measures.some((id) => id === area.id || hasDuty(area.duties, id)));
  return areas.length === 0
    ? null
    : wording.phrase('measures.areas', { list: areas.map(({ heading }) => wording.say(heading)).join('; ') });
}

const hasDuty = (duties: readonly Duty[], id: string): boolean => duties.some((duty) => duty.id === id || hasDuty(duty.items ?? [], id));

function benchmarkValue({ min, max }: Benchmark, kpi: Kpi, wording: Wording): string {
  const bare: Kpi = { ...kpi };
  delete bare.unitText;
  if (min !== undefined && max !== undefined && min !== max)
    return wording.phrase('measures.range', { low: min, high: measured(max, bare, wording) });
  const single = min ?? max;
  return single === undefined ? wording.phrase('measures.to-be-set') : measured(single, bare, wording);
}

export const reportView = (report: Report, wording: Wording) => ({
  id: report.id,
  name: wording.say(report.name),
  period: wording.phrase(`report-period.${report.period}`),
  recipient: report.recipient ? wording.post(report.recipient).bare : '–',
  contents: report.contents ? report.contents.map((one) => wording.say(one)).join('; ') : null,
  effort: report.effort ? effortOf(report.effort, wording) : null,
});

function effortOf({ min, max, unit }: NonNullable<Report['effort']>, wording: Wording): string | null {
  const words = wording.phrase(`reports.${unit}`);
  if (min === undefined && max === undefined) return null;
  const key = min === undefined ? 'reports.effort-max' : max === undefined ? 'reports.effort-min' : 'reports.effort-range';
  return wording.phrase('reports.effort', { effort: wording.phrase(key, { min: min ?? 0, max: max ?? 0, unit: words }) });
}

export const serviceLevelView = (level: ServiceLevel, wording: Wording) => ({
  id: level.id,
  event: wording.say(level.event),
  limit: within(level.limit, wording),
  onBreach: wording.sayMaybe(level.onBreach),
  note: wording.sayMaybe(level.note),
});

export const procedureView = (procedure: Procedure, wording: Wording) => ({
  id: procedure.id,
  title: wording.say(procedure.title),
  trigger: wording.sayMaybe(procedure.trigger),
  note: wording.sayMaybe(procedure.note),
  steps: procedure.steps.filter(wording.applies).map((step): Statement => {
    const timing = wording.sayMaybe(step.timing);
    return { id: step.id, text: timing ? withRemark(wording.say(step.text), timing) : wording.say(step.text), items: [] };
  }),
});

export const tableView = (table: Table, wording: Wording) => ({
  id: table.id,
  title: wording.say(table.title),
  columns: table.columns.map((column) => ({ title: wording.say(column.title), share: column.share ?? 1 })),
  rows: table.rows.map((row) => ({ id: row.id, cells: table.columns.map(({ id }) => wording.sayMaybe(row.cells[id]) ?? '–') })),
  note: wording.sayMaybe(table.note),
});

/** Everything that tells how the work is done and measured. */
export function measuresView(role: Role, wording: Wording) {
  const views = lazily({
    kpis: () => sharedOut(inGroups(role.kpis ?? [])).measures.map((kpi, at, all) => kpiView(kpi, role, wording, all[at - 1])),
    reports: () => (role.reports ?? []).filter(wording.applies).map((report) => reportView(report, wording)),
    serviceLevels: () => (role.serviceLevels ?? []).filter(wording.applies).map((level) => serviceLevelView(level, wording)),
    procedures: () => (role.procedures ?? []).filter(wording.applies).map((procedure) => procedureView(procedure, wording)),
    tables: () => (role.tables ?? []).filter(wording.applies).map((table) => tableView(table, wording)),
  });
  const { serviceLevels, procedures, tables } = views;
  return { ...views, workRules: new Later(() => serviceLevels.value.length + procedures.value.length + tables.value.length > 0) };
}
