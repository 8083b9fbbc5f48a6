/** The paper of a role as it stands in the editor. */
import {
  checkDraft,
  choices,
  descriptionFor,
  formatsOf,
  isFor,
  isIn,
  kindName,
  ordersForAims,
  Refusal,
  slugOf,
  usualJurisdiction,
  wantedBy,
} from 'rolewright';
import type { Desk, Diagnostic, Locale, Role, Variant } from 'rolewright';
import { orRefuse, refusal } from '../register/setting.js';
import { idOf, isList, valueAt, withEdits } from './edits.js';
import type { Edit, Value } from './edits.js';
import { attempted } from './studio.js';
import type { RoleFile, Studio, Told } from './studio.js';
import { editedVariant } from './variants.js';

export interface AskedDraft {
  /** The file that is edited. */
  readonly base: string;
  readonly edits: readonly Edit[];
}

export interface AskedPaper extends AskedDraft {
  readonly locale: Locale;
  readonly country?: string | undefined;
  readonly kind?: string | undefined;
  readonly form?: 'brief' | 'full' | undefined;
  /** The look that the page has already: it is not sent again. */
  readonly style?: string | undefined;
}

export interface Paper {
  readonly title: string;
  /** As a tag, such as nl-NL. */
  readonly lang: string;
  /** The body of the page; text in it is text. */
  readonly html: string;
  /** The look, by its number; null where the page has it. */
  readonly style: { readonly key: string; readonly css: string | null };
  readonly country: string;
  readonly kind: string;
  readonly form: 'brief' | 'full' | null;
}

export interface PaperAnswer {
  /** Null where the role has errors: the paper stays as it was. */
  readonly paper: Paper | null;
  readonly told: readonly (Told & { readonly pointer: string })[];
}

/** The file that edits are of. Throws a Refusal with `studio-changed-meanwhile` where it is not that any more. */
function baseOf({ base }: Pick<AskedDraft, 'base'>, studio: Studio): RoleFile {
  const file = studio.known(base);
  if (!file) throw refusal('studio-changed-meanwhile');
  return file;
}

/** The role with its edits, checked; null with the reasons in `problems`. */
export function draftOf(asked: AskedDraft, studio: Studio, problems: Diagnostic[]): Role | null {
  const { role, diagnostics } = checkedDraft(baseOf(asked, studio), asked.edits, studio);
  problems.push(...diagnostics);
  return role;
}

/** A role of a file with edits, as it would be read; of a variant the whole role that it makes. */
export function checkedDraft(
  file: RoleFile,
  edits: readonly Edit[],
  studio: Studio,
): { readonly role: Role | null; readonly diagnostics: readonly Diagnostic[] } {
  const made = file.variant && editedVariant(file.variant, edits);
  const { role, diagnostics } = checkDraft(made ? made.data : withEdits(file.data, edits).data, studio.desk());
  // What is wrong with an overlay itself has no place in the role.
  const own = (made?.diagnostics ?? []).map((one) => ({ ...one, path: '' }));
  const short = (made?.warnings ?? []).flatMap((one) => atEssence(one, made?.data));
  return { role: own.length > 0 ? null : role, diagnostics: [...own, ...diagnostics, ...short] };
}

/** Of what is told of an overlay, that which has its place in the role: short words that are left as they were. */
function atEssence(one: Diagnostic, role: Value | undefined): readonly Diagnostic[] {
  const duties = role && valueAt(role, ['duties']);
  const number = isList(duties) ? duties.findIndex((area) => idOf(area) === one.args['area']) : -1;
  return one.code === 'overlay-essence-kept' && number >= 0 ? [{ ...one, path: `/duties/${number}/essence` }] : [];
}

/** Prints the paper, and tells in a language what stands against it. Throws a Refusal for a language, country or kind that there is not. */
export async function paperOf(asked: AskedPaper, language: Locale, studio: Studio): Promise<PaperAnswer> {
  const desk = studio.desk();
  const problems: Diagnostic[] = [];
  const role = draftOf(asked, studio, problems);
  const bases = baseOf(asked, studio).variant?.variant.bases ?? [];
  const paper = role && (await printed(role, bases, asked, desk, studio, problems));
  const told = studio.tell(problems, language).map((one, at) => ({ ...one, pointer: problems[at]?.path ?? '' }));
  return { paper, told: told.filter(({ severity }) => severity === 'error') };
}

