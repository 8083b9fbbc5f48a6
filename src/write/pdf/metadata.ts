/** Title, author and the claims of the file, in the two places where PDF wants them. */
import type { Document } from '../../document/document.js';
import { InformationValue } from './insides.js';

/** A file says when it was made; ours do not know, since the same document must give the same bytes. */
export const always = new Date(Date.UTC(2000, 0, 1));

/** The document information. Empty values are left out. */
export function informationOf(document: Document): Record<string, InformationValue | Date> {
  const values = {
    Title: document.title,
    Author: document.author,
    Subject: document.subject,
    Keywords: document.keywords.join(', '),
    Creator: 'Rolewright',
  };
  const present = Object.entries(values)
    .map(([key, value]): [string, string] => [key, printable(value)])
    .filter(([, value]) => value !== '');
  return { ...Object.fromEntries(present.map(([key, value]) => [key, new InformationValue(value)])), CreationDate: always };
}

/** Both places must say the same, and XML 1.0 does not have these characters at all. */
const printable = (value: string): string =>
  value.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');

/** The claim of PDF/UA-1, with the description of its schema that PDF/A asks for. */
export const universalAccess = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
`;
