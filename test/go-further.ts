/** Which files of tests go further with `FULL=1`: all others would do the same again. */
import { readdirSync, readFileSync } from 'node:fs';

/** They look for it themselves, take more cases of chance, or share what does. */
const signs = /\bFULL\b|'fast-check'|\/(every|programs|databases|studio-browser|hostile-documents|lint-sample|lint-figures)\.js'/u;

export const goingFurther = (): readonly string[] =>
  ['test', 'server/test'].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => `${folder}/${name}`)
      .filter((file) => file.endsWith('.test.ts') && signs.test(readFileSync(file, 'utf8'))),
  );
