import { useState } from 'react';
import type { GeneratedContent } from '../../../core/content/generate-content.ts';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { Choice, Loading } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';

/** One message of each channel, as its reader gets it. */
export function Shown({ messages }: { messages: readonly GeneratedContent[] | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (!messages) return <Loading />;
  const message = messages.find(({ channel }) => channel === chosen) ?? messages[0];
  if (!message) return <p className="quiet">{t('There is no message to show.')}</p>;
  const { channel, subject, body, html, findings, customer } = message;
  return (
    <section aria-label={t('As they would be read')} className="space-y-2">
      {messages.length > 1 && (
        <Choice
          label={t('Channel')}
          of={Object.fromEntries(messages.map((one) => [one.channel, channelName(one.channel)]))}
          chosen={channel}
          onChoose={setChosen}
        />
      )}
      <p className="quiet text-xs wrap-anywhere" dir="auto">
        {customer}
      </p>
      <MessageBubble
        message={{ channel, body, subject: subject ?? undefined, html: html ?? undefined, findings }}
      />
    </section>
  );
}
