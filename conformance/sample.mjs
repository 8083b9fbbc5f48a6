/** A few documents that stand for many. */
import { createHash } from 'node:crypto';

/**
 * At most `size` of the documents, as different as can be: every pair of traits that occurs together, such as a language
 * and a country, is taken before any pair comes again. The same documents give the same sample.
 */
export function spread(documents, size) {
  if (documents.length <= size) return documents;
  const rest = new Set(documents);
  const times = new Map();
  const chosen = [];
  while (chosen.length < size) {
    const [next] = [...rest]
      .map((document) => ({ document, worth: worthOf(document, times) }))
      .reduce((best, one) => (one.worth > best[0].worth ? [one] : best), [{ worth: -1 }]);
    rest.delete(next.document);
    chosen.push(next.document);
    for (const pair of pairsOf(next.document)) times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return documents.filter((document) => chosen.includes(document));
}

/**
 * As few of the jobs as meet every key that any of them has, those first that meet most of what is still to be met. The seed
 * decides between jobs that would do as well, so that other seeds give other samples and the same seed the same.
 */
export function covering(jobs, keysOf, seed) {
  const rank = (keys) =>
    createHash('sha256')
      .update(`${seed} ${keys.join(' ')}`)
      .digest('hex');
  const rest = jobs
    .map((job) => ({ job, keys: keysOf(job) }))
    .map((one) => ({ ...one, rank: rank(one.keys) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const open = new Set(rest.flatMap(({ keys }) => keys));
  const chosen = new Set();
  while (open.size > 0) {
    const news = rest.map(({ keys }) => keys.filter((key) => open.has(key)).length);
    const { job, keys } = rest[news.indexOf(Math.max(...news))];
    chosen.add(job);
    for (const key of keys) open.delete(key);
  }
  return jobs.filter((job) => chosen.has(job));
}

/** A trait or a pair of traits is worth less each time that it has been taken. */
const worthOf = (document, times) => pairsOf(document).reduce((sum, pair) => sum + 1 / 4 ** (times.get(pair) ?? 0), 0);

const pairsOf = ({ traits = [] }) => traits.flatMap((one, at) => traits.slice(at).map((other) => `${at} ${one} ${other}`));
