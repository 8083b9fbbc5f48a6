/** Which screen is shown: the part of the address behind the `#`, so that the studio may lie anywhere. */
import { useEffect, useState } from 'preact/hooks';

export type Route = readonly string[];

const read = (): Route => {
  const parts = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  return parts.length === 0 ? ['today'] : parts;
};

export const hrefTo = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export const toPerson = (id: string): string => hrefTo('people', id);

export const goTo = (...parts: readonly string[]): void => {
  location.hash = hrefTo(...parts);
};

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = (): void => setRoute(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
