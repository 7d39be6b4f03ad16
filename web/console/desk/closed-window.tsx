import type { AnswerWays } from '../../../core/replies/desk/answer-ways.ts';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';

type Props = {
  channel: string;
  ways: AnswerWays;
  /** By what the words go, of the other channels. */
  chosen: string | undefined;
  isBusy: boolean;
  onChoose: (channel: string) => void;
  onTake: (templateId: string) => void;
};

/** Their channel takes no words of ours any more: what else reaches them, each with one press. */
export function ClosedWindow({ channel, ways, chosen, isBusy, onChoose, onTake }: Props) {
  const { channels, templates } = ways;
  return (
    <div role="status" className="mb-2 space-y-2 rounded-field bg-base-200 px-3 py-2">
      <p>
        {channel === 'survey'
          ? t('They answered on the page of a survey, which takes no words of ours.')
          : t('{channel} takes no words of ours now: they last wrote too long ago.', {
              channel: channelName(channel),
            })}{' '}
        {chosen && t('What you write goes by {channel}.', { channel: channelName(chosen) })}
        {!chosen && templates.length === 0 && t('Wait until they write again, or call them.')}
      </p>
      {channels.length > 1 && (
        <p className="flex flex-wrap gap-2">
          {channels.map((one) => (
            <button
              key={one}
              type="button"
              className={`btn btn-xs ${one === chosen ? 'btn-primary' : ''}`}
              aria-pressed={one === chosen}
              onClick={() => onChoose(one)}
            >
              {channelName(one)}
            </button>
          ))}
        </p>
      )}
      {templates.map(({ id, text }) => (
        <div key={id} className="flex flex-wrap items-start gap-2">
          <p className="min-w-0 grow basis-56 whitespace-pre-wrap wrap-anywhere" dir="auto">
            {text}
          </p>
          <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => onTake(id)}>
            {t('Approve and send this by {channel}', { channel: channelName(channel) })}
          </button>
        </div>
      ))}
    </div>
  );
}
