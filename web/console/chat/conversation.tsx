import { useEffect, useRef } from 'react';
import { PartView } from '../cards/part-view.tsx';
import type { Entry, Problem } from './use-conversation.ts';

const TO_TRY = [
  'Send renewal reminders to all Hiltons expiring in October',
  'How many hotels in Thailand have a contract that ends within 90 days?',
  'Draft a casual Christmas greeting for the beach clubs in Asia, by WhatsApp',
];

type Props = {
  entries: Entry[];
  isBusy: boolean;
  problem: Problem | null;
  onSay: (text: string) => void;
  onDecided: () => void;
};

export function Conversation({ entries, isBusy, problem, onSay, onDecided }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const length = entries.reduce((sum, one) => sum + one.parts.length, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something was added
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [length, isBusy]);
  return (
    <div
      className="mx-auto w-full max-w-3xl grow px-3 py-4"
      role="log"
      aria-live="polite"
      aria-label="Conversation"
    >
      {entries.length === 0 && <Welcome onSay={onSay} />}
      {entries.map((entry) =>
        entry.role === 'person' ? (
          <div key={entry.id} className="my-4 flex justify-end">
            <div className="max-w-[85%] rounded-2xl bg-primary px-4 py-2 text-primary-content">
              {entry.parts.map((part, index) => (
                <PartView key={keyOf(index)} part={part} onSay={onSay} onDecided={onDecided} />
              ))}
            </div>
          </div>
        ) : (
          <div key={entry.id} className="my-4">
            {entry.parts.map((part, index) => (
              <PartView key={keyOf(index)} part={part} onSay={onSay} onDecided={onDecided} />
            ))}
          </div>
        ),
      )}
      {isBusy && <span className="loading loading-dots" role="status" aria-label="The agent is working" />}
      {problem && (
        <div role="alert" className="alert alert-error my-3">
          <span className="grow">
            {problem.message} {problem.nextStep}
          </span>
          <button type="button" className="btn btn-sm" onClick={() => onSay(problem.retry)}>
            Try again
          </button>
        </div>
      )}
      <div ref={end} />
    </div>
  );
}

const keyOf = (index: number) => `part-${index}`;

const Welcome = ({ onSay }: { onSay: (text: string) => void }) => (
  <div className="py-10">
    <h2 className="text-2xl font-semibold">Whom shall we write to?</h2>
    <p className="my-2 opacity-80">
      Say it in a sentence. You see who, what and when; nothing is sent before somebody has approved exactly
      that.
    </p>
    <ul className="mt-6 space-y-2">
      {TO_TRY.map((sentence) => (
        <li key={sentence}>
          <button
            type="button"
            className="btn btn-outline h-auto py-2 text-left font-normal"
            onClick={() => onSay(sentence)}
          >
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  </div>
);
