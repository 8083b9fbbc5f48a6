/** `rolewright seal`. */
import { basename, dirname, extname } from 'node:path';
import { fontBytes, formatDate, locales } from 'rolewright';
import type { Locale, OutputFile } from 'rolewright';
import { timeInWords } from '../../http/seal-words.js';
import { refusal } from '../../register/setting.js';
import type { Look, Sign } from '../../sign/appearance.js';
import { readCards } from '../../sign/certificate.js';
import type { SealKey } from '../../sign/keys.js';
import { sealFields, sealPdf } from '../../sign/seal.js';
import type { SealFault, SealOrder, Sealed } from '../../sign/seal.js';
import type { Answer } from '../answer.js';
import type { Counter } from '../counter.js';
import { stampFrom } from './clock.js';
import { keyOf } from './key.js';
import type { KeyOptions } from './key.js';
import { phrasesOf, selector } from './words.js';

export interface SealOptions extends KeyOptions {
  readonly tsa?: string;
  readonly level?: string;
  readonly field?: string;
  readonly roots?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Where an organisation signs in our papers, the first that there is; in others it seals unseen. */
const employerFields = ['employer-signature', 'approver-signature'];

/** Seals files one after another; each is written as soon as it is whole. */
export async function seal(files: readonly string[], options: SealOptions, counter: Counter): Promise<Answer> {
  const { workspace } = counter.desk;
  const { seal: sealOne } = await sealingFrom(options, counter);
  const say = phrasesOf(counter);
  const targets = files.map((file) => ({ file, ...targetOf(file, options.out) }));
  const write = (path: string, folder: string, bytes: Uint8Array, dryRun = false): string[] =>
    workspace.writeAll([{ path, bytes } satisfies OutputFile], { folder, force: options.force ?? false, dryRun });
  // Whoever finds the last one taken has waited for all others.
  for (const { path, folder } of targets) write(path, folder, new Uint8Array(), true);
  const done: { readonly file: string; readonly to: string; readonly sealed: Sealed }[] = [];
  const answers: object[] = [];
  for (const { file, path, folder } of targets) {
    const sealed = await sealOne(workspace.readBytes(file), file, options.field);
    const [to = path] = write(path, folder, sealed.bytes);
    done.push({ file, to, sealed });
    const { field, isSeen, level, stamped } = sealed;
    answers.push({ file, to, field, visible: isSeen, level, stamped: stamped?.toISOString() ?? null });
  }
  return {
    data: { sealed: answers },
    lines: done.map(({ to, sealed: { field, isSeen, level, stamped } }) =>
      say('told.sealed', { to, level, field: isSeen ? field : 'none', time: stamped ? timeInWords(stamped) : 'none' }),
    ),
  };
}

function targetOf(file: string, out: string | undefined): { readonly path: string; readonly folder: string } {
  if (out !== undefined) return { path: basename(file), folder: out };
  const extension = extname(file);
  return { path: `${basename(file, extension)}.sealed${extension}`, folder: dirname(file) };
}

/** Seals one file after another with the same key; `file` is what it is called in refusals. */
export type Seal = (bytes: Uint8Array, file: string, field?: string) => Promise<Sealed>;

/** Opens the key and the authority of time that options name. Throws a Refusal for what must not be begun with. */
export async function sealingFrom(options: SealOptions, counter: Counter): Promise<{ readonly seal: Seal; readonly key: SealKey }> {
  const { workspace } = counter.desk;
  const level = options.level ?? 'B-T';
  if (level !== 'B-B' && level !== 'B-T')
    throw refusal('unknown-option-value', { option: '--level', value: level, known: 'B-B, B-T', nearest: '' });
  if (level === 'B-T' && options.tsa === undefined) throw refusal('seal-needs-tsa');
  if (level === 'B-B' && options.tsa !== undefined) throw refusal('seal-tsa-unused');
  const roots = options.roots === undefined ? [] : readCards(workspace.readBytes(options.roots));
  if (options.roots !== undefined && roots.length === 0) throw refusal('seal-no-roots', { file: options.roots });
  const stampTime = options.tsa === undefined ? null : stampFrom({ address: options.tsa, roots }, counter.edge);
  const key = await keyOf(options, counter);
  const fonts = { serif: await fontBytes('serif'), sans: await fontBytes('sans') };
  const seal: Seal = async (bytes, file, field) => {
    const now = counter.edge.now();
    const label = phrasesOf(counter)('sign.label');
    const order: SealOrder = {
      ...{ now, level, stampTime, label },
      field: field ?? usualField(bytes),
      sign: (look) => signOf(look, key, { now, level }, fonts, counter),
    };
    const sealed = await sealPdf(bytes, key, order);
    if ('code' in sealed) throw refused(sealed, file, field ?? '');
    return sealed;
  };
  return { seal, key };
}

/** The first free field in which the employer signs; null for a seal that is not seen. */
function usualField(bytes: Uint8Array): string | null {
  const fields = sealFields(bytes);
  if (typeof fields === 'string') return null;
  return employerFields.find((name) => fields.some((field) => field.name === name && !field.isSigned)) ?? null;
}

function signOf(
  { language, family }: Look,
  key: SealKey,
  { now, level }: { readonly now: Date; readonly level: string },
  fonts: Readonly<Record<Look['family'], Uint8Array>>,
  counter: Counter,
): Sign {
  const locale = locales.find((one: Locale) => language.toLowerCase().startsWith(one)) ?? counter.language;
  const say = phrasesOf(counter, locale);
  const at = now.toISOString();
  // Days stand otherwise in America: the file says of which country its language is.
  const date = formatDate(at.slice(0, 10), locale, 'numeric', /^[a-z]{2}-[A-Z]{2}$/.test(language) ? language : undefined);
  return {
    lines: [say('sign.by', { name: key.certificate.subject }), say('sign.when', { date, time: at.slice(11, 16), level })],
    font: fonts[family],
  };
}

function refused(fault: SealFault, file: string, field: string) {
  switch (fault.code) {
    case 'unreadable':
      return refusal('seal-unreadable', { file, fault: selector(fault.fault) });
    case 'not-extendable':
      return refusal('seal-not-extendable', { file });
    case 'no-field':
      return refusal('seal-no-field', { file, field, fields: fault.fields.join(', ') || 'none' });
    case 'signed-already':
      return refusal('seal-signed-already', { file, field: fault.field });
    case 'too-large':
      return refusal('seal-too-large', { file });
    case 'level-not-reached':
      return refusal('seal-level-not-reached', { file, level: fault.level ?? 'none' });
  }
}
