import { createECDH } from 'node:crypto';

/** One address of each channel, as the channel itself writes it. */
export const addressOn = (channel: string, at: string): string => {
  const hex = at.repeat(16);
  const of: Record<string, string> = {
    ...{ email: `mail-${at}@example.com`, line: `U${hex}`, push: `${hex}:APA91b${'Qx-_9'.repeat(20)}${at}` },
    ...{
      web_push: WEB_PUSH.replace('person', `person-${at}`),
      slack: `U012AB3${at}`,
      widget: `visitor:${ID}${at}`,
    },
    ...{ x: `@name_${at}`, linkedin: `urn:li:organization:55157${at}`, in_app: `User-of-${at}` },
    ...{ webhook: `Hook-of-${at}` },
  };
  const number = [...channel].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 1000;
  const isPhone = ['sms', 'whatsapp', 'rcs', 'voice', 'task'].includes(channel);
  return (
    of[channel] ?? (isPhone ? `+336399${String(number).padStart(3, '0')}${at}` : `70000${number}000${at}`)
  );
};
const browser = createECDH('prime256v1');
browser.generateKeys();
const [auth, p256dh] = [
  Buffer.alloc(16, 7).toString('base64url'),
  browser.getPublicKey().toString('base64url'),
];
const WEB_PUSH = `https://fcm.googleapis.com/fcm/send/person#auth=${auth}&p256dh=${p256dh}`;
const ID = '0198c0de-0000-7000-8000-0000000000';
