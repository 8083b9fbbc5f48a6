/** Rolewright as a library: what one can do, in the order in which it is done. */

// Where files are, and what a user needs of them: the user's folder, the shelf of this package, all that is read from it.
export { openDesk } from './desk/desk.js';
export type { Desk } from './desk/desk.js';
export { openWorkspace, packageWorkspace } from './workspace/disk.js';
export { keptReading, recallReadings, toldReadings } from './workspace/kept-reading.js';
export type { ToldReadings } from './workspace/kept-reading.js';
export { memoryWorkspace } from './workspace/memory.js';
export type { OutputFile, Workspace, WriteOptions } from './workspace/workspace.js';
export { jurisdictionIds, locales, openLibrary, usualJurisdiction } from './shelf/library.js';
export { descriptionFor, fileStem, isAcknowledged, isFor, isIn, kindName, lackingFor } from './shelf/kinds.js';
export type { Kind } from './shelf/kinds.js';
export type { Library } from './shelf/library.js';

// Read: roles and overlays, the employer, a person, what their files name.
export { readRole } from './desk/roles.js';
export { listRoles } from './role/library.js';
export type { LibraryRole } from './role/library.js';
export type { Role } from './role/role.generated.js';
export { namedRoles } from './desk/role-names.js';
export type { NamedRole } from './desk/role-names.js';
export { readOrganisation } from './organisation/organisation.js';
export type { Organisation } from './organisation/organisation.generated.js';
export { employerAt } from './desk/employer.js';
export type { Employer } from './desk/employer.js';
export { organisationAt } from './desk/organisation-file.js';
export { placementOf } from './desk/placement.js';
export type { Placement, Unplaced } from './desk/placement.js';
export type { StructureFile } from './desk/structure-file.js';
export { readStructure } from './structure/structure.js';
export { linesOf } from './structure/lines.js';
export type { Lines, Place } from './structure/lines.js';
export { readLogo } from './desk/logo.js';
export { readPerson } from './person/person.js';
export type { Person } from './person/person.generated.js';
export { readProject } from './project/project.js';
export type { Project } from './project/project.generated.js';
export { referenceAt } from './desk/reference-document.js';
export type { ReferenceDocument } from './write/docx/reference.js';

// Resolve: a role as it comes out of all its files, with the place of each value.
export { originsOf, resolvedRole } from './desk/resolution.js';
export type { ResolutionOptions, Resolved } from './desk/resolution.js';

// Validate and lint.
export { validateFile } from './desk/validation.js';
export { validateShelf } from './desk/shelf-files.js';
export { provenanceOf } from './desk/provenance.js';
export type { Provenance } from './desk/provenance.js';
export { lintFiles } from './desk/lint-files.js';
export type { LintErrand, LintReport } from './desk/lint-files.js';

// A role that somebody is writing: checked and linted before it stands in a file.
export { checkDraft, openDraftLint } from './desk/role-draft.js';
export type { DraftFinding, DraftLint } from './desk/role-draft.js';
export { inOneLanguage } from './role/one-language.js';
export { topLevel } from './read/top-level.js';
export { openVariant } from './desk/variant.js';
export type { News, NewsOf, Variant } from './desk/variant.js';
export { newOverlay } from './desk/new/new-overlay.js';
export { newRole } from './desk/new/new-role.js';
export type { NewRoleOptions } from './desk/new/new-role.js';
export type { Started } from './desk/new/new-file.js';
export { importWordFiles } from './desk/import/word-import.js';
export type { Imported, ImportedFile } from './desk/import/word-import.js';
export { lookAtSent, takeSent } from './desk/import/sent-file.js';
export type { SeenFile, SentFile, SentWords } from './desk/import/sent-file.js';
export type { ToldDecision, ToldFile, ToldPart, ToldPiece } from './desk/import/told-file.js';
export { schemaText } from './desk/schemas.js';

// Lift files of an older version.
export { migrate } from './desk/migration.js';
export type { MigratedFile, Migration, MigrationErrand } from './desk/migration.js';

