import type { Json } from '@courant/base';
import { Fault } from '@courant/base';
import type { Carrier, Subscription, SubscriptionBook } from '@courant/carriers';
import { addressGuard, addressPolicy, carrierFor, NO_SUBSCRIPTION } from '@courant/carriers';
import type { Channel, ChannelPage } from '@courant/desk';
import { feedLinks } from '@courant/wire';
import type { House } from './house.ts';
import { CHANCE, WALL_CLOCK } from './house.ts';
import { secretsOf } from './secret.ts';

/** Makes the carrier of a channel, with everything that it needs of this house. Throws Fault `bad-config`. */
export function carriersOf(house: House): (channel: Channel) => Promise<Carrier> {
  const { config } = house;
  const policy = addressPolicy(config.allowAddresses);
  if (!policy.ok)
    throw new Fault('bad-config', `ALLOW_ADDRESSES: ${policy.say}`, {
      hint: 'Set it right in the environment and start again.',
    });
  const guard = addressGuard(policy.value);
  const secrets = secretsOf(config);
  return async ({ key, settings }) => {
    const book = await bookOf(house, key, settings.kind === 'websub');
    return carrierFor(settings, {
      ...{ guard, secrets, clock: WALL_CLOCK, book },
      linksOf: ({ bytes }) => feedLinks(bytes),
    });
  };
}

/** The address at which a hub reaches us for a channel. */
export function hubPath(key: string, callback: string): string {
  return `/api/v1/wire/hub/${key}/${callback}`;
}

/** How a channel stands with its hub, as it is on file. */
export function subscriptionIn({ subscription }: ChannelPage): Subscription {
  // Nobody but the carrier writes it.
  return subscription as unknown as Subscription;
}

async function bookOf(house: House, key: string, isCalled: boolean): Promise<SubscriptionBook> {
  const callback = isCalled ? await callbackOf(house, key) : '';
  const { archive } = await house.desk();
  return {
    callback: `${house.config.publicUrl}${hubPath(key, callback)}`,
    read: () =>
      archive.within(async ({ channels }) => {
        const page = await channels.page(key);
        return page ? subscriptionIn(page) : NO_SUBSCRIPTION;
      }),
    write: (subscription) =>
      archive.within(({ channels }) =>
        channels.setPage(key, { callback, subscription: subscription as unknown as Json }),
      ),
  };
}

/** The part of the address that nobody guesses; the same as long as the channel is there. */
async function callbackOf(house: House, key: string): Promise<string> {
  const { archive } = await house.desk();
  return archive.within(async ({ channels }) => {
    const page = await channels.page(key);
    if (page?.callback !== undefined) return page.callback;
    const callback = Buffer.from(CHANCE(new Uint8Array(24))).toString('base64url');
    if (page) await channels.setPage(key, { ...page, callback });
    return callback;
  });
}
