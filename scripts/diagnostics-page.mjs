// The list of everything that can be wrong, one page for each language, from locales/messages.*.yaml.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const languages = {
  en: {
    file: 'diagnostics.md',
    name: 'In English',
    title: 'Diagnostics',
    intro: [
      'Everything that can be wrong has a code that does not change, a message and advice, in Russian, English and Dutch.',
      'What depends on the case is shown as “this / that”, what is filled in as `{name}`.',
      'With `--json` each diagnostic is `{code, severity, message, hint, file, line, column, path}`.',
    ],
    head: '| Code | What is wrong | What to do |',
  },
  ru: {
    file: 'diagnostics.ru.md',
    name: 'По-русски',
    title: 'Сообщения программы',
    intro: [
      'У всего, что может быть не так, есть неизменный код, сообщение и совет на русском, английском и нидерландском языках.',
      'Ищите по коду, который стоит в сообщении. Что зависит от случая, показано как «одно / другое», что подставляется — как `{name}`.',
    ],
    head: '| Код | Что не так | Что сделать |',
  },
  nl: {
    file: 'diagnostics.nl.md',
    name: 'Nederlands',
    title: 'Meldingen van het programma',
    intro: [
      'Alles wat mis kan zijn, heeft een code die niet verandert, een melding en een advies, in het Nederlands, Engels en Russisch.',
      'Zoek op de code die in de melding staat. Wat van het geval afhangt, staat er als ‘dit / dat’, wat wordt ingevuld als `{name}`.',
    ],
    head: '| Code | Wat er mis is | Wat u doet |',
  },
};

/** File → text; `phrase` writes a message into a cell. */
export const diagnosticsPages = (phrase) =>
  Object.fromEntries(
    Object.entries(languages).map(([language, { file, title, intro, head }]) => {
      const { codes } = parse(readFileSync(new URL(`../locales/messages.${language}.yaml`, import.meta.url), 'utf8'));
      const others = Object.values(languages).filter((other) => other.file !== file);
      const rows = Object.entries(codes).map(([code, { message, hint }]) => `| \`${code}\` | ${phrase(message)} | ${phrase(hint ?? '')} |`);
      return [
        `docs/${file}`,
        [
          `<!-- Written from locales/messages.${language}.yaml by \`npm run reference\`. Do not edit. -->`,
          ...[`# ${title}`, '', others.map((other) => `[${other.name}](${other.file})`).join(' · '), '', ...intro, ''],
          ...[head, '| --- | --- | --- |', ...rows, ''],
        ].join('\n'),
      ];
    }),
  );
