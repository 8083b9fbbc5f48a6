/** The life of a role in the editor: drafts, the paper and the findings that follow it, saving. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withIds } from '../../../server/src/studio/edits.js';
import { get, post, Refused } from '../api.js';
import type { Conflict, Edit, Finding, OpenRole, Paper, PaperAnswer, Saved, TypedRead } from '../types.js';
import type { Placed } from './context.js';
import { draftOf, dropDraft, keepDraft } from './draft.js';
import type { View } from './paper-side.js';
import { placeOf } from './places.js';
import { begun, did, draftFrom, editsOf, isChanged, redo, saysAll, typedOver, undo } from './store.js';
import type { Work } from './store.js';

export type SaveState =
  | { readonly is: 'saved'; readonly at: number | null }
  | { readonly is: 'typed' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'conflict'; readonly base: string; readonly data: Work['file']; readonly conflicts: readonly Conflict[] };

/** Whether the rules have looked through the role as it stands. */
export type Looking = 'looking' | 'done' | 'failed';

/** A text that is being read, or that cannot be, with what stands against it. */
export interface Typing {
  readonly is: 'idle' | 'reading' | 'wrong';
  readonly told: TypedRead['told'];
}

/** The same list each time: the editor of texts looks at it. */
const nothing: Typing = { is: 'idle', told: [] };

/** Milliseconds. */
const typedAfter = 350;
const draftAfter = 400;
const paperAfter = 30;
const findingsAfter = 900;

export interface Editor {
  readonly work: Work;
  readonly paper: Paper | null;
  readonly stale: boolean;
  readonly findings: readonly Placed[];
  readonly looking: Looking;
  readonly state: SaveState;
  /** When the changes were made that were found in this browser; null for none. */
  readonly restored: number | null;
  /** Of a variant: what it builds on, as the file was last read. */
  readonly variant: OpenRole['variant'];
  /** What is typed as text, and has not become part of the work yet. */
  readonly typing: Typing;
  edit(edit: Edit): void;
  /** Takes a text in the place of the file, as soon as it can be read. */
  type(text: string): void;
  /** Comes to its end when what was typed has been read; false where it cannot be. */
  typed(): Promise<boolean>;
  /** Goes back to the last text that could be read. */
  dropTyped(): void;
  /** What the server is sent of the work as it is at this very moment. */
  draft(): ReturnType<typeof draftFrom>;
  /** The work as it is at this very moment. */
  now(): Work;
  undo(): void;
  redo(): void;
  save(): Promise<void>;
  settle(theirs: ReadonlySet<string>): Promise<void>;
  discard(): void;
  dismiss(): void;
}

