/** Property tests try the same cases each time, so that a red run is a change of ours; `SEED=1 npm test` looks elsewhere. */
import fc from 'fast-check';

const { SEED: seed = '20261122' } = process.env;
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