// Compare: what changed, in which papers it is seen, and the documents of both as one with tracked changes.
export { diffRoles } from './diff/roles.js';
export type { Change, ChangeKind, FieldChange, Immaterial, RoleDiff } from './diff/change.js';
export type { ComparedPaper, Paper, Papers } from './diff/paper.js';
export { compare, readPair, wordingOf } from './desk/comparison.js';
export type { Git, GitAnswer } from './desk/revision.js';
export { openGit } from './desk/git.js';
export type { CompareOptions, Pair } from './desk/comparison.js';
export { openPapers, papersOf } from './desk/papers.js';
export type { PaperCode, PaperScope } from './desk/papers.js';
export { fingerprintOf, paperText, shortFingerprint } from './paper/fingerprint.js';
export { diffText } from './diff/text.js';
export { summaryOf } from './diff/summary.js';
export { redline } from './redline/merge.js';
export { accepted, rejected } from './redline/settle.js';

// Assemble, print, transfer, plan.
export { createPress, dataFormats, formats, formatsOf, paperFormats } from './press/press.js';
export type { DataFormat, Format, Job, PaperFormat, PaperJob, Press, Printed, PrintOptions } from './press/press.js';
export { fontBytes, readFonts } from './desk/fonts.js';
export { openCalendars } from './desk/calendars.js';
export { provisionalWarnings } from './desk/provisional.js';
export type { WorkCalendar } from './law/work-calendar.js';
export { createWorkCalendar } from './law/work-calendar.js';
export { addDays, addMonths, daysBetween } from './law/dates.js';
export { answersFor } from './view/audience.js';
export type { Audience } from './view/audience.js';
export type { Lived } from './view/agenda.js';
export type { Results } from './view/parties.js';
export type { ToldContact, ToldOnboarding, ToldSource, ToldStage, ToldTask } from './view/told-onboarding.js';
export type { CheckIn, DueDate, Period, Plan, PlannedStage } from './law/plan.js';
export type { ProbationDates } from './law/probation-dates.js';
export type { ServiceDates } from './law/service.js';
export { roleData } from './desk/role-data.js';
export { makeOrders, openMaking, ordersFor, ordersForAims } from './desk/orders.js';
export type { Aim, Common, MadeOrder, MakingOptions, Order } from './desk/orders.js';
export { wantedBy } from './desk/documents.js';
export { choiceOf, choices } from './desk/choice.js';
export { writtenDay } from './desk/written-day.js';
export { formatDate, isRealDate } from './language/dates.js';
export type { DocumentOptions, Wanted } from './desk/documents.js';

// Papers of a caller’s own, in the look of all others.
export { spelt, stationery } from './desk/stationery.js';
export { editionOf } from './view/edition.js';
export type { Stationery, StationeryOptions } from './desk/stationery.js';
export { createPhrases } from './language/phrases.js';
export type { Phrases } from './language/phrases.js';
export { ownData } from './read/own-data.js';

// People: everybody in a staff list or a structure, and the employer that makes their papers.
export { openWorkplace, readStaff } from './desk/workplace.js';
export type { StaffOptions, Workplace } from './desk/workplace.js';
export { staffChoices } from './desk/staff-choices.js';
export type { StaffChoices, StaffFlags } from './desk/staff-choices.js';
export { readStaffTable, staffFieldNames, staffFields } from './desk/staff-table.js';
export type { StaffField, StaffTable, StaffTableRow } from './desk/staff-table.js';
export type { DepartmentRole } from './desk/department-roles.js';
export type { PersonRow } from './staff-list/people.js';
export { samePerson } from './organisation/same-person.js';
export { slugOf } from './language/slug.js';
export { fullName } from './language/names.js';
export type { Names, PersonName } from './person/person.generated.js';

// Batch: the documents of everybody in a staff list.
export { makeBatch, plainBatch } from './desk/batch/batch.js';
export type { BatchAudience, BatchOrder, BatchOutcome, BatchPlan } from './desk/batch/batch.js';

// What stands between roles and files: the tree, what is told of days and figures, the look.
export { paragraph, text } from './document/document.js';
export { contents, plainText, walk } from './document/reading.js';
export type * from './document/document.js';
export type { Agenda } from './document/agenda.js';
export type * as Sheets from './document/workbook.js';
export type { Workbook } from './document/workbook.js';
export { branded } from './theme/brand.js';
export type { FontFamily, Theme } from './theme/theme.js';

// What is wrong, and saying so.
export { diagnostic, hasErrors, Refusal } from './diagnostic/diagnostic.js';
export { nearest } from './diagnostic/nearest.js';
export type { Diagnostic, Severity } from './diagnostic/diagnostic.js';
// What a command of a caller’s own says of mistakes in its command line.
export { usageProblem } from './desk/usage-problem.js';
export type { Called, ParserError } from './desk/usage-problem.js';
export { loadMessages, reportJson, reportText } from './report/report.js';
