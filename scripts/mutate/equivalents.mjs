/**
 * Mutants that no test can tell from the program, each with its reason: `line` is a part of the line of `file` that they are
 * in, `was` the code there that `becomes` something else.
 */
const filled = '"Stryker was here!"';

export const equivalents = [
  ...[
    { was: "path === '' || path.startsWith('/')", becomes: 'false' },
    { was: "path === '' || path.startsWith('/')", becomes: "path === '' && path.startsWith('/')" },
    { was: "path === ''", becomes: 'false' },
    { was: "''", becomes: filled },
    { was: "path.startsWith('/')", becomes: "path.endsWith('/')" },
  ].map((one) => ({
    file: 'src/workspace/output-name.ts',
    line: "if (path === '' || path.startsWith('/')",
    ...one,
    why: 'both cases leave an empty part, which is refused as well',
  })),
  {
    file: 'src/workspace/output-name.ts',
    line: "path.normalize('NFC').toLowerCase()",
    was: "path.normalize('NFC').toLowerCase()",
    becomes: "path.normalize('NFC').toUpperCase()",
    why: 'either makes one of letters that differ in size',
  },
  {
    file: 'src/output/folders.ts',
    line: 'email?.toLowerCase() ?? null',
    was: 'email?.toLowerCase()',
    becomes: 'email?.toUpperCase()',
    why: 'either makes one of letters that differ in size; what becomes of them is never shown',
  },
  {
    file: 'src/output/folders.ts',
    line: "folder.split('/')[0] ?? ''",
    was: "''",
    becomes: filled,
    why: 'a text that is divided always has a first part',
  },
  {
    file: 'src/output/folders.ts',
    line: 'personnelNumber].filter(Boolean)',
    was: "[given === '' ? last : `${last}${sign} ${given}`, personnelNumber].filter(Boolean)",
    becomes: "[given === '' ? last : `${last}${sign} ${given}`, personnelNumber]",
    why: 'nothing joined to a name leaves a space at its end, which is cut off later',
  },
  ...[
    { was: 'text.length <= longest && bytesOf(text) <= mostBytes', becomes: 'false' },
    { was: 'text.length <= longest', becomes: 'text.length < longest' },
    { was: 'bytesOf(text) <= mostBytes', becomes: 'bytesOf(text) < mostBytes' },
  ].map((one) => ({
    file: 'src/output/path-name.ts',
    line: 'if (text.length <= longest && bytesOf(text) <= mostBytes) return text;',
    ...one,
    why: 'a text that is short enough comes whole out of the loop too, only more slowly',
  })),
  {
    file: 'src/output/path-name.ts',
    line: 'text.slice(0, longest * 2)',
    was: 'text.slice(0, longest * 2)',
    becomes: 'text',
    why: 'only spares looking at what is cut off anyway',
  },
  {
    file: 'src/workspace/disk.ts',
    line: 'if (facts.size > limit)',
    was: 'facts.size > limit',
    becomes: 'false',
    why: 'the size of what was read is looked at again; this spares reading it',
  },
  {
    file: 'src/workspace/disk.ts',
    line: 'if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);',
    was: 'bytes.length > limit',
    becomes: 'false',
    why: 'only a file that grows between two calls of the system comes to it',
  },
];
