/** The task that packs an issued paper: strangers’ signatures are read beside the server’s thread. */
import type { Diagnostic } from 'rolewright';
import { someone } from '../register/find.js';
import { givenSignature, packed } from './electronic-package.js';
import type { GivenSignature } from './electronic-package.js';
import { plainProblem } from './plain.js';
import { refuse } from './problem.js';
import type { Workshop } from './tasks.js';

export interface Packing {
  readonly person?: string;
  /** Base64 of the file; the day where the signature names none. */
  readonly employerSignature?: string;
  readonly employerSigned?: string;
  readonly employerPost?: string;
  readonly employeeSignature?: string;
  readonly employeeSigned?: string;
  readonly snils?: string;
  readonly code?: string;
  /** The day of the package; today when left out. */
  readonly on?: string;
}

export async function packTask(input: Packing & { readonly document: string }, { setting }: Workshop): Promise<object> {
  const { read } = setting.storage;
  const document = await read.document(input.document);
  const person = input.person === undefined ? null : await read.person(input.person);
  if (!document || person === undefined) throw refuse('http-not-found');
  const given = (side: 'employer' | 'employee'): GivenSignature | null => {
    const content = input[`${side}Signature`];
    const named = { file: `${side}Signature`, on: input[`${side}Signed`], option: `${side}Signed`, needed: `${side}Signature` };
    return givenSignature(content === undefined ? null : Buffer.from(content, 'base64'), named);
  };
  const problems: Diagnostic[] = [];
  const { employerPost, snils, code, on = setting.today } = input;
  const made = await packed(
    { document, person: person && someone(person), employer: given('employer'), employee: given('employee'), employerPost, snils, code },
    { ...setting, today: on },
    problems,
  );
  return {
    ...{ name: made.name, code: made.code, holds: made.holds, signers: made.signers, simple: made.isSimple },
    content: Buffer.from(made.bytes).toString('base64'),
    problems: problems.map(plainProblem),
  };
}
