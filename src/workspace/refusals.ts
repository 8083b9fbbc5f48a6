/** Why a file cannot be read or written, the same for files on a disk and in memory. */
import { posix } from 'node:path';
import { encodingOf } from '../content/encoding.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';

export function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '';
    const { encoding, others } = encodingOf(bytes);
    const args = { file: path, encoding: others.length > 0 || encoding === 'utf-8' ? '' : encoding };
    throw new Refusal([diagnostic('not-utf8', args, { file: path, line: before.split('\n').length })]);
  }
}

export const kibibytes = (bytes: number): number => Math.ceil(bytes / 1024);

export const tooLarge = (path: string, size: number, limit: number): Refusal =>
  refusal('file-too-large', path, { size: kibibytes(size), limit: kibibytes(limit) });

export const missing = (path: string, neighbours: readonly string[]): Refusal =>
  refusal('file-missing', path, { nearest: nearest(posix.basename(path), neighbours) });

export const refusal = (code: string, path: string, args: Record<string, string | number> = {}): Refusal =>
  new Refusal([diagnostic(code, { file: path, ...args }, { file: path })]);

export function refuseIfAny(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

export const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(reasonOf(error));
