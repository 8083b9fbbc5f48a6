/** Which words of a text are in another script than its language, so that voices read them and spelling is checked apart. */

/** Words in Latin letters, with what joins them: “CRM”, “Microsoft Word”, “e-mail”. */
const latin = /[A-Za-zÀ-ɏ][\wÀ-ɏ’&.-]*(?: [A-Za-zÀ-ɏ][\wÀ-ɏ’&.-]*)*/gu;
/** The same in Cyrillic letters: «ООО Ромашка». */
const cyrillic = /[Ѐ-ӿ][Ѐ-ӿ\d.-]*(?:[ «»]+[Ѐ-ӿ][Ѐ-ӿ\d.-]*)*/gu;

export interface LanguageRun {
  text: string;
  /** BCP 47 tag, or null where the language of the document goes on. */
  language: string | null;
}

/** The text in languageRuns of one language; `language` is that of the document, a BCP 47 tag. */
export function languageRuns(text: string, language: string): LanguageRun[] {
  const [foreign, tag] = language.startsWith('ru') ? [latin, 'en-US'] : [cyrillic, 'ru-RU'];
  const found: LanguageRun[] = [];
  let end = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), language: null });
    found.push({ text: match[0], language: tag });
    end = match.index + match[0].length;
  }
  if (end < text.length || found.length === 0) found.push({ text: text.slice(end), language: null });
  return found;
}
