/**
 * A file in the making. pdfkit writes it; what there is much of goes past the slow parts of pdfkit: bytes are gathered
 * without a stream, pages come packed, and objects can be written in words of our own.
 */
import PDFDocument from 'pdfkit';
import type { Kit, KitReference } from './kit.js';

export interface File {
  kit: Kit;
  /** All operators that were drawn since it was asked last. */
  drawn(): string;
  /** Gives the page begun last its content, which is packed. */
  fill(content: Uint8Array): void;
  /** Writes an object: the entries of its dictionary, and perhaps a stream that is packed already. */
  write(reference: KitReference, entries: string, stream?: Uint8Array): void;
  /** Takes numbers for so many objects, for which pdfkit would make too much ado, and returns the first. */
  take(count: number): number;
  /** Writes an object by its number. */
  writeTaken(number: number, entries: string): void;
  /** All that is written. */
  bytes(): Buffer;
}

/**
 * pdfkit's document is a stream, which would wait for its turn to be read, and hold all that it has until then. Nobody
 * reads this one.
 */
class StillDocument extends (PDFDocument as unknown as new (options: object) => Kit) {
  /** What pdfkit writes while the document comes to be. */
  declare begun: Uint8Array[];

  push(data: Uint8Array | null): boolean {
    // Later on, all but the end goes another way, and the end is no part of the file.
    if (data) ((this.begun as Uint8Array[] | undefined) ?? (this.begun = [])).push(data);
    return true;
  }
}

export function openFile(options: object): File {
  const kit = new StillDocument(options);
  const parts: Uint8Array[] = [...kit.begun];
  let lines = '';
  const endLines = (): void => {
    if (lines !== '') parts.push(Buffer.from(lines, 'latin1'));
    lines = '';
  };
  kit._write = (data) => {
    if (typeof data === 'string') lines += `${data}\n`;
    else {
      endLines();
      parts.push(data);
    }
    kit._offset += data.length + (typeof data === 'string' ? 1 : 0);
  };

  let drawn = '';
  kit.addContent = (operators) => {
    drawn += `${operators}\n`;
  };
  return {
    kit,
    drawn() {
      const operators = drawn;
      drawn = '';
      return operators;
    },
    fill(packed) {
      const { content } = kit.page;
      content.compress = false;
      content.write(packed);
      content.data.Filter = 'FlateDecode';
    },
    write(reference, entries, stream) {
      reference.offset = kit._offset;
      if (stream) {
        kit._write(`${reference.id} 0 obj\n<<\n${entries}\n/Length ${stream.length}\n/Filter /FlateDecode\n>>\nstream`);
        kit._write(stream);
        kit._write('\nendstream\nendobj');
      } else kit._write(`${reference.id} 0 obj\n<<\n${entries}\n>>\nendobj`);
      kit._refEnd(reference);
    },
    take(count) {
      const first = kit._offsets.length + 1;
      for (let number = first; number < first + count; number++) kit._offsets.push(null);
      return first;
    },
    writeTaken(number, entries) {
      kit._offsets[number - 1] = kit._offset;
      kit._write(`${number} 0 obj\n<<\n${entries}\n>>\nendobj`);
    },
    bytes() {
      endLines();
      return Buffer.concat(parts);
    },
  };
}
