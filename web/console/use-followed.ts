import { useCallback, useEffect, useState } from 'react';
import { BASE, get, problemWords } from './api.ts';
import { useVisible } from './use-visible.ts';
import { t } from './words/t.ts';

type Followed<T> = {
  data: T | null;
  problem: string | null;
  set: (data: T) => void;
  reload: () => Promise<void>;
};

/** Where there is no stream: how often it is asked, or tried again. */
const AGAIN_MS = 3000;
/** A browser keeps six connections to a server, for all tabs together; the other requests need some too. */
const MOST_STREAMS = 2;
let streams = 0;

type Listener<T> = {
  isOver: (data: T) => boolean;
  onData: (data: T) => void;
  onProblem: (words: string) => void;
};

/**
 * What an address says now, and whenever it changes, by server-sent events while the page is looked at; a stream that
 * breaks is opened again. `isOver` tells that nothing more will change; it stands outside the component.
 */
export function useFollowed<T>(path: string | null, isOver: (data: T) => boolean): Followed<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [isEnded, setEnded] = useState(false);
  const isVisible = useVisible();
  const reload = useCallback(async () => {
    setEnded(false);
    setRound((before) => before + 1);
  }, []);
  /** An answer to something that was done: newer than whatever the stream was about to say. */
  const set = useCallback(
    (answer: T) => {
      setData(answer);
      setEnded(isOver(answer));
      setRound((before) => before + 1);
    },
    [isOver],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address shows nothing of the one before
  useEffect(() => {
    setData(null);
    setEnded(false);
  }, [path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the stream anew
  useEffect(() => {
    if (!path || isEnded || !isVisible) return;
    const onData = (value: T) => {
      setData(value);
      setProblem(null);
    };
    const listener = { isOver, onData, onProblem: setProblem };
    return streams < MOST_STREAMS ? stream(path, listener) : ask(path, listener);
  }, [path, round, isOver, isEnded, isVisible]);
  return { data, problem, set, reload };
}

function stream<T>(path: string, listener: Listener<T>): () => void {
  let stop = () => {};
  let broken = 0;
  const source = new EventSource(`${BASE}${path}`);
  streams += 1;
  let isOpen = true;
  const release = () => {
    source.close();
    if (isOpen) streams -= 1;
    isOpen = false;
  };
  source.onmessage = ({ data: text }) => {
    const value = JSON.parse(String(text)) as T;
    broken = 0;
    listener.onData(value);
    // The server ends such a stream; the browser would open it again and again.
    if (listener.isOver(value)) release();
  };
  source.onerror = () => {
    broken += 1;
    // Refused, not broken: asked plainly, the server says why.
    if (source.readyState === EventSource.CLOSED) {
      release();
      stop = ask(path, listener);
    }
    // One break is nothing: a proxy ended it, and the browser opens it again.
    else if (broken > 1) listener.onProblem(t('The connection broke; it is being opened again.'));
  };
  return () => {
    release();
    stop();
  };
}

/** The same without a stream: now, and again until it is over. */
function ask<T>(path: string, { isOver, onData, onProblem }: Listener<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeft = false;
  const again = () => {
    if (!isLeft) timer = setTimeout(() => void read(), AGAIN_MS);
  };
  const read = async () => {
    try {
      const value = await get<T>(path);
      if (isLeft) return;
      onData(value);
      if (!isOver(value)) again();
    } catch (error) {
      if (isLeft) return;
      onProblem(problemWords(error));
      again();
    }
  };
  void read();
  return () => {
    isLeft = true;
    clearTimeout(timer);
  };
}
