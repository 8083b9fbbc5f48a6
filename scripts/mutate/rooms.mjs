/**
 * The rooms whose tests are tried by mutation: the files that are mutated, whole or by a sample of so many mutants, and the
 * tests that are about them. Paths end with `/*.ts` for all sources of a folder; types that are generated are left out.
 */
export const rooms = {
  numbering: { mutate: ['src/template/number.ts'], tests: ['test/number.test.ts'] },
  law: {
    mutate: ['src/law/*.ts'],
    tests: ['test/calendar.test.ts', 'test/onboarding-papers.test.ts'],
  },
  plan: {
    mutate: ['src/plan/*.ts'],
    tests: ['test/plan.test.ts', 'test/calendar.test.ts', 'test/onboarding-papers.test.ts', 'test/lint-rules.test.ts'],
  },
  fingerprint: { mutate: ['src/role/fingerprint.ts'], tests: ['test/overlay.test.ts', 'test/foot-mark.test.ts'] },
  paths: {
    mutate: [
      'src/workspace/output-name.ts',
      'src/workspace/workspace.ts',
      'src/output/path-name.ts',
      'src/output/folders.ts',
      'src/desk/logo.ts',
    ],
    tests: ['test/workspace.test.ts', 'test/output-name.test.ts', 'test/batch-paths.test.ts', 'test/logo.test.ts'],
  },
  language: {
    mutate: ['src/language/*.ts'],
    sample: 300,
    tests: [
      'test/language-abbreviations.test.ts',
      'test/language-articles.test.ts',
      'test/language-cases.test.ts',
      'test/language-dates.test.ts',
      'test/language-names.test.ts',
      'test/language-phrases.test.ts',
      'test/language-scripts.test.ts',
      'test/language-sentences.test.ts',
      'test/language-typography.test.ts',
    ],
  },
  role: {
    mutate: ['src/role/*.ts'],
    sample: 300,
    tests: [
      'test/overlay.test.ts',
      'test/overlay-cli.test.ts',
      'test/overlay-values.test.ts',
      'test/role-texts.test.ts',
      'test/read.test.ts',
      'test/diagnostic.test.ts',
      'test/foot-mark.test.ts',
    ],
  },
};
