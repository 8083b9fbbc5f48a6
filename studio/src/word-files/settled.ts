/** What of a file is still to decide: what somebody has placed or written is settled at once, before the role is saved. */
import type { ToldDecision, ToldFile, ToldPart, ToldPiece } from '../types.js';
import type { TakenAs } from './store.js';

const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && !text.includes('[');

/** Whether somebody has said what becomes of it. The first text that is put into a list stands there in the place of brackets. */
export function isSettled({ unplaced, fills }: ToldDecision, { places = {}, texts = {}, title }: TakenAs): boolean {
  if (unplaced) return places[unplaced.at] !== undefined;
  if (!fills) return false;
  if (fills.pointer === '/title') return isWritten(title);
  return isWritten(texts[fills.pointer]) || (fills.list !== null && Object.values(places).includes(fills.list));
}

/** The figures of a file without what is settled. */
export function openIn({ decisions, row }: ToldFile, as: TakenAs): Pick<ToldFile['row'], 'unplaced' | 'decisions'> {
  const settled = decisions.filter((one) => isSettled(one, as));
  return { unplaced: row.unplaced - settled.filter(({ unplaced }) => unplaced !== null).length, decisions: row.decisions - settled.length };
}

/** A part as it is after what somebody chose. */
export function partAfter(part: ToldPart, { places = {} }: TakenAs): ToldPart & { readonly chosen: string | null } {
  const chosen = part.unplaced === null ? null : (places[part.unplaced] ?? null);
  if (chosen === null) return { ...part, chosen };
  return { ...part, certainty: chosen === 'out' ? 'left-out' : 'mapped', chosen, why: '', outlet: '' };
}

const byDoubt: readonly ToldPart['certainty'][] = ['unplaced', 'guessed', 'mapped', 'left-out'];

/** The least certain of its parts speaks for a piece. */
export function pieceAfter(piece: ToldPiece, as: TakenAs): ToldPiece {
  if (piece.parts.every(({ unplaced }) => unplaced === null || as.places?.[unplaced] === undefined)) return piece;
  const parts = piece.parts.map((one) => partAfter(one, as));
  return { ...piece, certainty: byDoubt.find((one) => parts.some(({ certainty }) => certainty === one)) ?? piece.certainty };
}