export function useEditor(role: OpenRole, view: View): Editor {
  const found = useRef(role.own ? draftOf(role.id) : null).current;
  const [work, setWork] = useState<Work>(() => begun(role.base, role.data, found?.edits ?? [], found?.typed));
  const [restored, setRestored] = useState<number | null>(found && isChanged(work) ? found.at : null);
  const [state, setState] = useState<SaveState>(() => (isChanged(work) ? { is: 'typed' } : { is: 'saved', at: null }));
  const [variant, setVariant] = useState(role.variant);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [stale, setStale] = useState(false);
  const [invalid, setInvalid] = useState<readonly Placed[]>([]);
  const [linted, setLinted] = useState<readonly Placed[]>([]);
  const [looking, setLooking] = useState<Looking>('looking');
  const latest = useRef(work);
  latest.current = work;
  // A draft belongs to the file as it was then: by it the server tells what changed on both sides.
  const base = useRef(found?.base ?? role.base);

  const change = useCallback((next: Work | null): void => {
    if (!next) return;
    latest.current = next;
    setWork(next);
    setState({ is: 'typed' });
  }, []);
  const edit = useCallback((one: Edit) => change(did(latest.current, one, performance.now() + 1)), []);

  useEffect(() => {
    if (!role.own) return;
    const keep = (): void => void keepDraft(role.id, { ...draftFrom(latest.current), base: base.current, at: Date.now() });
    const timer = setTimeout(keep, draftAfter);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [work]);

  // One question at a time: while the server prints, the newest state waits, and what lies between is skipped.
  const printing = useRef<{ busy: boolean; again: boolean }>({ busy: false, again: false });
  const look = useRef<Paper | null>(null);
  const viewed = useRef(view);
  viewed.current = view;
  const reopened = useRef<string | null>(null);
  const print = useCallback(async (): Promise<void> => {
    if (printing.current.busy) {
      printing.current.again = true;
      return;
    }
    printing.current = { busy: true, again: false };
    const now = latest.current;
    try {
      const { locale, country, kind, form } = viewed.current;
      const answer = await post<PaperAnswer>('paper', {
        ...{ base: now.base, edits: editsOf(now), locale, country },
        ...(kind && { kind }),
        ...(form && { form }),
        ...(look.current && { style: look.current.style.key }),
      });
      setInvalid((before) =>
        before.length + answer.told.length === 0
          ? before
          : answer.told.map((one) => ({ ...one, locale: null, fix: null, place: placeOf(one.pointer, now.data) })),
      );
      setStale(answer.paper === null);
      if (answer.paper) {
        look.current = answer.paper;
        setPaper(answer.paper);
      }
    } catch (error) {
      setStale(true);
      // The server has been started anew since: it is told of the file again by opening it.
      if (
        error instanceof Refused &&
        error.problems.some(({ code }) => code === 'studio-changed-meanwhile') &&
        reopened.current !== now.base
      ) {
        reopened.current = now.base;
        await get(`roles/${encodeURIComponent(role.id)}`).catch(() => null);
        printing.current.again = true;
      }
    }
    const { again } = printing.current;
    printing.current = { busy: false, again: false };
    if (again) await print();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void print(), paper ? paperAfter : 0);
    return () => clearTimeout(timer);
  }, [work.data, view]);

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        setLooking('looking');
        const now = latest.current;
        post<readonly Finding[]>('findings', { base: now.base, edits: editsOf(now), country: view.country }, { signal: stop.signal })
          .then((answer) =>
            setLinted(
              answer.filter(({ severity }) => severity !== 'info').map((one) => ({ ...one, place: placeOf(one.pointer, now.data) })),
            ),
          )
          .then(() => setLooking('done'))
          .catch(() => {
            // Another look has begun, or none could be taken: nothing is said to be well then.
            if (!stop.signal.aborted) setLooking('failed');
          });
      },
      linted.length === 0 && work.steps.length === 0 ? 150 : findingsAfter,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [work.data, view.country]);

  const [typing, setTyping] = useState<Typing>(nothing);
  /** What was typed and has not been read; null for nothing. */
  const unread = useRef<string | null>(null);
  const reading = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; done: Promise<boolean> }>({
    timer: undefined,
    done: Promise.resolve(true),
  });
  const readTyped = async (): Promise<boolean> => {
    const text = unread.current;
    if (text === null) return true;
    try {
      const { data, told } = await post<TypedRead>(`roles/${encodeURIComponent(role.id)}/typed`, { text });
      // Somebody has gone on typing: that is read next.
      if (unread.current !== text) return await readTyped();
      if (data === null) {
        setTyping({ is: 'wrong', told });
        return false;
      }
      unread.current = null;
      change(typedOver(latest.current, text, data));
      setTyping(nothing);
      return true;
    } catch (error) {
      setState({ is: 'failed', error });
      return false;
    }
  };
  const readNow = (): Promise<boolean> => {
    clearTimeout(reading.current.timer);
    return (reading.current.done = reading.current.done.then(readTyped));
  };
  const type = (text: string): void => {
    unread.current = text;
    setTyping(({ told }) => ({ is: 'reading', told }));
    clearTimeout(reading.current.timer);
    reading.current.timer = setTimeout(() => void readNow(), typedAfter);
  };

  const began = (hash: string, data: Work['file'], edits: readonly Edit[]): Work => {
    const next = begun(hash, data, edits);
    base.current = hash;
    latest.current = next;
    setWork(next);
    return next;
  };
  const send = async (hash: string): Promise<void> => {
    setState({ is: 'saving' });
    const before = latest.current;
    const edits = editsOf(before);
    try {
      const answer = await post<Saved>(`roles/${encodeURIComponent(role.id)}/save`, { ...draftFrom(before), base: hash });
      if (answer.outcome === 'saved') {
        // What was typed while it was being saved comes on top.
        const after = latest.current;
        const isTyped = after.typed !== null && after.typed !== before.typed && saysAll(after);
        const since =
          after === before || isTyped ? [] : withIds(editsOf(after).slice(edits.length), new Map(Object.entries(answer.renamed)));
        setVariant(answer.variant);
        dropDraft(role.id);
        setRestored(null);
        const fresh = began(answer.base, answer.data, since);
        const next = isTyped && after.typed ? typedOver(fresh, after.typed.text, after.data) : fresh;
        if (next !== fresh) change(next);
        setState(isChanged(next) ? { is: 'typed' } : { is: 'saved', at: Date.now() });
      } else if (answer.outcome === 'changed')
        setState({ is: 'conflict', base: answer.base, data: answer.data, conflicts: answer.conflicts });
      else {
        setInvalid(answer.told.map((one) => ({ ...one, locale: null, fix: null, place: placeOf(one.pointer, before.data) })));
        setState({ is: 'failed', error: new Refused(422, answer.told) });
      }
    } catch (error) {
      setState({ is: 'failed', error });
    }
  };

  // The same list as long as nothing in it changes: every field looks at it.
  const errors = useMemo(
    () => [...invalid, ...linted.filter((one) => !invalid.some((other) => other.pointer === one.pointer && other.code === one.code))],
    [invalid, linted],
  );
  return {
    ...{ work, paper, stale, looking, state, restored, variant, edit, typing, type },
    typed: readNow,
    dropTyped() {
      unread.current = null;
      clearTimeout(reading.current.timer);
      setTyping(nothing);
    },
    draft: () => draftFrom(latest.current),
    findings: errors,
    now: () => latest.current,
    undo: () => change(undo(latest.current)),
    redo: () => change(redo(latest.current)),
    async save() {
      if ((await readNow()) && isChanged(latest.current)) await send(base.current);
    },
    async settle(theirs) {
      if (state.is !== 'conflict') return;
      const edits = editsOf(latest.current).filter(({ at, do: verb }) => !theirs.has((verb === 'move' ? at.slice(0, -1) : at).join('/')));
      began(state.base, state.data, edits);
      await send(state.base);
    },
    discard() {
      unread.current = null;
      setTyping(nothing);
      dropDraft(role.id);
      setRestored(null);
      began(role.base, role.data, []);
      setState({ is: 'saved', at: null });
    },
    dismiss: () => setState({ is: 'typed' }),
  };
}
