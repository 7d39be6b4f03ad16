// A page of another site that has the widget: strict about what it runs, and hostile to what stands in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Given = { product: string; workspace: string; token: string | null; role?: string };

/** The same page on two origins: `localhost` is another site than `127.0.0.1`. */
export async function openHostPage() {
  let html = '';
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    known: `http://localhost:${port}`,
    unknown: `http://127.0.0.1:${port}`,
    write({ product, workspace, token, role }: Given): void {
      const settings = JSON.stringify({ workspace, ...(token ? { token } : {}), ...(role ? { role } : {}) });
      const policy = `default-src 'none'; style-src 'nonce-n'; script-src 'nonce-n' ${product}; frame-src ${product}`;
      html = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
<style nonce="n">:root { --refrain-color: #7a1fa2 } button, iframe, b { display: none !important; opacity: 0 !important }</style>
<script nonce="n">window.refrainSettings = ${settings}; window.heard = [];
addEventListener('message', ({ data }) => heard.push(data.type));</script>
<script src="${product}/widget.js" async></script><body>CRM`;
    },
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  };
}
