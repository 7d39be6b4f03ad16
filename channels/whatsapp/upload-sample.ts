// Meta's resumable upload: a session of the app takes the bytes and answers a handle, which a template names as the example
// of its picture. https://developers.facebook.com/docs/graph-api/guides/upload
import { z } from 'zod';
import type { SamplePicture, TemplateAnswer } from '../template-contract.ts';
import { askGraph, type Place } from './ask-graph.ts';

/** How often an upload that broke off is taken up again from where Meta has it. */
const RESUMES = 3;

/** The picture's handle at Meta. */
export async function uploadSample(place: Place, picture: SamplePicture): Promise<TemplateAnswer<string>> {
  const { appId } = place.settings;
  if (!appId)
    return { ok: false, detail: 'The sender’s settings name no appId, by which its picture is uploaded.' };
  const query = new URLSearchParams({
    file_name: picture.name,
    file_length: String(picture.content.length),
    file_type: picture.type,
  });
  const answer = await askGraph(place, { path: `${appId}/uploads?${query}`, method: 'POST' });
  if (!answer.ok) return answer;
  const session = opened.safeParse(answer.value).data?.id;
  return session ? sendBytes(place, { session, content: picture.content }) : unread;
}

// It becomes part of an address.
const opened = z.object({ id: z.string().regex(/^upload:[^\s#\\]+$/) });
const finished = z.object({ h: z.string().min(1) });
const begun = z.object({ file_offset: z.coerce.number().int().nonnegative() });
const unread = { ok: false, detail: 'Meta’s answer to the upload cannot be read.' } as const;

type Sending = { session: string; content: Uint8Array };

async function sendBytes(place: Place, { session, content }: Sending): Promise<TemplateAnswer<string>> {
  // The bytes are taken with a token of this kind only.
  const authorization = `OAuth ${place.settings.accessToken}`;
  let offset = 0;
  for (let left = RESUMES; ; left -= 1) {
    const sent = await askGraph(place, {
      path: session,
      method: 'POST',
      headers: { authorization, file_offset: String(offset), 'content-type': 'application/octet-stream' },
      body: content.subarray(offset),
    });
    if (sent.ok) {
      const handle = finished.safeParse(sent.value).data?.h;
      return handle ? { ok: true, value: handle } : unread;
    }
    if (!sent.isSilent || left === 0) return sent;
    const stand = await askGraph(place, { path: session, method: 'GET', headers: { authorization } });
    offset = Math.min((stand.ok && begun.safeParse(stand.value).data?.file_offset) || 0, content.length);
  }
}
