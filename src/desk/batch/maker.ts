/** Makes the documents of one person after another: library, fonts and calendars are opened once. */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Document } from '../../document/document.js';
import type { Library } from '../../shelf/library.js';
import { frozen } from '../../content/content.js';
import { createPress, isPaper } from '../../press/press.js';
import type { Job, PaperFormat, Printed, PrintOptions } from '../../press/press.js';
import { openCalendars } from '../calendars.js';
import { readFonts } from '../fonts.js';
import { roleData } from '../role-data.js';
import { codeOf, endsRun, openOutFolder } from '../../output/out-folder.js';
import type { Order, Setup, Task } from './setup.js';

export interface MadeDocument {
  order: Order;
  /** Of the paper that it is a copy of. */
  fingerprint: string;
  bytes: number;
  pages: number | null;
  sha256: string;
}

export interface Made {
  documents: MadeDocument[];
  /** Why not all of them were made. It may tell about the person. */
  problems: Diagnostic[];
  /** Whether the next person would fare no better: the disk is full, the folder is gone. */
  hopeless: boolean;
}

export interface Maker {
  /** Makes all documents of a person before the first is written. Never throws. */
  make(task: Task): Promise<Made>;
}

/** `id` tells makers of one batch apart. Throws a Refusal when the output folder or the model document cannot be used. */
export async function createMaker(setup: Setup, id: string, library: Library): Promise<Maker> {
  const press = createPress(library, readFonts);
  const calendarFor = openCalendars(library);
  // A thread is handed copies; frozen, each is looked through once and not for every document, which takes a tenth of its time.
  const organisation = setup.organisation && frozen(setup.organisation);
  for (const role of Object.values(setup.roles)) frozen(role);
  const out = setup.out === null ? null : openOutFolder(setup.out, id);
  const reference = setup.reference && (await import('../../write/docx/reference.js')).readReference(setup.reference);

  async function printAll({ role, person, organisation: seen, orders }: Task): Promise<(MadeDocument & { file: Uint8Array })[]> {
    // The tree and the fingerprint of a document serve all its formats.
    const [treeOf, fingerprintOf] = [perPaper<Document>(), perPaper<string>()];
    const printed: (MadeDocument & { file: Uint8Array })[] = [];
    for (const order of orders) {
      const { kind, locale, jurisdiction, format } = order;
      const job: Job = {
        role: roleOf(role),
        kind,
        locale,
        jurisdiction,
        person,
        organisation: seen ?? organisation,
        logo: setup.logo,
        date: setup.date ?? (setup.dateOfHire === true ? (person.hireDate ?? null) : null),
        fingerprint: setup.fingerprint,
        detail: setup.detail ?? null,
      };
      const dated = { ...job, calendar: calendarFor(job) };
      const { bytes, pages } = isPaper(format)
        ? await onPaper(
            dated,
            format,
            treeOf(order, () => press.assemble(dated)),
          )
        : await press.transfer(dated, format);
      printed.push({
        order,
        fingerprint: fingerprintOf(order, () => press.fingerprint(job)),
        bytes: bytes.length,
        pages,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        file: bytes,
      });
    }
    return printed;
  }

  async function onPaper(job: Job, format: PaperFormat, tree: Document): Promise<Printed> {
    const options: PrintOptions = {
      reference,
      profile: setup.profile,
      flat: setup.flat,
      attachment: setup.profile === '3a' ? roleData(job, tree.title) : null,
    };
    return press.print(tree, format, options);
  }

  function roleOf(key: string): Job['role'] {
    const role = setup.roles[key];
    if (!role) throw new Error(`no role ${key}`);
    return role;
  }

  return {
    async make(task) {
      const documents: MadeDocument[] = [];
      // Writers leave callbacks for the next turn of the event loop that hold whole documents; Ctrl-C is heard then too.
      await nextTurn();
      try {
        for (const { file, ...document } of await printAll(task)) {
          out?.write(task.folder, document.order.name, file);
          documents.push(document);
        }
        return { documents, problems: [], hopeless: false };
      } catch (error) {
        if (error instanceof Refusal) return { documents, problems: [...error.diagnostics], hopeless: endsRun(error) };
        // One person's data may meet a fault of ours; the others still get their documents.
        return {
          documents,
          problems: [diagnostic('row-fault', { reason: codeOf(error), detail: error instanceof Error ? error.message : '' })],
          hopeless: false,
        };
      }
    },
  };
}

/** What is made once for a document, whatever formats it is wanted in. */
function perPaper<V>(): (order: Order, make: () => V) => V {
  const ready = new Map<string, V>();
  return ({ kind, locale, jurisdiction }, make) => {
    const key = `${kind} ${locale} ${jurisdiction}`;
    const value = ready.get(key) ?? make();
    ready.set(key, value);
    return value;
  };
}
