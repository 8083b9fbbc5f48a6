/** What is wrong, in the words of both packages and of life, for every door. */
import { loadMessages, ownData, packageWorkspace, Refusal, reportJson, reportText } from 'rolewright';
import type { Diagnostic, Locale, Workspace } from 'rolewright';
import { inWords } from '../life/words.js';
import type { LifeWords } from '../life/words.js';
import { StorageRefusal } from '../storage/errors.js';

/** Tells diagnostics in one language. */
export interface Telling {
  readonly text: (diagnostics: readonly Diagnostic[], look: { readonly colour: boolean }) => string;
  readonly plain: (diagnostics: readonly Diagnostic[]) => ReturnType<typeof reportJson>;
}

/** `own` is the folder of this package. */
export function tellingIn(language: Locale, lifeWords: LifeWords, own: Workspace): Telling {
  const root = loadMessages(packageWorkspace(), language);
  const ours = (ownData(own, `locales/messages.${language}.yaml`) as { codes: typeof root.codes }).codes;
  const life = Object.fromEntries(Object.entries(lifeWords.codes).map(([code, words]) => [`register/${code}`, words]));
  const messages = { ...root, codes: { ...root.codes, ...life, ...ours } };
  return {
    text: (diagnostics, look) => reportText(withFacts(diagnostics, lifeWords, language), messages, look),
    plain: (diagnostics) => reportJson(withFacts(diagnostics, lifeWords, language), messages),
  };
}

/** A refusal of life with the facts that its words need. */
const withFacts = (diagnostics: readonly Diagnostic[], lifeWords: LifeWords, language: Locale): Diagnostic[] =>
  diagnostics.map((one) => {
    if (!one.code.startsWith('register/')) return one;
    const { facts } = inWords({ code: one.code.slice('register/'.length), facts: one.args }, lifeWords, language);
    return { ...one, args: { ...facts } };
  });

/** What a refusal says; null for what is none, and so a fault of the program. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] | null {
  if (error instanceof Refusal) return error.diagnostics;
  if (error instanceof StorageRefusal) return [{ code: `storage/${error.code}`, args: { ...error.args }, severity: 'error' }];
  return null;
}
