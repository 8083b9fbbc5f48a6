/** What a screen asks of the server: asked anew when what is asked changes, while the old answer stays in sight. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../api.js';

/** Something that takes its time. */
type Work = () => Promise<void>;

export interface Answered<T> {
  readonly answer: T | null;
  readonly error: unknown;
  readonly busy: boolean;
  /** Asks once more; comes to its end when the answer is there. */
  readonly again: Work;
}

/** Milliseconds after the last keystroke. */
const calm = 150;

export function useAnswer<T>(path: string, facts: Readonly<Record<string, string | undefined>> = {}): Answered<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(true);
  const key = path + JSON.stringify(facts);
  const asked = useRef(facts);
  asked.current = facts;
  const before = useRef<string | null>(null);
  const ask = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      setBusy(true);
      try {
        setAnswer(await get<T>(path, asked.current, signal));
        setError(null);
      } catch (wrong) {
        if (!signal?.aborted) setError(wrong);
      }
      if (!signal?.aborted) setBusy(false);
    },
    [key],
  );
  useEffect(() => {
    const stop = new AbortController();
    // The first one is asked at once; what is typed, when the hand rests.
    const wait = before.current === null ? 0 : calm;
    before.current = key;
    const timer = setTimeout(() => void ask(stop.signal), wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key]);
  return { answer, error, busy, again: () => ask() };
}
