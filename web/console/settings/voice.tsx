import { type FormEvent, useEffect, useState } from 'react';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { SaveSettings } from './save-settings.tsx';
import { Check, Row, TextField } from './setting-fields.tsx';

type Answer = { settings: TenantSettings };
type Shown = Pick<TenantSettings, 'voice' | 'branding' | 'lineCards'>;

/** How messages sound and look; what the built-in letters take over, and what every text is checked for. */
export function VoiceSettings() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const [draft, setDraft] = useState<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const { voice, branding, lineCards } = data.settings;
    setDraft({ voice, branding, lineCards });
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!draft) return <Loading />;
  const { voice, branding, lineCards } = draft;
  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    setSaid(null);
    try {
      set(await patch<Answer>('/settings', draft));
      setSaid(t('Saved. What is frozen already stays as it was approved.'));
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  const speak = (given: Partial<Shown['voice']>) => setDraft({ ...draft, voice: { ...voice, ...given } });
  const { formal = '', casual = '' } = voice.signOff.en ?? {};
  const sign = (given: { formal?: string; casual?: string }) => {
    const en = Object.fromEntries(Object.entries({ formal, casual, ...given }).filter(([, words]) => words));
    speak({ signOff: { ...voice.signOff, en } });
  };
  return (
    <form onSubmit={save}>
      <fieldset disabled={!mayAdminister}>
        {!mayAdminister && <p className="quiet mb-3 text-sm">{t('Only an admin changes these.')}</p>}
        <Panel title={t('Words')}>
          <Lines
            label={t('Words to avoid, one a line; “word = what is said instead”')}
            lines={voice.avoid.map(({ word, say }) => (say ? `${word} = ${say}` : word))}
            onChange={(lines) => speak({ avoid: lines.map(toAvoided) })}
          />
          <Lines
            label={t('Claims that nobody may make, one a line')}
            lines={voice.prohibited}
            onChange={(prohibited) => speak({ prohibited })}
          />
          <Lines
            label={t('Claims that there is proof of, one a line')}
            lines={voice.mayClaim}
            onChange={(mayClaim) => speak({ mayClaim })}
          />
          <Check label={t('Emoji may be used')} isOn={voice.emoji} onChange={(emoji) => speak({ emoji })} />
          <Row label={t('For whoever writes')}>
            <TextField value={voice.note} isRequired={false} onChange={(note) => speak({ note })} />
          </Row>
        </Panel>
        <Panel title={t('Sign-off in English')}>
          <Row label={t('Formal')}>
            <TextField value={formal} isRequired={false} onChange={(words) => sign({ formal: words })} />
          </Row>
          <Row label={t('Casual')}>
            <TextField value={casual} isRequired={false} onChange={(words) => sign({ casual: words })} />
          </Row>
        </Panel>
        <Panel title={t('Look')}>
          <Row label={t('Colour of links and cards')}>
            <input
              type="color"
              className="h-8 w-16"
              value={branding.accent}
              onChange={({ target }) =>
                setDraft({ ...draft, branding: { ...branding, accent: target.value } })
              }
            />
          </Row>
          <Check
            label={t('LINE shows letters as cards')}
            isOn={lineCards}
            onChange={(isOn) => setDraft({ ...draft, lineCards: isOn })}
          />
        </Panel>
        <SaveSettings mayAdminister={mayAdminister} wrong={wrong} said={said} />
      </fieldset>
    </form>
  );
}

function toAvoided(line: string): Shown['voice']['avoid'][number] {
  const [word = '', say = ''] = line.split('=').map((part) => part.trim());
  return say ? { word, say } : { word };
}

type LinesProps = { label: string; lines: readonly string[]; onChange: (lines: string[]) => void };

/** Keeps what is typed as it is, and hands on the lines that say something. */
function Lines({ label, lines, onChange }: LinesProps) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <Row label={label}>
      <textarea
        className="textarea textarea-sm w-full text-base sm:text-sm"
        rows={4}
        dir="auto"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(
            target.value
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          );
        }}
      />
    </Row>
  );
}
