// The list of everything that is cited, with what was read of it and when: docs/law.md, written by `npm run reference`.
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** All words of the page; another language is another entry. */
const words = {
  en: {
    banner: 'Written from jurisdictions/, kinds/ and lint/ by `npm run reference`. Do not edit.',
    title: 'Law, and how far it was read',
    about: [
      'Everything that documents, terms of keeping and lint rules rest on, with one of three states:',
      '',
      '- **text**: the wording itself was read, as the address publishes it, on the day stated. That may be an older edition;',
      '  where it is known to be one, the subject says so.',
      '- **secondary**: what an authority, a law firm or a journal says of it was read.',
      '- **open**: nobody has read it yet. Documents name the act in general words or not at all, never an article.',
      '',
      'None of it is legal advice. Before you rely on a reference, have a lawyer compare it with the law in force.',
    ],
    counts: 'How many',
    open: 'Open',
    place: 'Country',
    total: 'All',
    reference: 'Reference',
    subject: 'About',
    state: 'State',
    read: 'Read on',
    used: 'Used in',
    none: 'None.',
    states: { text: 'text', secondary: 'secondary', open: 'open' },
    places: { ru: 'Russia', nl: 'Netherlands', gb: 'United Kingdom', us: 'United States', all: 'Several countries, or none' },
  },
};

const states = ['open', 'secondary', 'text'];
const stateOf = ({ checked, read }) => (checked === null ? 'open' : (read ?? 'text'));

async function filesIn(folder) {
  const url = new URL(`../${folder}/`, import.meta.url);
  const names = (await readdir(url)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(new URL(name, url), 'utf8'))));
}

/** Every reference once, by country and citation, with the files that use it. */
export async function references() {
  const found = [];
  for (const { id, laws, calendar } of await filesIn('jurisdictions')) {
    const used = `jurisdictions/${id}.yaml`;
    for (const law of laws) found.push({ ...law, place: id, used });
    for (const [year, decree] of Object.entries(calendar.years ?? {}))
      found.push({ ...decree, citation: decree.source, about: `days off in ${year}`, place: id, used });
  }
  for (const { id, keep } of await filesIn('kinds'))
    for (const [place, keeping] of Object.entries(keep ?? {}))
      found.push({ ...keeping, citation: keeping.basis, place, used: `kinds/${id}.yaml` });
  for (const { id, citations } of await filesIn('lint'))
    for (const one of citations)
      found.push({
        ...one,
        citation: one.text,
        place: one.jurisdictions?.length === 1 ? one.jurisdictions[0] : 'all',
        used: `lint/${id}.yaml`,
      });
  const merged = new Map();
  for (const { place, citation, about, address, checked, read, used } of found) {
    const key = `${place} ${citation}`;
    const known = merged.get(key) ?? { place, citation, about, address, checked, state: stateOf({ checked, read }), used: [] };
    merged.set(key, { ...known, used: [...new Set([...known.used, used])] });
  }
  return [...merged.values()];
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (heads, rows) => [
  `| ${heads.join(' | ')} |`,
  `| ${heads.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
];

/** The Markdown of the list, the open ones first. */
export async function lawReference(language = 'en') {
  const said = words[language];
  const all = await references();
  const places = Object.keys(said.places);
  const count = (list) => states.map((state) => String(list.filter((one) => one.state === state).length));
  const linked = ({ citation, address }) =>
    address ? `[${citation}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})` : citation;
  const usedIn = ({ used }) => used.map((file) => `\`${file}\``).join(', ');
  const open = all.filter(({ state }) => state === 'open');
  return [
    `<!-- ${said.banner} -->`,
    `# ${said.title}`,
    '',
    ...said.about,
    '',
    `## ${said.counts}`,
    '',
    ...table(
      [said.place, ...states.map((state) => said.states[state]), said.total],
      [
        ...places.map((place) => {
          const own = all.filter((one) => one.place === place);
          return [said.places[place], ...count(own), String(own.length)];
        }),
        [said.total, ...count(all), String(all.length)],
      ],
    ),
    '',
    `## ${said.open}`,
    '',
    ...(open.length === 0
      ? [said.none]
      : table(
          [said.reference, said.place, said.subject, said.used],
          open.map((one) => [one.citation, said.places[one.place], one.about ?? '', usedIn(one)]),
        )),
    ...places.flatMap((place) => {
      const own = all.filter((one) => one.place === place && one.state !== 'open');
      if (own.length === 0) return [];
      const rows = own.map((one) => [linked(one), one.about ?? '', said.states[one.state], one.checked, usedIn(one)]);
      return ['', `## ${said.places[place]}`, '', ...table([said.reference, said.subject, said.state, said.read, said.used], rows)];
    }),
    '',
  ].join('\n');
}
