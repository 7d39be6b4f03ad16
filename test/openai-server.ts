// A server on loopback that speaks the chat completions protocol and streams what a script says.
import { createServer, type ServerResponse } from 'node:http';

export type ProtocolMessage = {
  role: string;
  content: string | null;
  tool_call_id?: string;
  tool_calls?: unknown[];
};
export type ProtocolRequest = {
  model: string;
  messages: ProtocolMessage[];
  tools?: { function: { name: string; parameters: unknown } }[];
  stream?: boolean;
};
export type Said = { text?: string; calls?: { id: string; name: string; args: string }[] };
export type Fault = { status: number } | 'stall';

type Script = (request: ProtocolRequest) => Said | Promise<Said>;

/** `model` is what the server calls itself in its answers. */
export async function startOpenAiServer(script: Script, { model = 'scripted' } = {}) {
  const requests: ProtocolRequest[] = [];
  const paths: string[] = [];
  const faults: Fault[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ProtocolRequest;
    requests.push(body);
    paths.push(request.url ?? '');
    const fault = faults.shift();
    if (fault && fault !== 'stall') {
      response.writeHead(fault.status, { 'content-type': 'application/json', 'retry-after': '0' });
      response.end(JSON.stringify({ error: { message: 'scripted fault', type: 'server_error' } }));
      return;
    }
    const said = await script(body);
    if (request.url?.endsWith('/responses')) streamResponses(response, { ...said, model });
    else stream(response, { ...said, model, stalls: fault === 'stall' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    paths,
    faults,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

type Streamed = Said & { model: string; stalls: boolean };

function stream(response: ServerResponse, { text = '', calls = [], model, stalls }: Streamed): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (rest: object) =>
    response.write(
      `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model, ...rest })}\n\n`,
    );
  const send = (delta: unknown, finish: string | null = null) =>
    write({ choices: [{ index: 0, delta, finish_reason: finish }] });
  send({ role: 'assistant', content: '' });
  for (const word of text.split(/(?<=\s)/).filter(Boolean)) send({ content: word });
  if (stalls) return;
  for (const [index, { id, name, args }] of calls.entries()) {
    send({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] });
    // Arguments come in pieces, as real servers send them.
    for (let at = 0; at < args.length; at += 7)
      send({ tool_calls: [{ index, function: { arguments: args.slice(at, at + 7) } }] });
  }
  send({}, calls.length > 0 ? 'tool_calls' : 'stop');
  write({ choices: [], usage: { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 } });
  response.end('data: [DONE]\n\n');
}

/** The same answer as the newer Responses API streams it. */
function streamResponses(
  response: ServerResponse,
  { text = '', calls = [], model }: Omit<Streamed, 'stalls'>,
) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type: string, rest: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`);
  const whole = { id: 'r1', object: 'response', created_at: 1, model, output: [] };
  send('response.created', { response: { ...whole, status: 'in_progress' } });
  for (const delta of text.split(/(?<=\s)/).filter(Boolean))
    send('response.output_text.delta', { output_index: 0, content_index: 0, item_id: 'm1', delta });
  for (const [output_index, { id, name, args }] of calls.entries()) {
    const item = {
      type: 'function_call',
      id: `f_${id}`,
      call_id: id,
      name,
      arguments: '',
      status: 'in_progress',
    };
    send('response.output_item.added', { output_index, item });
    for (let at = 0; at < args.length; at += 7) {
      const delta = args.slice(at, at + 7);
      send('response.function_call_arguments.delta', { output_index, item_id: item.id, delta });
    }
  }
  const usage = { input_tokens: 1000, output_tokens: 100, total_tokens: 1100 };
  send('response.completed', { response: { ...whole, status: 'completed', usage } });
  response.end();
}
