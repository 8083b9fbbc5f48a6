/** Where the sentences of a text stand. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where sentences end: behind the sign and what closes with it. Abbreviations, initials and figures end none. */
export function sentencesIn(text: string, shortWord: RegExp): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(/[.!?…][)»”"’]*(?=\s+[«“"(‘]?\p{Lu})/gu)) {
    const before = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
    const isShort = text[index] === '.' && (/^\p{L}{1,3}$/u.test(before) || /\.\p{L}{1,3}$/u.test(before)) && !shortWord.test(before);
    if (isShort || (text[index] === '.' && /^\d{1,2}(?:\.\d+)*$/u.test(before) && from === index - before.length)) continue;
    found.push({ from, to: index + sign.length });
    from = index + sign.length;
  }
  if (text.slice(from).trim() !== '') found.push({ from, to: text.length });
  return found;
}
