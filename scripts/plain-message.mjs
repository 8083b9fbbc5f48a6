/**
 * A message in ICU MessageFormat as people read it in a table: each choice as what it is between, “a / b”, each number and each list of
 * countries or sections by its name.
 */
export const plainMessage = (text) => spoken(text).replace(/\s+/g, ' ').trim();

function spoken(text) {
  let [said, at] = ['', 0];
  while (at < text.length) {
    if (text[at] !== '{') {
      said += text[at++];
      continue;
    }
    const end = closing(text, at);
    said += argument(text.slice(at + 1, end));
    at = end + 1;
  }
  return said;
}

/** Where the bracket that opens at `from` closes. */
function closing(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`A bracket without an end: ${text}`);
}

function argument(inside) {
  const [, name, sort, rest] = /^\s*(\w+)\s*(?:,\s*(select|plural)\s*,([^]*))?/.exec(inside) ?? [];
  if (sort === undefined) return name === undefined ? `{${inside}}` : `{${name}}`;
  const choices = choicesIn(rest);
  const last = choices.at(-1);
  // What a name stands for is a long list of countries, sections or languages: the name says enough.
  if (last === `{${name}}`) return last;
  if (sort === 'plural') return last.replace('#', `{${name}}`);
  const all = [...new Set(choices.filter((choice) => choice.trim() !== ''))];
  return all.join(' / ');
}

function choicesIn(rest) {
  const choices = [];
  for (let at = rest.indexOf('{'); at >= 0; at = rest.indexOf('{', at)) {
    const end = closing(rest, at);
    choices.push(spoken(rest.slice(at + 1, end)));
    at = end + 1;
  }
  return choices;
}
