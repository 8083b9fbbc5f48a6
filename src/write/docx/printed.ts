/** The library's elements as XML, for the text of a document. */
import type { XmlComponent } from 'docx';
import { elementXml } from './insides.js';
import type { Pictures } from './pictures.js';
import { unseal } from './printable.js';

/** The XML of an element of the text. */
export const printed = (component: XmlComponent, pictures: Pictures): string => unseal(elementXml(component, pictures.add, pictures.idOf));
