/** PDF files that break what PDF/A and PDF/UA ask for, in one way each. */
import { createRequire } from 'node:module';
import { paint } from './pdf.mjs';

/** Adds the cases of the checks for archives, for people who hear the document, and for abbreviations to the bench. */
export async function breakClaims({ form, press, save, add }) {
  const printed = async (options, tree = form) => Buffer.from((await press.print(tree, 'pdf', options)).bytes).toString('latin1');
  const usual = await printed({});
  /** The file with one thing put in the place of another that is no shorter, so that all else stands where it stood. */
  const broken = (check, done, from, to, expected, { file = usual, options = {} } = {}) => {
    const at = file.indexOf(from);
    if (at === -1 || to.length > from.length) throw new Error(`${done}: ${from} cannot become ${to}`);
    add(
      check,
      done,
      save(Buffer.from(file.slice(0, at) + to.padEnd(from.length) + file.slice(at + from.length), 'latin1'), 'pdf', { options }),
      expected,
    );
  };

  const accessible = (...rest) => broken('pdf-accessible', ...rest);
  accessible('no language', '/Lang (', '/Long (', /no language/);
  accessible('tags that are not sure', '/Marked true', '/Marked null', /tagged for certain/);
  accessible('a window with the name of the file', '/DisplayDocTitle true', '/DisplayDocTitle null', /would not show the title/);
  accessible('fields in another order', '/Tabs /S', '/Tabs /R', /order of the structure/);
  accessible('a field without words', '/TU (', '/TX (', /has no words/);
  accessible('a field that nobody tags', '/Type /OBJR', '/Type /XBJR', /is not tagged/);
  accessible('a heading that skips a level', '/S /H2', '/S /H4', /skips a level/);
  accessible('a type of its own', '/S /LBody', '/S /Words', /no standard type/);
  accessible('an entry outside of a list', '/S /L\n', '/S /P\n', /LI .*may not stand in P|may not stand in P/);
  accessible('a list that does not say how it counts', '/ListNumbering', '/ListNambering', /how it is numbered/);
  accessible('content of another element', /\/K \d\n/.exec(usual)[0], '/K 9', /belongs to no element|another parent/);
  add(
    'pdf-accessible',
    'content without tags',
    save(
      await paint((kit) => {
        kit.text('Letter');
      }),
      'pdf',
    ),
    /outside of the tags/,
  );

  const archive = (...rest) => broken('pdf-archive', ...rest);
  archive('another date', '/CreationDate', '/ModDate', /ModDate is another date/);
  archive('a form of another kind', '/SigFlags 1', '/XFA (x)', /form of another kind/);
  archive('fields for others to draw', '/DA (/Wingdings 0 Tf 0 g)', '/NeedAppearances true', /drawn by whoever opens/);
  archive('a hidden field', '/F 4\n', '/F 2\n', /is not printed, or hidden/);
  archive('a field without a look', '/AP <<', '/XP <<', /has not one look/);
  archive('colours of another kind', '/N 3\n', '/N 4\n', /output intent/);
  archive('a font without its glyphs', '/CIDToGIDMap', '/CIDToGIDMxp', /which glyph a code is/);
  const [named] = /\/FontName \/[A-Z]/.exec(usual);
  archive('a font of two names', named, named.endsWith('X') ? '/FontName /Y' : '/FontName /X', /called in different ways/);
  archive('an action', '/PageMode /UseOutlines', '/AA << >>', /acts by itself/);
  archive('transparency', '/ViewerPreferences', '/SMask', /is transparent/, {
    file: await printed({ profile: '1a' }),
    options: { profile: '1a' },
  });
  const attachment = { name: 'role.json', bytes: new TextEncoder().encode('{}'), description: 'Role', mime: 'application/json' };
  const carrying = await printed({ profile: '3a', attachment });
  archive('a file inside that is nothing to the document', '/AFRelationship /Source', '/AFRelationship /Other', /how it belongs/, {
    file: carrying,
    options: { profile: '3a' },
  });
  add('pdf-archive', 'a file inside where none may be', save(Buffer.from(carrying, 'latin1'), 'pdf'), /which 2a does not allow/);
  const tinos = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
  add(
    'pdf-archive',
    'a sign that the font lacks',
    save(
      await paint((kit) => {
        kit.font(tinos).text('\u2610');
      }),
      'pdf',
    ),
    /glyph for what is missing/,
  );

  const changed = (change) => {
    const tree = globalThis.structuredClone(form);
    for (const { content } of tree.blocks) for (const run of content ?? []) if (run.expansion !== undefined) change(run);
    return tree;
  };
  const otherwise = async (change, options = {}) => save(Buffer.from(await printed({}, changed(change)), 'latin1'), 'pdf', { options });
  add(
    'pdf-abbreviations',
    'one that nobody explains',
    await otherwise((run) => {
      delete run.expansion;
    }),
    /should be “№” for “номер”/,
  );
  add(
    'pdf-abbreviations',
    'another meaning',
    await otherwise((run) => {
      run.expansion = 'число';
    }),
    /is “№” for “число”/,
  );
  add(
    'pdf-abbreviations',
    'other letters',
    await otherwise((run) => {
      run.value = '%';
    }),
    /is “%” for/,
  );
  add(
    'pdf-abbreviations',
    'one for later versions of PDF only',
    await otherwise(() => {}, { profile: '1a' }),
    /not explained in the content/,
  );
}