/**
 * The same paper as a PDF, as it would be issued but for number and date. Throws a Refusal as `paperOf` does, with what stands against the
 * role, and where the file is another by now.
 */
export async function pdfOf(id: string, asked: AskedPaper, studio: Studio): Promise<PdfPaper> {
  const problems: Diagnostic[] = [];
  const file = studio.role(id);
  if (file.hash !== asked.base) throw refusal('studio-changed-meanwhile');
  const role = draftOf(asked, studio, problems);
  const made = role && composed(role, file.variant?.variant.bases ?? [], { ...asked, format: 'pdf' }, studio.desk(), studio, problems);
  if (!made) throw new Refusal(problems.filter(({ severity }) => severity === 'error'));
  const { bytes } = await studio.press.print(made.tree, 'pdf');
  return { name: `${slugOf(made.tree.title) || id}.pdf`, bytes };
}

export interface PdfPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The page of any role; null where it cannot be made, and `problems` says why. */
export async function printed(
  role: Role,
  bases: Variant['bases'],
  asked: Omit<AskedPaper, keyof AskedDraft>,
  desk: Desk,
  studio: Studio,
  problems: Diagnostic[],
): Promise<Paper | null> {
  const made = composed(role, bases, { ...asked, format: 'html' }, desk, studio, problems);
  if (!made) return null;
  const { tree, job, country, organisation } = made;
  const { bytes } = await studio.press.print(tree, 'html');
  const { style, html, lang } = partsOf(new TextDecoder().decode(bytes));
  const key = String(style.length) + tree.layout + tree.language;
  const detailed = desk.library.kind(job.kind).detail;
  return {
    ...{ title: tree.title, lang, html, country, kind: job.kind },
    style: { key, css: asked.style === key ? null : style },
    form: detailed ? (job.detail ?? organisation?.detail ?? 'brief') : null,
  };
}

/** The document of a role before it is printed. */
function composed(
  role: Role,
  bases: Variant['bases'],
  asked: Omit<AskedPaper, keyof AskedDraft> & { readonly format: 'html' | 'pdf' },
  desk: Desk,
  studio: Studio,
  problems: Diagnostic[],
) {
  const workplace = studio.workplace(problems);
  const { organisation, logo, structure } = workplace;
  const country = asked.country ?? organisation?.jurisdiction ?? usualJurisdiction[asked.locale];
  const usage: Diagnostic[] = [];
  choices('--jurisdiction', country, desk.library.jurisdictions(), usage);
  orRefuse(usage);
  const kind = asked.kind ?? descriptionFor(desk.library.kinds(), country, role.category);
  const wanted = wantedBy(
    { kind, locale: asked.locale, jurisdiction: country, format: asked.format, ...(asked.form && { detail: asked.form }) },
    desk.library,
    usage,
  );
  orRefuse(usage);
  const told: Diagnostic[] = [];
  const common = { organisation, logo, structure, person: null, date: null, detail: wanted.detail };
  const order = attempted(() => ordersForAims([{ role, bases, position: null }], wanted, common, desk, told)[0], told);
  if (!order) {
    problems.push(...told);
    return null;
  }
  const tree = attempted(() => studio.press.assemble(order.job), problems);
  return tree && { tree, job: order.job, country, organisation };
}

/** A whole page taken apart: the studio shows it inside its own. */
export function partsOf(page: string): { readonly style: string; readonly html: string; readonly lang: string } {
  const between = (start: string, end: string): string => {
    const from = page.indexOf(start) + start.length;
    return page.slice(from, page.indexOf(end, from));
  };
  const body = between('<body>', '</body>');
  const script = body.lastIndexOf('<script>');
  // The page around it has its main part already.
  const html = (script < 0 ? body : body.slice(0, script)).replace(/<(\/?)main\b/g, '<$1div');
  return { style: between('<style>', '</style>'), html, lang: between('<html lang="', '"') };
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** The papers that a role has in a country, to be looked at. */
export function kindsFor(role: { readonly category: string }, country: string, language: Locale, { library }: Desk): readonly Choice[] {
  return library
    .kinds()
    .filter((kind) => isIn(kind, country) && isFor(kind, role.category) && formatsOf(kind).includes('html') && kind.for === 'post')
    .map((kind) => ({ id: kind.id, name: kindName(kind, language) }));
}
