import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import type { TemplateAnswer } from '../template-contract.ts';
import type { CloudSettings } from './cloud.ts';

export type Place = { baseUrl: string; settings: CloudSettings };
type Asked = {
  /** Behind the version of the API. */
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
};

/** What Meta answers an administrator's call, or its own words of why not; `isSilent` when nobody answered at all. */
export async function askGraph(
  { baseUrl, settings: { accessToken, apiVersion, timeoutMs } }: Place,
  { path, headers, ...call }: Asked,
): Promise<TemplateAnswer<unknown> & { isSilent?: true }> {
  const answer = await callVendor({
    ...call,
    url: `${baseUrl}/${apiVersion}/${path}`,
    headers: { authorization: `Bearer ${accessToken}`, ...headers },
    timeoutMs,
  });
  if ('outcome' in answer) return { ok: false, detail: answer.detail, isSilent: true };
  if (answer.status === 200) return { ok: true, value: answer.body };
  const said = refusal.safeParse(answer.body).data?.error;
  return {
    ok: false,
    detail: said ? `${said.code} ${said.error_user_msg ?? said.message}` : `HTTP ${answer.status}`,
  };
}

const refusal = z.object({
  error: z.object({ message: z.string(), error_user_msg: z.string().optional(), code: z.number() }),
});
