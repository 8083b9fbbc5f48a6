/** All checks, in the order of the report. */
import { complete } from './checks/complete.mjs';
import { docxOpens } from './checks/docx-opens.mjs';
import { docxParts } from './checks/docx-parts.mjs';
import { docxRead } from './checks/docx-read.mjs';
import { docxSchema, xlsxSchema } from './checks/docx-schema.mjs';
import { docxText } from './checks/docx-text.mjs';
import { htmlAxe } from './checks/html-axe.mjs';
import { htmlNu } from './checks/html-nu.mjs';
import { htmlText } from './checks/html-text.mjs';
import { pageCount } from './checks/page-count.mjs';
import { pdfA1b } from './checks/pdf-a1b.mjs';
import { pdfAbbreviations } from './checks/pdf-abbreviations.mjs';
import { pdfAccessible } from './checks/pdf-accessible.mjs';
import { pdfArchive } from './checks/pdf-archive.mjs';
import { pdfFields } from './checks/pdf-fields.mjs';
import { pdfFonts } from './checks/pdf-fonts.mjs';
import { pdfInformation } from './checks/pdf-information.mjs';
import { pdfNavigation } from './checks/pdf-navigation.mjs';
import { pdfPages } from './checks/pdf-pages.mjs';
import { pdfPositions } from './checks/pdf-positions.mjs';
import { pdfProfile } from './checks/pdf-profile.mjs';
import { pdfReadingOrder } from './checks/pdf-reading-order.mjs';
import { pdfStructureText } from './checks/pdf-structure-text.mjs';
import { pdfSyntax } from './checks/pdf-syntax.mjs';
import { pdfTags } from './checks/pdf-tags.mjs';
import { redlineSettles } from './checks/redline-settles.mjs';
import { sameBytes } from './checks/same-bytes.mjs';
import { xlsxOpens } from './checks/xlsx-opens.mjs';

/**
 * A check has a `name`, the `formats` that it is about, perhaps `about(document)` for fewer of them, the `programs` that
 * it needs, perhaps the size of a `sample` that must do when there are many documents, and `find(document, context)`,
 * which gives its findings, each `{place, message}` and perhaps `warning: true`, for one document; or `findAll(documents,
 * context)`, which gives them for all at once, with the `file`.
 */
export const checks = [
  complete,
  sameBytes,
  docxSchema,
  docxParts,
  docxOpens,
  docxText,
  docxRead,
  pageCount,
  redlineSettles,
  xlsxSchema,
  xlsxOpens,
  pdfSyntax,
  pdfProfile,
  pdfA1b,
  pdfArchive,
  pdfAccessible,
  pdfFonts,
  pdfInformation,
  pdfNavigation,
  pdfPages,
  pdfStructureText,
  pdfReadingOrder,
  pdfTags,
  pdfAbbreviations,
  pdfFields,
  pdfPositions,
  htmlText,
  htmlNu,
  htmlAxe,
];
