/** Rolewright as a library, in the order of its work: files → role → tree → document. */
export { memoryWorkspace, openWorkspace, packageWorkspace } from './workspace.js';
export type { OutputFile, Workspace, WriteOptions } from './workspace.js';
export { listRoles, readRole } from './role/read.js';
export { readOrganisation } from './organisation.js';
export { readPerson } from './person.js';
export type { Role } from './role/role.generated.js';
export type { Organisation } from './organisation.generated.js';
export type { Person } from './person.generated.js';
export { jurisdictionIds, kinds, locales, openLibrary, usualJurisdiction } from './library.js';
export type { Kind, Library } from './library.js';
export { readFonts } from './cli/fonts.js';
export { createPress, formats } from './press.js';
export type { Format, Job, Press, Printed, PrintOptions } from './press.js';
export { contents, plainText, walk } from './document.js';
export type { Block, Document, Inline, Locale } from './document.js';
export { Refusal } from './diagnostic.js';
export type { Diagnostic, Severity } from './diagnostic.js';
export { loadMessages, reportJson, reportText } from './diagnostic-report.js';
