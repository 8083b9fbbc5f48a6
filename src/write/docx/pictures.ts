/** The pictures among the text, each in the file once, however often it is shown. */
import type { IMediaData } from 'docx';
import { strFromU8, strToU8 } from 'fflate';

export interface Pictures {
  /** Called by the library, which names each picture by its content. */
  add(name: string, picture: Pick<IMediaData, 'type' | 'data'>): void;
  /** By which the text refers to a picture; null for another name. */
  idOf(name: string): string | null;
  /** A number that no other picture of the document has, those around the text included. */
  next(): number;
  /** How many numbers are given. */
  count(): number;
  /** Puts them among the parts of the file. */
  addTo(parts: Record<string, Uint8Array>): void;
}

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const relationships = 'word/_rels/document.xml.rels';

export function openPictures(): Pictures {
  const all = new Map<string, { id: string; target: string; data: Uint8Array }>();
  let count = 0;
  return {
    add(name, { type, data }) {
      const id = `picture${all.size + 1}`;
      if (!all.has(name)) all.set(name, { id, target: `media/${id}.${type}`, data: new Uint8Array(data as Uint8Array) });
    },
    idOf: (name) => all.get(name)?.id ?? null,
    next: () => (count += 1),
    count: () => count,
    addTo(parts) {
      if (all.size === 0) return;
      for (const { target, data } of all.values()) parts[`word/${target}`] = data;
      const links = [...all.values()].map(({ id, target }) => `<Relationship Id="${id}" Type="${relationshipType}" Target="${target}"/>`);
      parts[relationships] = strToU8(
        strFromU8(parts[relationships] ?? new Uint8Array()).replace('</Relationships>', `${links.join('')}</Relationships>`),
      );
    },
  };
}
