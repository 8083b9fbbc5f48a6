/**
 * The rooms whose tests are tried by mutation: the files that are mutated, whole or by a sample of so many mutants, and the
 * tests that are about them. Paths end with `/*.ts` for all sources of a folder; types that are generated are left out.
 */
const overlays = ['test/overlay.test.ts', 'test/overlay-cli.test.ts', 'test/overlay-values.test.ts'];
const law = ['test/law-probation.test.ts', 'test/law-holidays.test.ts', 'test/law-doors.test.ts', 'test/calendar.test.ts'];

export const rooms = {
  numbering: { mutate: ['src/template/number.ts'], tests: ['test/number.test.ts'] },
  law: { mutate: ['src/law/*.ts'], except: ['src/law/plan.ts'], tests: [...law, 'test/plan.test.ts', 'test/onboarding-papers.test.ts'] },
  plan: { mutate: ['src/law/plan.ts'], tests: [...law, 'test/plan.test.ts', 'test/onboarding-papers.test.ts'] },
  fingerprint: {
    mutate: ['src/paper/*.ts', 'src/desk/papers.ts'],
    tests: ['test/paper-fingerprints.test.ts', 'test/paper-text.test.ts', 'test/diff-papers.test.ts', 'test/foot-mark.test.ts'],
  },
  paths: {
    mutate: [
      'src/workspace/output-name.ts',
      'src/workspace/real-path.ts',
      'src/workspace/commit.ts',
      'src/workspace/disk.ts',
      'src/read/named-file.ts',
      'src/output/path-name.ts',
      'src/output/folders.ts',
      'src/desk/logo.ts',
    ],
    tests: [
      'test/workspace.test.ts',
      'test/named-file.test.ts',
      'test/output-name.test.ts',
      'test/batch-paths.test.ts',
      'test/logo.test.ts',
    ],
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
  'register-life': {
    mutate: ['server/src/life/*.ts'],
    tests: [
      'server/test/life-events.test.ts',
      'server/test/life-guards.test.ts',
      'server/test/life-machine.test.ts',
      'server/test/life-mentions.test.ts',
      'server/test/life-pages.test.ts',
      'server/test/life-standing.test.ts',
    ],
  },
  'register-chain': { mutate: ['server/src/chain/*.ts'], tests: ['server/test/chain.test.ts'] },
  'register-law': { mutate: ['server/src/register/law.ts'], tests: ['server/test/law.test.ts'] },
  role: {
    mutate: ['src/role/*.ts', 'src/role/overlay/*.ts'],
    sample: 300,
    tests: [...overlays, 'test/role-texts.test.ts', 'test/read.test.ts', 'test/diagnostic.test.ts', 'test/foot-mark.test.ts'],
  },
};
