/** The same, the next one being made while one is in use. None is under way any more when this ends, however it ends. */
export async function* oneAhead<One>(all: AsyncIterable<One> | Iterable<One>): AsyncGenerator<One> {
  const iterator = Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]();
  let next = Promise.resolve(iterator.next());
  try {
    for (let one = await next; !one.done; one = await next) {
      next = Promise.resolve(iterator.next());
      next.catch(() => undefined);
      yield one.value;
    }
  } finally {
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}
