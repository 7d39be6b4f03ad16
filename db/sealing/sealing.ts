/** How one value is written so that only the workspace's own key opens it. */
export type Seal = {
  text(plain: string): string;
  json(plain: unknown): unknown;
  bytes(plain: Uint8Array): Uint8Array;
};

/** For statements that know no workspace: migrations, tests, whoever looks in from outside. */
export const IN_CLEAR: Seal = { text: (plain) => plain, json: (plain) => plain, bytes: (plain) => plain };

/**
 * A value on its way into the database, which is sealed where the statement leaves: a column cannot know the workspace,
 * the session does (sealed-client.ts).
 */
export class Sealing {
  readonly #write: (seal: Seal) => unknown;
  readonly #isJson: boolean;

  constructor(write: (seal: Seal) => unknown, isJson = false) {
    this.#write = write;
    this.#isJson = isJson;
  }

  /** As a part of a larger value. */
  value(seal: Seal): unknown {
    return this.#write(seal);
  }

  /** As a parameter of its own. */
  parameter(seal: Seal): unknown {
    const value = this.#write(seal);
    return this.#isJson ? JSON.stringify(value) : value;
  }

  /** What pg asks for where no session has sealed it. */
  toPostgres(): unknown {
    return this.parameter(IN_CLEAR);
  }
}
