import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { ReadingRoom } from './reading-room.ts';

const MAIL = [
  'Received: by mx.paper.example',
  'From: Courier <wire@courier.example>',
  'Message-ID: <lamp@courier.example>',
  'Subject: Lamp',
  '',
  'The lamp is lit.',
].join('\r\n');

test('a mail that a mailbox handed over says what our own mail server has proven of its sender', async (t) => {
  const room = new ReadingRoom();
  t.after(() => room.close());
  const task = { bytes: new TextEncoder().encode(MAIL), received: instant(new Date('2026-11-24T08:00:00Z')) };
  const results =
    'mx.paper.example; spf=pass smtp.mailfrom=wire@courier.example; dkim=pass header.d=courier.example';
  const sender = async (headers: Record<string, string>) => {
    const reading = await room.read({ ...task, headers });
    assert.ok(reading.ok);
    return reading.items[0]?.item.sender;
  };
  const address = 'wire@courier.example';
  assert.deepEqual(await sender({ 'authentication-results': results }), {
    address,
    verified: ['spf', 'dkim'],
  });
  assert.deepEqual(await sender({}), { address });
});
