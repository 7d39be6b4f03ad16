import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';

type Json = Record<string, unknown>;
type Operation = { responses: Record<string, Json>; parameters?: { name: string; in: string }[] };
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await openTestServer();
  document = (await server.anonymous.get('/openapi.json')).json();
});
afterAll(() => server.close());

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === '$ref' && typeof child === 'string') yield child;
    else yield* refsIn(child);
  }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
  );

describe('/openapi.json', () => {
  it('is an OpenAPI 3.1 document whose every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).length).toBeGreaterThan(5);
    const refs = [...new Set(refsIn(document))];
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs) {
      expect(ref).toMatch(/^#\/components\/schemas\//);
      expect(Object.keys(document.components.schemas)).toContain(ref.split('/').at(-1));
    }
  });

  it('has the filter as a tree of itself', () => {
    const filter = document.components.schemas.Filter;
    expect([...refsIn(filter)]).toContain('#/components/schemas/Filter');
    expect([...refsIn(document.components.schemas.FilterInput)]).toContain(
      '#/components/schemas/FilterInput',
    );
  });

  it('names every parameter of every address, and an error for every operation', () => {
    for (const { name, path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name);
      expect([name, described]).toEqual([name, inPath]);
      if (/\/(health|ready)$/.test(path)) continue;
      expect([name, Object.keys(operation.responses)]).toEqual([
        name,
        expect.arrayContaining(['4XX', '5XX']),
      ]);
    }
  });

  it('leaves out what is no API: the page, the sign-in link, itself', () => {
    const outside = Object.keys(document.paths).filter((path) => !path.startsWith('/api/v1/'));
    expect(outside).toEqual(['/health', '/ready']);
  });
});

describe('the upload of files', () => {
  it('is described although it is no JSON', () => {
    const upload = document.paths['/api/v1/customers/import']?.post as unknown as {
      requestBody: { content: Json };
    };
    expect(Object.keys(upload.requestBody.content)).toEqual([
      'multipart/form-data',
      'text/csv',
      'text/markdown',
    ]);
  });
});

describe('/docs', () => {
  it('renders it', async () => {
    const page = await server.anonymous.get('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
    const described = await server.anonymous.get('/docs/json');
    expect(described.json().info.title).toBe('Refrain');
  });
});
