/** Packing an issued paper for a system of electronic personnel papers: what the register knows, and signatures that were made outside. */
import type { Diagnostic } from 'rolewright';
import { electronicPackage, spelledFor } from '../papers/electronic-package.js';
import type { ElectronicPackage } from '../papers/electronic-package.js';
import { nameIn, paperLabel } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { codeOf, employerFacts, packable, packageId, paperFacts, readerOf } from '../register/packing.js';
import { refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { snilsOf } from '../register/snils.js';
import { dayIn, zoneOf } from '../register/zone.js';
import { archiveProfile } from '../sign/archive-profile.js';
import { readDetached } from '../sign/detached.js';
import type { DocumentRow } from '../storage/queries.js';

/** A signature in a file of its own. */
export interface GivenSignature {
  /** What the file is called in messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The day of it, where the signature does not say it. */
  readonly on?: string | undefined;
  /** By what that day is named where this door is asked. */
  readonly option: string;
}

/** What a door was given of one side. Throws a Refusal for a day without a signature: nobody would be told that it counts for nothing. */
export function givenSignature(
  bytes: Uint8Array | null,
  { file, on, option, needed }: Omit<GivenSignature, 'bytes'> & { readonly needed: string },
): GivenSignature | null {
  if (bytes !== null) return { file, bytes, on, option };
  if (on !== undefined) throw refusal('register-package-day-alone', { option, needed });
  return null;
}

export interface PackageAsked {
  readonly document: DocumentRow;
  /** Whose acquaintance it is about; null for the act itself. */
  readonly person: Someone | null;
  readonly employer: GivenSignature | null;
  readonly employee: GivenSignature | null;
  readonly employerPost?: string | undefined;
  readonly snils?: string | undefined;
  readonly code?: string | undefined;
}

export interface Packed extends ElectronicPackage {
  readonly code: string;
  readonly signers: { readonly employer: string | null; readonly employee: string | null };
  /** Whether the employee has signed by an answer by a link alone. */
  readonly isSimple: boolean;
}

/** Throws a Refusal for what cannot be packed; what is only doubtful goes to `problems`. */
export async function packed(asked: PackageAsked, setting: Setting, problems: Diagnostic[]): Promise<Packed> {
  const { document, person } = asked;
  const label = paperLabel(document, setting);
  const { law, paper } = await packable(document, setting);
  const profile = archiveProfile(paper);
  if (profile !== law.profile) throw refusal('register-package-profile', { paper: label, profile: profile ?? 'none', needed: law.profile });
  if (person === null && (asked.employee || asked.snils !== undefined)) throw refusal('register-package-needs-person', { paper: label });
  const employerKnown = employerFacts(setting);
  const code = codeOf(document, person, asked.code, law, setting);
  const known = [law.codes.act, law.codes.acquaintance, ...law.codes.others];
  if (!known.includes(code)) problems.push({ code: 'register-package-code', severity: 'warning', args: { code, known: known.join(', ') } });
  const snils = asked.snils === undefined ? undefined : snilsOf(asked.snils);
  if (snils === null) throw refusal('register-package-snils');
  const employer = asked.employer && signatureIn(asked.employer, paper, setting, problems);
  const employee = asked.employee && signatureIn(asked.employee, paper, setting, problems);
  if (asked.employer && asked.employee && Buffer.from(asked.employer.bytes).equals(asked.employee.bytes))
    throw refusal('register-package-one-signature', { first: asked.employer.file, second: asked.employee.file });
  const reader = person && (await readerOf(person, document, setting));
  const employeeSigned = employee?.day ?? reader?.answeredOn;
  if (person && employeeSigned == null)
    throw refusal('register-package-not-signed', { paper: label, person: nameIn(person, setting.language) });
  if (!employer) problems.push({ code: 'register-package-no-employer', severity: 'warning', args: { paper: label } });
  const isSimple = reader !== null && !employee;
  const facts = await paperFacts(document, setting);
  const spelled = (text: string): string => spelledFor(text, law);
  const { today } = setting;
  const made = electronicPackage(
    {
      ...{ title: facts.title, number: facts.number, paper, created: today },
      id: packageId([document.id, person?.id ?? null, code, today, paper, asked.employer?.bytes ?? null, asked.employee?.bytes ?? null]),
      person: reader && [reader.last, person?.externalId].filter(Boolean).join('_'),
      employer: asked.employer?.bytes ?? null,
      employee: asked.employee?.bytes ?? null,
      facts: {
        ...{ ...employerKnown, ...facts, code },
        ...(asked.employerPost !== undefined && { employerPost: asked.employerPost }),
        ...(employer && { employerSigned: employer.day }),
        ...(reader && {
          ...{ last: spelled(reader.last), first: spelled(reader.first), post: reader.post },
          ...(reader.middle !== null && { middle: spelled(reader.middle) }),
          ...(employeeSigned != null && { employeeSigned }),
          ...(snils !== undefined && { snils }),
          ...(isSimple && { simple: 'true' }),
        }),
      },
    },
    law,
  );
  return { ...made, code, signers: { employer: employer?.signer ?? null, employee: employee?.signer ?? null }, isSimple };
}

/** Who signed and on which day. */
function signatureIn(
  { file, bytes, on, option }: GivenSignature,
  paper: Uint8Array,
  setting: Setting,
  problems: Diagnostic[],
): { readonly signer: string; readonly day: string } {
  const read = readDetached(bytes, paper);
  if (typeof read === 'string') throw refusal('register-package-signature', { file, fault: read.replaceAll('-', '_') });
  if (!read.isChecked) problems.push({ code: 'register-package-unchecked', severity: 'warning', args: { file, signer: read.signer } });
  const day = on ?? (read.signed === null ? null : dayIn(read.signed.toISOString(), zoneOf(setting)));
  if (day === null) throw refusal('register-package-no-day', { file, option });
  return { signer: read.signer, day };
}
