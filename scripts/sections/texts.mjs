/** Texts whose section is known, in one language: of our roles, of the headings that the reader knows, and of the sentences beside this. */

/** To which section the known headings of another key belong; headings of keys that stand nowhere here say nothing. */
const sameAs = {
  ...{ summary: 'purpose', marginal: 'duties', limits: 'rights', pay: 'conditions', acknowledgement: 'final' },
  ...Object.fromEntries(
    ['requirements', 'education', 'experience', 'knowledge', 'skills', 'extra', 'desirable', 'essential', 'qualities', 'competencies'].map(
      (key) => [key, 'requirements'],
    ),
  ),
};

export function textsOf({ language, sentences, headings, roles }) {
  const known = Object.fromEntries(
    Object.entries(sentences).map(([key, one]) => [key, { headings: lines(one.headings), sentences: lines(one.sentences) }]),
  );
  for (const [key, wordings] of Object.entries(headings)) known[sameAs[key] ?? key]?.headings.push(...wordings.map(String));
  for (const role of roles)
    for (const [key, text] of ofRole(role, language)) {
      const said = text.replace(/\{[^{}]*\}/g, '5').trim();
      if (said !== '') known[key].sentences.push(said);
    }
  return known;
}

const lines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** The texts of a role by section, in one language. */
function ofRole(role, language) {
  const said = (value) => (typeof value === 'string' ? value : (value?.[language] ?? ''));
  const list = (value) => (Array.isArray(value) ? value : []);
  const own = (key, value, text) => list(value).map((one) => [key, said(text(one))]);
  const { requirements = {} } = role;
  return [
    ['purpose', said(role.purpose)],
    ['purpose', said(role.summary)],
    ...list(role.duties).flatMap((group) => [...own('duties', group.duties, ({ text }) => text), ['duties', said(group.essence)]]),
    ...own('rights', role.rights, ({ text }) => text),
    ...list(role.limits).flatMap(({ topic, decides, refers }) => [
      ['rights', `${said(topic)}: ${said(decides)}`],
      ['rights', said(refers)],
    ]),
    ...own('responsibility', role.responsibility, ({ text }) => text),
    ...list(role.relations).map(({ party, purpose }) => ['relations', `${said(party)}${said(purpose) ? `: ${said(purpose)}` : ''}`]),
    ...own('conditions', role.conditions, ({ text }) => text),
    ...own('conditions', role.pay?.components, ({ text }) => text),
    ...own('physical', role.physicalDemands, ({ text }) => text),
    ...list(role.kpis).map(({ name, value, unit }) => ['kpis', `${said(name)}${value === undefined ? '' : ` ${value}${unit === 'percent' ? ' %' : ''}`}`]),
    ...own('requirements', role.knowledge, ({ text }) => text),
    ...['skills', 'extra', 'qualities'].flatMap((part) => own('requirements', requirements[part], ({ text }) => text)),
    ...own('requirements', requirements.education?.options, ({ field }) => field),
    ['requirements', said(requirements.experience?.field)],
  ];
}
