import { t } from '../words/t.ts';

const TO_TRY = [
  t('Send renewal reminders to all Hiltons expiring in October'),
  t('How many hotels in Thailand have a contract that ends within 90 days?'),
  t('Draft a casual Christmas greeting for the beach clubs in Asia, by WhatsApp'),
];

export const Welcome = ({ onSay }: { onSay: (text: string) => void }) => (
  <div className="py-6 sm:py-14">
    <h2 className="text-2xl font-semibold sm:text-3xl">{t('Whom shall we write to?')}</h2>
    <p className="quiet mt-2 mb-6 max-w-prose">
      {t(
        'Say it in a sentence. You see who, what and when; nothing is sent before somebody has approved exactly that.',
      )}
    </p>
    <ul className="space-y-2">
      {TO_TRY.map((sentence) => (
        <li key={sentence}>
          <button
            type="button"
            className="group flex w-full items-center gap-3 rounded-box border border-base-300 bg-base-100 px-4 py-3 text-start hover:border-primary"
            onClick={() => onSay(sentence)}
          >
            <span className="grow">{sentence}</span>
            <span aria-hidden="true" className="quiet group-hover:text-primary">
              →
            </span>
          </button>
        </li>
      ))}
    </ul>
  </div>
);
