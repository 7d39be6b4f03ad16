import { useCallback, useEffect, useRef, useState } from 'react';
import { useOnline } from '../../../console/use-online.ts';
import type { Site } from './use-site.ts';
import { ask, Refused, type Visit } from './visit-api.ts';
import {
  keepToken,
  keepWaiting,
  keptToken,
  type WaitingMessage,
  waitingMessages,
} from './waiting-messages.ts';

const LOOK_MS = { open: 4000, closed: 30_000 };
const AGAIN_MS = 5000;

type Begun = { token: string; isKnown: boolean };
const begin = (identity: string | null) =>
  ask<Begun>('/visit', { method: 'POST', body: identity ? { identity } : {} });

/** A visit: who it is, what was said, and what still waits to be taken. */
export function useVisit(site: Site | null, isOpen: boolean) {
  const [visit, setVisit] = useState<Visit | null>(null);
  const [isKnown, setKnown] = useState(false);
  const [waiting, setWaiting] = useState<WaitingMessage[]>(waitingMessages);
  const [problem, setProblem] = useState<string | null>(null);
  const token = useRef<string | null>(null);
  const isOnline = useOnline();

  /** Asks as this visitor; a visit that is over begins anew, once. */
  const asVisitor = useCallback(
    async <T>(path: string, given: { method?: 'POST' | 'PUT'; body?: unknown } = {}): Promise<T> => {
      const renew = async () => {
        const begun = await begin(site?.token ?? null);
        token.current = begun.token;
        setKnown(begun.isKnown);
        if (!begun.isKnown) keepToken(begun.token);
      };
      if (!token.current && !site?.token) token.current = keptToken();
      if (!token.current) await renew();
      try {
        return await ask<T>(path, { ...given, token: token.current! });
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 401) throw error;
        await renew();
        return ask<T>(path, { ...given, token: token.current! });
      }
    },
    [site],
  );
  // Another person begins anew: what the one before was shown is not for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is another person
  useEffect(() => {
    token.current = null;
    setVisit(null);
  }, [site?.round]);

  const attempt = useCallback(async (work: () => Promise<Visit>) => {
    try {
      setVisit(await work());
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : String(error));
      return false;
    }
  }, []);
  useEffect(() => {
    if (!site || !isOnline) return;
    const look = () => void attempt(() => asVisitor<Visit>('/visit'));
    look();
    const timer = setInterval(look, isOpen ? LOOK_MS.open : LOOK_MS.closed);
    return () => clearInterval(timer);
  }, [site, isOpen, isOnline, asVisitor, attempt]);

  useEffect(() => keepWaiting(waiting), [waiting]);
  // One after the other, in the order they were written; the same one twice is one to the server.
  useEffect(() => {
    const [next] = waiting;
    if (!site || !isOnline || !next) return;
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;
    const send = async () => {
      const { id, text, wantsPerson } = next;
      const body = { id, text, wantsPerson };
      const isTaken = await attempt(() => asVisitor<Visit>('/messages', { method: 'POST', body }));
      if (isLeft) return;
      if (isTaken) setWaiting((all) => all.filter((one) => one.id !== id));
      else timer = setTimeout(() => void send(), AGAIN_MS);
    };
    void send();
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [waiting, site, isOnline, asVisitor, attempt]);

  const say = (text: string, wantsPerson = false) =>
    setWaiting((all) => [
      ...all,
      { id: crypto.randomUUID(), text, wantsPerson, at: new Date().toISOString() },
    ]);
  return { visit, isKnown, waiting, problem, isOnline, say, asVisitor };
}
