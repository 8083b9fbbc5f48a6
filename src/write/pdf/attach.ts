/** A file inside the document: the source that it was made from. */
import { enterIntoCatalogue } from './insides.js';
import type { Kit } from './insides.js';
import { always } from './metadata.js';
import type { Attachment } from './profile.js';

/** Attaches a file to the whole document, as its source. Not pdfkit's own way, which writes a malformed checksum. */
export function attach({ name, bytes, description, mime }: Attachment, kit: Kit): void {
  const file = kit.ref({ Type: 'EmbeddedFile', Subtype: mime.replaceAll('/', '#2F'), Params: { ModDate: always, Size: bytes.length } });
  file.end(bytes);
  const specification = kit.ref({
    Type: 'Filespec',
    // Some readers know only the older key for the name and the file.
    F: new String(name),
    UF: new String(name),
    Desc: new String(description),
    AFRelationship: 'Source',
    EF: { F: file, UF: file },
  });
  specification.end();
  kit.addNamedEmbeddedFile(name, specification);
  enterIntoCatalogue(kit, { AF: [specification] });
}
