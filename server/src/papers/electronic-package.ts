/** A personnel paper that is kept electronically alone, as one file: the paper as it was issued, signatures beside it, and a description. */
import { zipSync } from 'fflate';
import { description } from './description.js';
import type { Labelled, PackageFacts, PackageLaw } from './description.js';

export interface PackageContent extends Labelled {
  /** Of the paper. */
  readonly title: string;
  readonly number: string;
  /** Whom it is for, as the name of the package tells them from others; null for nobody alone. */
  readonly person: string | null;
  /** The PDF, as it was issued. */
  readonly paper: Uint8Array;
  /** Files that were given, as they are. */
  readonly employer: Uint8Array | null;
  readonly employee: Uint8Array | null;
  /** What the files do not say of themselves. */
  readonly facts: PackageFacts;
}

export interface ElectronicPackage {
  /** The name of the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The names of the files in it, in their order. */
  readonly holds: readonly string[];
}

/** The same content gives the same bytes. */
export function electronicPackage(content: PackageContent, law: PackageLaw): ElectronicPackage {
  const { ending } = law.signatures;
  const suffixes = { paper: '.pdf', employer: `_${law.signatures.employer}.${ending}`, employee: `_${law.signatures.employee}.${ending}` };
  const room = law.names.longest - Math.max(...Object.values(suffixes).map(({ length }) => length));
  const stem = nameOf([content.title, content.number], room, law);
  const files: Record<string, Uint8Array> = { [`${stem}${suffixes.paper}`]: content.paper };
  const named: { employerSignature?: string; employeeSignature?: string } = {};
  for (const [side, key] of [['employer', 'employerSignature'] as const, ['employee', 'employeeSignature'] as const]) {
    const bytes = content[side];
    if (bytes === null) continue;
    named[key] = `${stem}${suffixes[side]}`;
    files[named[key]] = bytes;
  }
  const facts: PackageFacts = {
    ...content.facts,
    ...{ file: `${stem}${suffixes.paper}`, size: String(content.paper.length) },
    ...named,
    ...(content.employer && { employerSignatureSize: String(content.employer.length) }),
    ...(content.employee && { employeeSignatureSize: String(content.employee.length) }),
  };
  const described = { [`${law.description.file}.xml`]: new TextEncoder().encode(description(facts, law, content)), ...files };
  return {
    name: `${nameOf([content.title, content.number, ...(content.person === null ? [] : [content.person])], room, law)}.zip`,
    // No time of making: the same contents give the same bytes. Papers are packed within themselves: to pack them again would win nothing.
    bytes: zipSync(described, { mtime: new Date(1980, 0, 1), level: 0 }),
    holds: Object.keys(described),
  };
}

/** Letters as a package may have them, in names of files and of people. */
export const spelledFor = (text: string, { names: { instead } }: Pick<PackageLaw, 'names'>): string =>
  [...text.normalize('NFC')].map((letter) => instead[letter] ?? letter).join('');

function nameOf(parts: readonly string[], longest: number, law: PackageLaw): string {
  const allowed = (letter: string): boolean => /[A-Za-z0-9]/.test(letter) || law.names.letters.includes(letter);
  const letters = [...spelledFor(parts.join('_'), law)].map((letter) => (allowed(letter) ? letter : '_'));
  const name = letters.join('').replace(/_+/g, '_');
  // What is cut is the title: number and person tell packages apart.
  const tail = name.length <= longest ? '' : name.slice(-Math.min(30, longest - 1));
  return `${name.slice(0, longest - tail.length)}${tail}`.replace(/^_|_$/g, '');
}
