/** PDF files of another profile, another layout or without fields. */
import { paint } from './pdf.mjs';

/** Adds the cases of the checks for profiles, fields and positions to the bench. */
export async function breakLooks({ form, press, save, add }) {
  const printed = async (options, tree = form) => (await press.print(tree, 'pdf', options)).bytes;
  const attachment = { name: 'role.json', bytes: new TextEncoder().encode('{}'), description: 'Role', mime: 'application/json' };
  const another = { ...attachment, bytes: new TextEncoder().encode('[]') };
  add('pdf-profile', 'another profile', save(await printed({}), 'pdf', { options: { profile: '1a' } }), /is 2 and should be 1/);
  add(
    'pdf-profile',
    'no source',
    save(await printed({ profile: '3a' }), 'pdf', { options: { profile: '3a', attachment } }),
    /is 0 and should be 1/,
  );
  add(
    'pdf-profile',
    'another source',
    save(await printed({ profile: '3a', attachment: another }), 'pdf', { options: { profile: '3a', attachment } }),
    /not the source/,
  );

  const russian = { options: { profile: '1a' } };
  add('pdf-a1b', 'another profile', save(await printed({}), 'pdf', russian), /./);
  add('pdf-a1b', 'no PDF at all', save(Buffer.from('text'), 'pdf', russian), /Header Syntax error/);
  add(
    'pdf-a1b',
    'a font that is not in the file',
    save(
      await paint((kit) => {
        kit.text('Letter');
      }),
      'pdf',
      russian,
    ),
    /FontFile|embedded/i,
  );

  const otherwise = async (change) => save(await printed({}, change(globalThis.structuredClone(form))), 'pdf');
  const firstField = (tree) => tree.blocks.flatMap(({ content = [] }) => content).find(({ type }) => type === 'field');
  const twoFields = (first, second, shift) =>
    paint((kit) => {
      kit.initForm();
      kit.formText(first, 50, 50, 200, 20);
      kit.formText(second, 50 + shift, 50, 200, 20);
    });
  add('pdf-fields', 'paper only', save(await printed({ flat: true }), 'pdf'), /has no field/);
  add(
    'pdf-fields',
    'another label',
    await otherwise((tree) => {
      firstField(tree).label += '!';
      return tree;
    }),
    /its label is .*! and should be/,
  );
  add(
    'pdf-fields',
    'another name',
    await otherwise((tree) => {
      firstField(tree).name += '-2';
      return tree;
    }),
    /its name is .*-2 and should be/,
  );
  add(
    'pdf-fields',
    'another kind',
    await otherwise((tree) => {
      firstField(tree).kind = 'signature';
      return tree;
    }),
    /its type is Sig and should be Tx/,
  );
  add('pdf-fields', 'one field over the other', save(await twoFields('a', 'b', 100), 'pdf'), /lies over b/);
  add('pdf-fields', 'one name for two', save(await twoFields('a', 'a', 300), 'pdf'), /two fields/);
  add('pdf-fields', 'a field over the edge', save(await twoFields('a', 'b', 500), 'pdf'), /over the edge/);
  add('pdf-fields', 'fields without tags', save(await twoFields('a', 'b', 300), 'pdf'), /0 times among the tags/);

  const laidOut = async (layout, wanted = form) => save(await printed({}, { ...form, layout }), 'pdf', { tree: wanted });
  const dutch = { ...form, layout: 'nl' };
  add('pdf-positions', 'Letter', await laidOut('us'), /width of the sheet is 215\.90 mm and should be 210/);
  add('pdf-positions', 'another left margin', await laidOut('nl'), /left margin is 25\.\d\d mm and should be 30/);
  add('pdf-positions', 'a wider left margin', await laidOut('us', dutch), /left margin is/);
  add('pdf-positions', 'another right margin', await laidOut('nl'), /right margin is/);
  add('pdf-positions', 'words in the right margin', await laidOut('gost-2025', dutch), /into the right margin/);
  add('pdf-positions', 'words in the upper margin', await laidOut('gost-2025', dutch), /into the upper margin/);
  add(
    'pdf-positions',
    'a number on the first page',
    await laidOut('nl', { ...form, layout: 'gost-2025' }),
    /its number .* is there 0 times|starts on page 2/,
  );
  const bare = { ...dutch, identity: undefined };
  add('pdf-positions', 'no number at the foot', await laidOut('gost-2025', bare), /its number “1 \/ \d” is there 0 times/);
  const identified = { ...dutch, identity: { title: 'Job description', marks: ['No. 7'], page: ['page ', ' of ', ''] } };
  add('pdf-positions', 'no line at the foot', await laidOut('nl', identified), /its number “page 1 of \d” is there 0 times/);
  add(
    'pdf-positions',
    'the page in words at another edge',
    save(await printed({}, { ...identified, layout: 'us' }), 'pdf', { tree: identified }),
    /the right edge of the page number|its number “page 1 of \d” is there 0 times/,
  );
  add('pdf-positions', 'a size that the profile does not have', await laidOut('nl'), /which the profile does not know/);
  add('pdf-positions', 'a narrower stamp', await laidOut('gost-2016'), /left edge is 125\.\d\d mm and should be 120/);
  add('pdf-positions', 'numbers at another indent', await laidOut('nl'), /left edge is 25\.\d\d mm and should be 42\.50/);
  add(
    'pdf-positions',
    'no words',
    save(
      await paint((kit) => {
        kit.text('Letter');
      }),
      'pdf',
    ),
    /there are no words/,
  );
}
