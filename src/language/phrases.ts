/** The words of a locale: ICU messages in a nested map, named by a path such as `signature.acquainted`. */
import { Refusal, diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { longestMessage, MessageTooLong, MissingArgument, parseMessage } from './message.js';
import type { Message } from './message.js';

export type PhraseArgs = Readonly<Record<string, string | number | undefined>>;

/**
 * The phrase of a key with its arguments filled in. Refuses with `phrase-missing`, with `phrase-malformed` where the
 * message does not follow the ICU syntax, with `phrase-argument-missing` where an argument has no value, and with
 * `phrase-too-long` where a message repeats its arguments beyond measure.
 */
export type Phrases = (key: string, args?: PhraseArgs) => string;

type Phrase = (args: PhraseArgs) => string;

/** Phrases from a locale file. Messages are parsed when first asked for and kept. */
export function createPhrases(tree: unknown, locale: Locale): Phrases {
  const parsed = new Map<string, Phrase>();
  const read = (key: string): Phrase => {
    const text = messageAt(tree, key);
    if (text === null) throw new Refusal([diagnostic('phrase-missing', { key, locale })]);
    return parse(text, key, locale);
  };
  return (key, args = {}) => {
    const phrase = parsed.get(key) ?? read(key);
    parsed.set(key, phrase);
    return phrase(args);
  };
}

function messageAt(tree: unknown, key: string): string | null {
  let node = tree;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === 'string' ? node : null;
}

function parse(text: string, key: string, locale: Locale): Phrase {
  let message: Message;
  try {
    message = parseMessage(text, locale);
  } catch (error) {
    throw new Refusal([diagnostic('phrase-malformed', { key, locale, reason: error instanceof Error ? error.message : String(error) })]);
  }
  return (args) => {
    // A value that is absent must not print as nothing.
    const present = Object.values(args).includes(undefined)
      ? Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
      : args;
    try {
      return message(present as Readonly<Record<string, string | number>>);
    } catch (error) {
      if (error instanceof MessageTooLong) throw new Refusal([diagnostic('phrase-too-long', { key, locale, limit: longestMessage })]);
      if (!(error instanceof MissingArgument)) throw error;
      throw new Refusal([diagnostic('phrase-argument-missing', { key, locale, argument: error.message })]);
    }
  };
}

/** A value by which a phrase chooses: ICU allows no hyphens in the names of its branches. */
export const branch = (value: string): string => value.replaceAll('-', '_');
