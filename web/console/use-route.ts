import { useEffect, useState } from 'react';

const read = () => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);

/** The address behind "#", in pieces: page and id. */
export function useRoute(): string[] {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const onChange = () => setRoute(read());
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return route;
}

export const navigate = (path: string): void => {
  location.hash = `#/${path}`;
};
