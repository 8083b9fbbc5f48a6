/** `register package`: an issued paper with signatures that were made outside, for a system of electronic personnel papers. */
import { givenSignature, packed } from '../../http/electronic-package.js';
import type { GivenSignature } from '../../http/electronic-package.js';
import { documentMeant, paperLabel, personMeant } from '../../register/find.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';

export interface PackageOptions extends CommonOptions {
  readonly employerSignature?: string;
  readonly employerSigned?: string;
  readonly employerPost?: string;
  readonly employeeSignature?: string;
  readonly employeeSigned?: string;
  readonly snils?: string;
  readonly code?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export const packageOf = (
  paper: string,
  who: string | undefined,
  { employerSignature, employerSigned, employeeSignature, employeeSigned, ...options }: PackageOptions,
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const document = await documentMeant(paper, setting);
    const person = who === undefined ? null : await personMeant(who, setting, { inFull: true });
    const given = (file: string | undefined, on: string | undefined, side: 'employer' | 'employee'): GivenSignature | null =>
      givenSignature(file === undefined ? null : counter.terminal.workspace.readBytes(file), {
        ...{ file: file ?? '', on: on === undefined ? undefined : counter.day(on) },
        ...{ option: `--${side}-signed`, needed: `--${side}-signature` },
      });
    const today = options.on === undefined ? setting.today : counter.day(options.on);
    const made = await packed(
      {
        ...{ document, person, employerPost: options.employerPost, snils: options.snils, code: options.code },
        employer: given(employerSignature, employerSigned, 'employer'),
        employee: given(employeeSignature, employeeSigned, 'employee'),
      },
      { ...setting, today },
      counter.problems,
    );
    const folder = options.out ?? setting.workplace.project?.out ?? 'out';
    const file = { path: made.name, bytes: made.bytes };
    const written = counter.desk.workspace.writeAll([file], { folder, force: options.force ?? false });
    const { code, holds, signers, isSimple } = made;
    return {
      data: { document: document.id, person: person?.id ?? null, file: written[0], code, holds, signers, simple: isSimple },
      lines: [...written, ...holds.map((name) => `  ${name}`)],
      note: counter.say('told.packed', {
        ...{ paper: paperLabel(document, setting), code },
        ...{ employer: signers.employer ?? 'none', employee: signers.employee ?? (isSimple ? 'simple' : 'none') },
      }),
    };
  });
