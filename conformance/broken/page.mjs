/** Pages for the screen broken in one way each. */

/** Adds the cases of the checks for pages to the bench. */
export async function breakPage({ form, press, save, add }) {
  const { bytes } = await press.print(form, 'html');
  const page = Buffer.from(bytes).toString();
  const broken = (pattern, replacement) => {
    const after = page.replace(pattern, replacement);
    if (after === page) throw new Error(`nothing in the page matches ${pattern}`);
    return save(Buffer.from(after), 'html');
  };
  add('same-bytes', 'a page with one byte more', save(Buffer.from(`${page}\n`), 'html'), /from here on/);
  add('html-text', 'another number', broken('>1.1. <', '>1.99. <'), /“1\.1\. .*is not where it belongs.*“1\.99\. /s);
  add('html-text', 'words too many', broken('</h1>', '</h1><p>as well</p>'), /also says “as well”/);
  add('html-text', 'an entry left out', broken(/<li[ >][^]*?<\/li>/, ''), /is not where it belongs/);
  add('html-text', 'another language', broken(/<html lang="[^"]+"/, '<html lang="fr"'), /language is fr/);
  add('html-text', 'another title', broken(/<title>/, '<title>A '), /is “A /);
  add('html-text', 'a tag left open', broken('</main>', ''), /stopped|closing|unexpected/i);
  add(
    'html-nu',
    'what no box takes',
    broken('</h1>', '</h1><p><input type="checkbox" autocomplete="off"/></p>'),
    /autocomplete.*only allowed/s,
  );
  add(
    'html-nu',
    'an element twice called what it is',
    broken('</h1>', '</h1><table><tr><td role="cell">1</td></tr></table>'),
    /role.*must not be used on a .td/s,
  );
  add('html-nu', 'an id given twice', broken('<main', '<p id="twice"></p><p id="twice"></p><main'), /Duplicate ID/);
  add('html-axe', 'a picture that nobody describes', broken('<main', '<img src="data:,"/><main'), /image-alt/);
  add('html-axe', 'a page without a language', broken(/<html lang="[^"]+"/, '<html'), /html-has-lang/);
  add(
    'html-axe',
    'a cell that nobody hears',
    broken('</h1>', '</h1><table><tr><th>1</th><td hidden="">2</td></tr></table>'),
    /td are heard/,
  );
  add('html-axe', 'a picture from the network', broken('<main', '<img alt="" src="https://example.org/x.png"/><main'), /example\.org/);
}
