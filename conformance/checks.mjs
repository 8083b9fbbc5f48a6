/** All checks, in the order of the report. */
import { complete } from './checks/complete.mjs';
import { docxOpens } from './checks/docx-opens.mjs';
import { docxParts } from './checks/docx-parts.mjs';
import { docxSchema } from './checks/docx-schema.mjs';
import { docxText } from './checks/docx-text.mjs';
import { pageCount } from './checks/page-count.mjs';
import { pdfFonts } from './checks/pdf-fonts.mjs';
import { pdfInformation } from './checks/pdf-information.mjs';
import { pdfNavigation } from './checks/pdf-navigation.mjs';
import { pdfPages } from './checks/pdf-pages.mjs';
import { pdfReadingOrder } from './checks/pdf-reading-order.mjs';
import { pdfSyntax } from './checks/pdf-syntax.mjs';
import { sameBytes } from './checks/same-bytes.mjs';

/**
 * A check has a `name`, the `formats` that it is about, the `programs` that it needs, and `find(document, context)`,
 * which gives its findings, each `{place, message}` and perhaps `warning: true`, for one document.
 */
export const checks = [
  complete, sameBytes, docxSchema, docxParts, docxOpens, docxText, pageCount,
  pdfSyntax, pdfFonts, pdfInformation, pdfNavigation, pdfPages, pdfReadingOrder,
];
