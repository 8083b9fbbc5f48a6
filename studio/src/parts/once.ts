/** Keys under which things are done once, however often they are asked for. */
import { useRef } from 'preact/hooks';
import { Refused } from '../api.js';

/** Whether the server has said no. A lost answer, a fault and one that is still under way leave it open whether the thing was done. */
const isDecided = (wrong: unknown): boolean =>
  wrong instanceof Refused && wrong.status < 500 && !wrong.problems.some(({ code }) => code === 'http-under-way');

/** What is done about something, given its key. */
export type DoOnce = <T>(about: string, work: (key: string) => Promise<T>) => Promise<T>;

/** One key for each thing, until it is done or refused: what is asked for then is another thing to do. */
export function useOnce(): DoOnce {
  const keys = useRef(new Map<string, string>());
  return async (about, work) => {
    const key = keys.current.get(about) ?? crypto.randomUUID();
    keys.current.set(about, key);
    try {
      const done = await work(key);
      keys.current.delete(about);
      return done;
    } catch (wrong) {
      if (isDecided(wrong)) keys.current.delete(about);
      throw wrong;
    }
  };
}
