// <script src="https://…/widget.js" data-workspace="…" async></script>: a button, and behind it a frame from the server
// that the script came from. The page around can neither read nor press what stands in the frame.
import type { FromPanel, ToPanel } from './messages.ts';

type Events = 'ready' | 'signed-in' | 'expired' | 'open' | 'close' | 'unread';
type Listener = (detail: unknown) => void;
/** `customers`: the panel for visitors of a web site; else the one for those who work with Refrain. */
type Settings = { workspace?: string; token?: string; label?: string; role?: string; lang?: string };
declare global {
  interface Window {
    /** May be set before the script has loaded. */
    refrainSettings?: Settings;
    refrain?: ReturnType<typeof start>;
  }
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Campaigns', 'Messages'],
  th: ['แคมเปญ', 'ข้อความ'],
};
/** On the host page: that a visitor wrote here, so that an answer is looked for without the panel being opened. */
const WROTE = 'refrain:wrote';

const STYLE = `
:host { all: initial }
button { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483646; min-width: 56px; height: 56px;
  padding: 0 18px; border: 0; border-radius: 28px; font: 600 16px/1 system-ui, sans-serif; cursor: pointer;
  color: var(--refrain-text, #fff); background: var(--refrain-color, #0b6b63); box-shadow: 0 4px 16px rgb(0 0 0 / .25) }
button:focus-visible { outline: 3px solid var(--refrain-color, #0b6b63); outline-offset: 3px }
b { display: inline-block; min-width: 20px; margin-inline-start: 8px; padding: 3px 5px; border-radius: 10px; background: #b00020; color: #fff; font-size: 12px }
iframe { position: fixed; inset-block-end: 88px; inset-inline-end: 20px; z-index: 2147483647; border: 0; border-radius: 12px;
  width: min(420px, calc(100vw - 40px)); height: min(680px, calc(100vh - 108px)); background: #fff; box-shadow: 0 8px 40px rgb(0 0 0 / .3) }
@media (max-width: 480px) { iframe { inset: 0; width: 100%; height: 100%; border-radius: 0 } }
[hidden] { display: none }`;

function start(script: HTMLScriptElement) {
  const origin = new URL(script.src).origin;
  const settings: Settings = { ...window.refrainSettings };
  const workspace = settings.workspace ?? script.dataset.workspace ?? '';
  const isForCustomers = (settings.role ?? script.dataset.role) === 'customers';
  const ofPage = document.documentElement.lang || navigator.language;
  const lang = (settings.lang ?? script.dataset.lang ?? ofPage).slice(0, 2);
  const words = WORDS[lang] ?? WORDS.en!;
  const label = settings.label ?? script.dataset.label ?? words[isForCustomers ? 1 : 0];
  const listeners = new Map<Events, Set<Listener>>();
  let token = settings.token ?? null;
  let isOpen = false;
  let frame: HTMLIFrameElement | null = null;
  let isReady = false;

  const host = document.createElement('refrain-widget');
  const shadow = host.attachShadow({ mode: 'closed' });
  // Not a style element: a strict policy of the page allows none.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.append(label);
  button.setAttribute('aria-expanded', 'false');
  const badge = document.createElement('b');
  badge.hidden = true;
  button.append(badge);
  shadow.append(button);
  document.body.append(host);

  const emit = (event: Events, detail: unknown = null) => {
    for (const listener of listeners.get(event) ?? []) listener(detail);
  };
  const tell = (message: ToPanel) => frame?.contentWindow?.postMessage(message, origin);
  const paint = getComputedStyle(document.documentElement);
  const identify = () => {
    if (!isReady) return;
    if (isForCustomers) {
      const [color, text] = ['--refrain-color', '--refrain-text'].map((name) =>
        paint.getPropertyValue(name).trim(),
      );
      tell({ type: 'refrain:begin', token, color: color ?? '', text: text ?? '' });
    } else if (token) tell({ type: 'refrain:identity', token });
  };
  const unread = (count: number) => {
    badge.hidden = count === 0;
    badge.textContent = String(count);
    emit('unread', count);
  };
  // Made when it is first opened: a page that nobody opens it on loads nothing.
  const makeFrame = () => {
    frame = document.createElement('iframe');
    frame.title = label;
    const place = isForCustomers ? '/visitor' : '';
    frame.src = `${origin}/widget/${encodeURIComponent(workspace)}${place}?lang=${encodeURIComponent(lang)}`;
    frame.referrerPolicy = 'origin';
    shadow.append(frame);
  };
  const show = (next: boolean) => {
    if (next === isOpen) return;
    isOpen = next;
    if (!frame) makeFrame();
    frame!.hidden = !next;
    button.setAttribute('aria-expanded', String(next));
    if (next) unread(0);
    else button.focus();
    if (isReady) tell({ type: next ? 'refrain:opened' : 'refrain:closed' });
    emit(next ? 'open' : 'close');
  };
  const remember = () => {
    try {
      localStorage.setItem(WROTE, '1');
    } catch {
      // Without storage the badge waits until the panel is opened.
    }
  };
  const hasWritten = () => {
    try {
      return localStorage.getItem(WROTE) !== null;
    } catch {
      return false;
    }
  };
  // Whoever wrote before is told of an answer: the frame is there, unseen, and looks now and again.
  if (isForCustomers && hasWritten()) {
    makeFrame();
    frame!.hidden = true;
  }
  button.addEventListener('click', () => show(!isOpen));
  window.addEventListener('message', ({ origin: from, source, data }: MessageEvent<FromPanel>) => {
    if (from !== origin || !frame || source !== frame.contentWindow) return;
    if (data?.type === 'refrain:ready') {
      isReady = true;
      identify();
      if (isForCustomers && isOpen) tell({ type: 'refrain:opened' });
      emit('ready');
    } else if (data?.type === 'refrain:signed-in') {
      tell({ type: 'refrain:opened' });
      emit('signed-in');
    } else if (data?.type === 'refrain:expired') emit('expired');
    else if (data?.type === 'refrain:unread' && !isOpen) unread(data.count);
    else if (data?.type === 'refrain:close') show(false);
    else if (data?.type === 'refrain:wrote') remember();
  });

  return {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!isOpen),
    /** Who looks: an identity that the page's own server signed. Another one begins anew. */
    setUser: ({ token: next }: { token: string }) => {
      token = next;
      identify();
    },
    /** Answers how to stop listening. */
    on: (event: Events, listener: Listener): (() => void) => {
      const own = listeners.get(event) ?? new Set();
      listeners.set(event, own.add(listener));
      return () => own.delete(listener);
    },
  };
}

const script = document.currentScript;
const begin = () => {
  if (!(script instanceof HTMLScriptElement) || window.refrain) return;
  window.refrain = start(script);
  window.dispatchEvent(new Event('refrain:loaded'));
};
if (document.body) begin();
else document.addEventListener('DOMContentLoaded', begin, { once: true });
