/** What takes longest begins first, so that no worker goes on with one file while the other has nothing left: a fresh clone knows no durations. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const long = [
  ...['server/test/studio', 'server/test/studio-head', 'server/test/signer-walk', 'server/test/trials', 'server/test/walk'],
  ...['server/test/api', 'test/word-import', 'server/test/seal', 'server/test/forgeries', 'test/onboarding-papers', 'test/project-shelf'],
  ...[
    'test/prepared',
    'test/lint',
    'server/test/refusals',
    'test/import',
    'test/lint-meaning',
    'test/every-page',
    'server/test/slips-papers',
  ],
].map((name) => `/${name}.test.ts`);

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
