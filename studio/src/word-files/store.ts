/** The Word files that somebody brought, read one after another. They live as long as the page: the browser keeps no files of others. */
import { useEffect, useState } from 'preact/hooks';
import { bring as bringTo, bringWith } from '../api.js';
import type { ToldFile } from '../types.js';

/** As what a file is taken, where that was said. */
export interface TakenAs {
  readonly title?: string;
  readonly id?: string;
  /** The role of which it is a variant. */
  readonly base?: string;
  /** By the number of a text without a place, the list that it goes to; `out` for none. */
  readonly places?: Readonly<Record<number, string>>;
  /** By the pointer of a text in brackets, the words in its place. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** The same with nothing said of one of its facts. */
export const without = (as: TakenAs, fact: keyof TakenAs): TakenAs =>
  Object.fromEntries(Object.entries(as).filter(([name]) => name !== fact));

export interface Brought {
  readonly key: string;
  readonly file: File;
  readonly as: TakenAs;
  /** Null until it has been read, and where it cannot be. */
  readonly told: ToldFile | null;
  /** Why it cannot be read, or not as this. */
  readonly error: unknown;
  /** The id of the role that it has become. */
  readonly saved: string | null;
  readonly isReading: boolean;
}

let all: readonly Brought[] = [];
const listeners = new Set<() => void>();
let count = 0;
let queue: Promise<void> = Promise.resolve();

function change(next: readonly Brought[]): void {
  all = next;
  for (const listen of listeners) listen();
}

const update = (key: string, facts: Partial<Brought>): void => change(all.map((one) => (one.key === key ? { ...one, ...facts } : one)));

/** The files, drawn again when one of them changes. */
export function useBrought(): readonly Brought[] {
  const [, draw] = useState(0);
  useEffect(() => {
    const listen = (): void => draw((times) => times + 1);
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, []);
  return all;
}

const isSame = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** What sort of file it is, its bytes say. */
const bytesOf = (file: File): Blob => new Blob([file], { type: 'application/octet-stream' });

/** Takes files in, each once, and has them read. */
export function bring(files: readonly File[]): void {
  const fresh = files
    .filter((file) => !all.some((one) => isSame(one.file, file)))
    .map((file): Brought => ({ key: String((count += 1)), file, as: {}, told: null, error: null, saved: null, isReading: true }));
  change([...all, ...fresh]);
  for (const { key } of fresh) read(key);
}

/** Reads a file again, as something else. */
export function takeAs(key: string, as: TakenAs): void {
  update(key, { as, isReading: true });
  read(key);
}

/** What was said of a file, without reading it again. */
export const note = (key: string, as: TakenAs): void => update(key, { as });

export const putAway = (key: string): void => change(all.filter((one) => one.key !== key));

// One after another: the server has other work, and whoever brought them reads one at a time.
function read(key: string): void {
  queue = queue.then(async () => {
    const one = all.find((brought) => brought.key === key);
    if (!one) return;
    const { base } = one.as;
    try {
      update(key, {
        told: await bringTo<ToldFile>('word-files/look', bytesOf(one.file), { name: one.file.name, base }),
        error: null,
        isReading: false,
      });
    } catch (error) {
      update(key, { error, isReading: false });
    }
  });
}

/** Writes the role. Throws what the server refuses. */
export async function save(key: string): Promise<string> {
  const one = all.find((brought) => brought.key === key);
  if (!one) throw new Error('no such file');
  const { title, id, base, places = {}, texts = {} } = one.as;
  const put = Object.entries(places).map(([at, key]) => `${at}:${key}`);
  const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  const taken = await bringWith<{ readonly id: string }>(
    'word-files/take',
    bytesOf(one.file),
    { texts: written },
    {
      ...{ name: one.file.name, title, id: id ?? one.told?.id, base },
      places: put.length > 0 ? put.join(',') : undefined,
    },
  );
  update(key, { saved: taken.id });
  return taken.id;
}
