/** How a role is made in which each key says a word of its own. */
import type { Locale } from '../src/document/document.js';
import type { Role } from '../src/role/role.generated.js';
import { wordOf } from './marked-values.js';
import type { Making } from './marked-values.js';

/** Left out: keys without words that steer what is printed or are read by lint and lists, and those that only go with another. */
const steering = new Set([
  ...['jurisdictions', 'when', 'core', 'occasion', 'source', 'questions', 'answers'],
  ...['sources', 'titleForms', 'synonyms', 'titleNotes', 'tier', 'facts.ownPattern', 'tables.columns.share', 'kpis.max', 'kpis.measures'],
  ...['reportsTo.mode', 'deputising.instrument', 'requirements.education.mode', 'duties.duties.openEnded', 'duties.duties.items.openEnded'],
  ...['duties.duties.items.marginal', 'onboarding.stages.steps.prepares', 'evaluation.ladder'],
]);

/** `marginal`: whether its duties are not essential. */
export const makingRoles = (locale: Locale, marginal = false, category: Role['category'] = 'specialists'): Making => ({
  given: {
    languages: [locale],
    version: '1.0.0',
    category,
    forms: {},
    posts: {},
    actor: 'new-hire',
    day: { day: 3 },
    'grade.rank': 4,
    'requirements.education.options.level': 'vocational',
    'requirements.experience.min': 3,
    'requirements.experience.max': 5,
    'requirements.experience.unit': 'month',
    'kpis.measures': ['duties'],
    'kpis.weight': 100,
    'kpis.value': 3,
    'kpis.unit': 'count',
    'duties.share': 100,
    'duties.marginal': marginal,
    'duties.duties.marginal': marginal,
    'onboarding.stages.steps.prepares': ['duties'],
    'onboarding.stages.start': { day: 1 },
    'onboarding.stages.duration.max': 5,
    'onboarding.stages.actors': ['mentor'],
    'tables.columns.id': 'one',
    'tables.rows.cells': { one: wordOf('tables.rows.cells') },
    'competencies.id': 'customer-focus',
    'pay.bands.min': 100,
    'pay.bands.max': 300,
    'pay.bands.currency': 'EUR',
    'pay.bands.asOf': '2026-05-04',
    'facts.pay.min': 100,
    'facts.pay.max': 300,
    'facts.pay.currency': 'CHF',
    'protectiveEquipment.unit': 'pair',
    'facts.days': ['mon', 'wed', 'fri'],
  },
  left: steering,
});
