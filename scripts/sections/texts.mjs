/** Texts whose section is known: of our roles, of the headings that the reader knows, of files whose key is known, of the sentences here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** How the files in `test/corpus/import` begin that are in a language. */
const prefixes = { en: ['gb-', 'us-'], ru: ['ru-'], nl: ['nl-'] };

/** All known texts of one language, by section; `root` is the folder of the package. */
export function knownTexts(root, language) {
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const texts = (folder, isOne) =>
    readdirSync(join(root, folder))
      .filter(isOne)
      .sort()
      .map((file) => read(`${folder}/${file}`));
  return textsOf({
    language,
    sentences: parse(read(`scripts/sections/sentences.${language}.yaml`)),
    headings: parse(read(`locales/import.${language}.yaml`)).headings,
    roles: texts('roles', (file) => file.endsWith('.yaml')).map((text) => parse(text)),
    corpus: texts('test/corpus/import', (file) => prefixes[language].some((prefix) => file.startsWith(prefix))),
  });
}

/** To which section the known headings of another key belong; headings of keys that stand nowhere here say nothing. */
const sameAs = {
  ...{ summary: 'purpose', marginal: 'duties', limits: 'rights', pay: 'conditions', acknowledgement: 'final' },
  ...Object.fromEntries(
    ['requirements', 'education', 'experience', 'knowledge', 'skills', 'extra', 'desirable', 'essential', 'qualities', 'competencies'].map(
      (key) => [key, 'requirements'],
    ),
  ),
};

/** Sections under the names that the files in `test/corpus/import` give them. */
const ofCorpus = {
  ...{ reportsTo: 'subordination', subordinates: 'subordination', summary: 'purpose', limits: 'rights', pay: 'conditions' },
  ...{ extra: 'requirements', education: 'requirements', experience: 'requirements', knowledge: 'requirements' },
  ...{ skills: 'requirements', qualities: 'requirements', criteria: 'requirements', physicalDemands: 'physical' },
};

function textsOf({ language, sentences, headings, roles, corpus }) {
  const known = Object.fromEntries(
    Object.entries(sentences).map(([key, one]) => [key, { headings: lines(one.headings), sentences: lines(one.sentences) }]),
  );
  for (const [key, wordings] of Object.entries(headings)) known[sameAs[key] ?? key]?.headings.push(...wordings.map(String));
  for (const [heading, key, text] of corpus.flatMap(ofFile)) {
    const section = known[ofCorpus[key] ?? key];
    if (heading !== null) section?.headings.push(heading);
    section?.sentences.push(text);
  }
  for (const role of roles)
    for (const [key, text] of ofRole(role, language)) {
      const said = text.replace(/\{[^{}]*\}/g, '5').trim();
      if (said !== '') known[key].sentences.push(said);
    }
  return known;
}

const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The lines of a file whose places are known, `text => key`, and before the first of a block its heading. */
function ofFile(file) {
  let heading = null;
  return lines(file).flatMap((line) => {
    const [, text = '', key = ''] = /^(?:#+ |=+ |\*\* |_ |- |\|)?\s*(.*?)\s*\|?\s+=> (\S+)$/u.exec(line) ?? [];
    if (key === 'heading') heading = text.replace(/^(?:\d+[.)]?)+\s+/u, '');
    if (key === '' || key === 'heading' || text.includes('|')) return [];
    const before = heading;
    heading = null;
    return [[before, key, text]];
  });
}

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
    ...list(role.kpis).map(({ name, value, unit }) => [
      'kpis',
      `${said(name)}${value === undefined ? '' : ` ${value}${unit === 'percent' ? ' %' : ''}`}`,
    ]),
    ...own('requirements', role.knowledge, ({ text }) => text),
    ...['skills', 'extra', 'qualities'].flatMap((part) => own('requirements', requirements[part], ({ text }) => text)),
    ...own('requirements', requirements.education?.options, ({ field }) => field),
    ['requirements', said(requirements.experience?.field)],
  ];
}
