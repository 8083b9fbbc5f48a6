/** The files of our lexicons, and what the build has made of them. */
import { prepared } from '../read/prepared.js';
import type { Workspace } from '../workspace/workspace.js';
import { lexiconOf } from './concepts.js';
import type { Lexicon, Lookup } from './concepts.js';

/** Our lexicons of concepts, read when a relation is first looked for. */
export function conceptsOn(own: Workspace): () => Lexicon {
  let lexicon: Lexicon | null = null;
  return () => {
    if (lexicon) return lexicon;
    const texts = textsOn(own);
    const whole = texts.join('\n');
    return (lexicon = lexiconOf(
      texts,
      (language) => (prepared().data(`${conceptFolder}/${language}.json`, whole) as Lookup | undefined) ?? null,
    ));
  };
}

/** Read once for all rules of a project. */
const idsOn = new WeakMap<Workspace, ReadonlySet<string>>();

/** The ids of our concepts. */
export function conceptIds(own: Workspace): ReadonlySet<string> {
  const ids = idsOn.get(own) ?? lexiconOf(textsOn(own)).ids();
  idsOn.set(own, ids);
  return ids;
}

const conceptFolder = 'lint/concepts';

const textsOn = (own: Workspace): string[] =>
  own
    .list(conceptFolder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => own.readText(`${conceptFolder}/${name}`));
