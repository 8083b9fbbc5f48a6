/** A few documents that stand for many. */

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

/** A trait or a pair of traits is worth less each time that it has been taken. */
const worthOf = (document, times) => pairsOf(document).reduce((sum, pair) => sum + 1 / 4 ** (times.get(pair) ?? 0), 0);

const pairsOf = ({ traits = [] }) => traits.flatMap((one, at) => traits.slice(at).map((other) => `${at} ${one} ${other}`));
