import { useCallback, useEffect, useRef, useState } from 'react';
import { JumpSlot } from '../cards/jump-to-decision.tsx';
import { TurnsDone } from '../cards/turns-done.ts';
import { useMay } from '../me.ts';
import { navigate } from '../use-route.ts';
import { useVisible } from '../use-visible.ts';
import { Attachment } from './attachment.tsx';
import { Composer, focusUnlessTouch } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Share } from './share.tsx';
import { ThreadList } from './thread-list.tsx';
import { useConversation } from './use-conversation.ts';

const REPORT_LOOKS = 20;
const REPORT_EVERY_MS = 700;
const ELSEWHERE_MS = 15_000;

type Props = { threadId: string | undefined; isShown: boolean };

/** Stays mounted behind the other pages, so that a turn that runs goes on. */
export function ChatPage({ threadId, isShown }: Props) {
  // A conversation that begins here gets its address without being loaded again.
  const began = useRef<string | undefined>(undefined);
  const onThread = useCallback((id: string) => {
    began.current = id;
    navigate(`chat/${id}`);
  }, []);
  const { entries, isBusy, isLoading, problem, turnsDone, say, sayInstead, load, refresh, stop } =
    useConversation(onThread);
  useEffect(() => {
    if (!isShown || (threadId && threadId === began.current)) return;
    began.current = threadId;
    void load(threadId);
  }, [threadId, isShown, load]);

  const mayImport = useMay('import');
  const [files, setFiles] = useState<File[] | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation, nothing of this one
  useEffect(() => {
    setFiles(null);
    setEditing(null);
  }, [threadId]);

  // What is said to this conversation in another tab, or by a colleague, comes here too.
  const isVisible = useVisible();
  useEffect(() => {
    if (!isShown || !isVisible || !threadId) return;
    const look = () => void refresh().catch(() => undefined);
    look();
    const timer = setInterval(look, ELSEWHERE_MS);
    return () => clearInterval(timer);
  }, [isShown, isVisible, threadId, refresh]);

  const field = useRef<HTMLTextAreaElement>(null);
  // The button that said it is gone with the answer: the next sentence is typed.
  const sayByButton = (text: string) => {
    void say(text);
    focusUnlessTouch(field.current);
  };
  const [slot, setSlot] = useState<HTMLElement | null>(null);

  // The decision wakes the agent, which then reports in the thread.
  const [awaited, setAwaited] = useState(0);
  const onDecided = useCallback(() => setAwaited((times) => times + 1), []);
  useEffect(() => {
    if (awaited === 0) return;
    let looks = 0;
    const timer = setInterval(async () => {
      looks += 1;
      const isThere = await refresh().catch(() => false);
      if (isThere || looks >= REPORT_LOOKS) clearInterval(timer);
    }, REPORT_EVERY_MS);
    return () => clearInterval(timer);
  }, [awaited, refresh]);

  return (
    <div className={isShown ? 'flex min-w-0 grow flex-col md:flex-row' : 'hidden'}>
      <ThreadList current={threadId} version={turnsDone} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <div className="relative flex min-h-0 grow flex-col overflow-y-auto bg-base-200">
          {threadId && entries.length > 0 && <Share threadId={threadId} />}
          <TurnsDone value={turnsDone}>
            <JumpSlot value={slot}>
              <Conversation
                entries={entries}
                isBusy={isBusy}
                isLoading={isLoading}
                problem={problem}
                onSay={sayByButton}
                onDecided={onDecided}
                onEdit={setEditing}
              />
            </JumpSlot>
          </TurnsDone>
        </div>
        <div ref={setSlot} className="relative" />
        {files && <Attachment files={files} onClose={() => setFiles(null)} />}
        <Composer
          field={field}
          isBusy={isBusy}
          onSay={(text) => {
            setEditing(null);
            void (editing === null ? say(text) : sayInstead(text));
          }}
          onStop={stop}
          {...(mayImport ? { onFiles: setFiles } : {})}
          editing={editing === null ? null : { text: editing, onCancel: () => setEditing(null) }}
        />
      </div>
    </div>
  );
}
