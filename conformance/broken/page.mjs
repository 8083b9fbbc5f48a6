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
  add('html-axe', 'a picture that nobody describes', broken('<main', '<img src="data:,"/><main'), /image-alt/);
  add('html-axe', 'a page without a language', broken(/<html lang="[^"]+"/, '<html'), /html-has-lang/);
  add('html-axe', 'a picture from the network', broken('<main', '<img alt="" src="https://example.org/x.png"/><main'), /example\.org/);
}
