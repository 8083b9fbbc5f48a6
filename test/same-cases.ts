/** Property tests try the same cases each time, so that a red run is a change of ours; `SEED=1 npm test` looks elsewhere. */
import fc from 'fast-check';

const { SEED: seed = '20261122', FULL: full } = process.env;
// A tenth of what is usual where nobody asks for all: most tests say themselves how many they need.
const numRuns = full === undefined ? 10 : 100;
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed), numRuns });
