/** A checker of Stryker that lets a seeded sample of the mutants through: the same seed and sources give the same sample. */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const { MUTATED_SAMPLE: size = '300', MUTATED_SEED: seed = '1' } = process.env;

/** What a mutant is, whatever its number. */
const rank = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  createHash('sha256')
    .update(
      JSON.stringify([seed, relative(process.cwd(), fileName), start.line, start.column, end.line, end.column, mutatorName, replacement]),
    )
    .digest('hex');

function createSample() {
  let chosen = null;
  return {
    init: async () => {},
    // All mutants come here at once before any is checked.
    async group(mutants) {
      if (chosen !== null) throw new Error('The mutants came in parts: a sample of them would be too large');
      chosen = new Set(
        mutants
          .map((mutant) => ({ id: mutant.id, rank: rank(mutant) }))
          .sort((a, b) => (a.rank < b.rank ? -1 : 1))
          .slice(0, Number(size))
          .map(({ id }) => id),
      );
      return [mutants.map(({ id }) => id)];
    },
    check: async (mutants) =>
      Object.fromEntries(
        mutants.map(({ id }) => [
          id,
          chosen.has(id) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: 'not in the sample' },
        ]),
      ),
  };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sample', createSample)];
