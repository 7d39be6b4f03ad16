// A vendor on loopback whose requests are read as what arrived; for vendors that publish no specification.
import type { Opened } from '../channels/contract.suite.ts';
import type { Rendered, Sender } from '../channels/contract.ts';
import { startVendor, type VendorReply, type VendorRequest } from './vendor-server.ts';

export type Arrived = { messageId: string; to: string; content: Rendered };
type World = {
  open(baseUrl: string): Sender;
  /** What it says, each time with another number. */
  answer(made: number, request: VendorRequest): VendorReply;
  /** Null for a request that carries no message. */
  read(request: VendorRequest): Promise<Arrived | null> | Arrived | null;
};
export type VendorWorld = Opened & { requests: VendorRequest[] };

export async function openVendorWorld({ open, answer, read }: World): Promise<VendorWorld> {
  let made = 0;
  const taken: VendorRequest[] = [];
  const vendor = await startVendor((request) => {
    const reply = answer(++made, request);
    if (typeof reply !== 'string' && reply.status < 300) taken.push(request);
    return reply;
  });
  const sender = open(vendor.url);
  return {
    sender,
    requests: vendor.requests,
    arrived: async () => (await Promise.all(taken.map(read))).filter((one) => one !== null),
    close: async () => {
      await sender.close();
      await vendor.stop();
    },
  };
}
