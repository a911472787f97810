import { Fault, isFault } from '@courant/base';
import { NOT_KEPT } from './faults.ts';
import type { Parcel, Receive } from './ports.ts';

/** Hands a parcel over. Throws what the receiver threw, as Fault `not-kept` where it was none. */
export async function handOver(parcel: Parcel, receive: Receive): Promise<void> {
  try {
    await receive(parcel);
  } catch (thrown) {
    if (isFault(thrown)) throw thrown;
    throw new Fault(NOT_KEPT, `“${parcel.name ?? 'A parcel'}” could not be kept.`, {
      hint: 'The original is where it was. Look for room on the disk and whether the database answers.',
      cause: thrown,
    });
  }
}
