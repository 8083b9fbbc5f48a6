/** The programs of other people that the checks ask for their opinion. */
import { existsSync } from 'node:fs';
import { askForNu, nuFrom } from './nu.mjs';
import { askForPreflight } from './preflight.mjs';
import { run } from './program.mjs';

const answers = async (program, question) => {
  const { code } = await run(program, [question]);
  if (code !== 0) throw new Error(`${program} ends with ${code}`);
};

/** Where Debian, which alone parts the suite into packages, has it, and what of it is Calc. */
const suite = '/usr/lib/libreoffice/program';

async function askForCalc() {
  await answers('soffice', '--version');
  if (existsSync(suite) && !existsSync(`${suite}/libsclo.so`)) throw new Error('there is no Calc');
}

/** How to find out whether a program is there, and the package that brings it. */
const programs = {
  qpdf: { ask: () => answers('qpdf', '--version'), from: 'qpdf' },
  pdfinfo: { ask: () => answers('pdfinfo', '-v'), from: 'poppler-utils' },
  pdffonts: { ask: () => answers('pdffonts', '-v'), from: 'poppler-utils' },
  pdftoppm: { ask: () => answers('pdftoppm', '-v'), from: 'poppler-utils' },
  soffice: { ask: () => answers('soffice', '--version'), from: 'libreoffice-writer-nogui' },
  'LibreOffice Calc': { ask: askForCalc, from: 'libreoffice-calc-nogui' },
  preflight: { ask: askForPreflight, from: 'libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java default-jre-headless' },
  'Nu Html Checker': { ask: askForNu, from: nuFrom },
  chromium: { ask: () => answers('chromium', '--version'), from: 'chromium' },
  'Open XML SDK': { ask: () => import('@ooxml-tools/validate'), from: '@ooxml-tools/validate from npm' },
};

/** The programs among `names` that do not run here, each with the package that brings it. */
export async function missingPrograms(names) {
  const asked = names.map(async (name) => {
    const { ask, from } = programs[name];
    return ask().then(
      () => [],
      () => [`${name} (package ${from})`],
    );
  });
  return (await Promise.all(asked)).flat();
}
