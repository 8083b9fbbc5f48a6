/** PDF files broken in one way each. */
import PDFDocument from 'pdfkit';

/** Adds the cases of the checks for PDF files to the bench. */
export async function breakPdf({ form, press, save, add }) {
  const pdf = await press.print(form, 'pdf');
  add('same-bytes', 'one byte more', save(Buffer.concat([pdf.bytes, Buffer.from('\n')]), 'pdf'), /from here on/);

  add('pdf-syntax', 'a file without its end', save(pdf.bytes.subarray(0, pdf.bytes.length - 200), 'pdf'), /./);

  const letter = await paint((kit) => {
    kit.text('Letter');
  });
  add('pdf-fonts', 'a font that is not in the file', save(letter, 'pdf'), /not embedded/);
  add('pdf-information', 'a file without tags', save(letter, 'pdf'), /is no and should be yes/);
  add('pdf-information', 'a file without a title', save(letter, 'pdf'), /is not given and should be/);
  add('pdf-navigation', 'a file without tags', save(letter, 'pdf'), /tags begin with nothing/);
  add('pdf-navigation', 'a file without a language', save(letter, 'pdf'), /is null and should be/);
  add(
    'pdf-navigation',
    'words over the edge',
    save(
      await paint((kit) => {
        kit.text('Overlong', kit.page.width - 20, 100, { lineBreak: false });
      }),
      'pdf',
    ),
    /over the edge/,
  );
  add(
    'pdf-pages',
    'a page with its number only',
    save(
      await paint((kit) => {
        kit.text('Text').addPage().text('2', 300, 20);
      }),
      'pdf',
    ),
    /page is blank/,
  );

  const otherwise = async (change) => save((await press.print(change(globalThis.structuredClone(form)), 'pdf')).bytes, 'pdf');
  const firstSection = (tree) => tree.blocks.find(({ type }) => type === 'section');
  add(
    'pdf-navigation',
    'another heading',
    await otherwise((tree) => {
      firstSection(tree).heading[0].value += '!';
      return tree;
    }),
    /stands where/,
  );
  add(
    'pdf-reading-order',
    'another number',
    await otherwise((tree) => {
      firstSection(tree).children[0].number = '1.99.';
      return tree;
    }),
    /“1\.1\. .*is not where it belongs.*“1\.99\. /s,
  );
  add(
    'pdf-reading-order',
    'two clauses the other way round',
    await otherwise((tree) => {
      firstSection(tree).children.reverse();
      return tree;
    }),
    /which stands elsewhere/,
  );
  add(
    'pdf-reading-order',
    'a section too many',
    await otherwise((tree) => {
      tree.blocks.push(firstSection(tree));
      return tree;
    }),
    /also says/,
  );

  add(
    'pdf-structure-text',
    'another number',
    await otherwise((tree) => {
      firstSection(tree).children[0].number = '1.99.';
      return tree;
    }),
    /“1\.1\..*is not where it belongs.*“1\.99\./s,
  );
  add(
    'pdf-structure-text',
    'two clauses the other way round',
    await otherwise((tree) => {
      firstSection(tree).children.reverse();
      return tree;
    }),
    /which stands elsewhere/,
  );
  add(
    'pdf-structure-text',
    'a section too many',
    await otherwise((tree) => {
      tree.blocks.push(firstSection(tree));
      return tree;
    }),
    /also says/,
  );
  add(
    'pdf-tags',
    'a section too many',
    await otherwise((tree) => {
      tree.blocks.push(firstSection(tree));
      return tree;
    }),
    /there are 3 and should be 2/,
  );
  add('pdf-tags', 'a file without tags', save(letter, 'pdf'), /there are 0 and should be/);
}

/** A PDF without anything that ours have, painted by `work`. */
export function paint(work) {
  return new Promise((resolve) => {
    const kit = new PDFDocument({ size: 'A4' });
    const pieces = [];
    kit.on('data', (piece) => pieces.push(piece));
    kit.on('end', () => resolve(Buffer.concat(pieces)));
    work(kit);
    kit.end();
  });
}
