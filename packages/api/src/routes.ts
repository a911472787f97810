import { LogMessage, LogQuery, PaperMessage } from './paper.ts';
import type { Route } from './route.ts';
import {
  ActedMessage,
  CardsMessage,
  CardsQuery,
  CopyMessage,
  CorrectMessage,
  FiledMessage,
  KillMessage,
  PublishMessage,
  ScheduledMessage,
  StoryMessage,
} from './story.ts';
import { WIRE_CHANNELS_ROUTES } from './wire-channels-routes.ts';
import { WIRE_ROUTES } from './wire-routes.ts';
import { WIRE_RULES_ROUTES } from './wire-rules-routes.ts';
import { WIRE_STORY_ROUTES } from './wire-story-routes.ts';
import { WIRE_SUPPLIERS_ROUTES } from './wire-suppliers-routes.ts';

const ACTED = {
  status: 200,
  schema: ActedMessage,
  says: 'Committed, and live on every page cache but those named',
} as const;

/** Every operation of version 1, by name. */
export const ROUTES = {
  readPaper: {
    operation: 'readPaper',
    method: 'get',
    path: '/api/v1/paper',
    summary: 'The paper, its editions and sections',
    answer: { status: 200, schema: PaperMessage, says: 'The paper' },
    refusals: [],
  },
  listStories: {
    operation: 'listStories',
    method: 'get',
    path: '/api/v1/stories',
    summary: 'Live stories, newest first',
    query: CardsQuery,
    answer: { status: 200, schema: CardsMessage, says: 'A page of the list' },
    refusals: ['bad-request', 'not-found'],
  },
  readStory: {
    operation: 'readStory',
    method: 'get',
    path: '/api/v1/stories/{story}',
    summary: 'A live story, whole, by id or by its path, percent-encoded',
    answer: { status: 200, schema: StoryMessage, says: 'The story' },
    refusals: ['unknown-story', 'killed', 'gone'],
  },
  fileStory: {
    operation: 'fileStory',
    method: 'post',
    path: '/api/v1/stories',
    summary: 'File a new story as a draft',
    capability: 'write',
    body: CopyMessage,
    answer: { status: 201, schema: FiledMessage, says: 'Filed' },
    refusals: ['bad-request'],
  },
  writeStory: {
    operation: 'writeStory',
    method: 'put',
    path: '/api/v1/stories/{story}/draft',
    summary: 'Write copy into the draft of a story, among everybody else who writes in it',
    capability: 'write',
    body: CopyMessage,
    answer: { status: 200, schema: FiledMessage, says: 'Written' },
    refusals: ['bad-request', 'unknown-story'],
  },
  publishStory: {
    operation: 'publishStory',
    method: 'post',
    path: '/api/v1/stories/{story}/publish',
    summary: 'Publish a story, or update it where it is live; with `at`, later',
    capability: 'publish',
    body: PublishMessage,
    answer: ACTED,
    refusals: [
      'bad-request',
      'unknown-story',
      'killed',
      'embargoed',
      'no-place',
      'unknown-place',
      'nothing-changed',
      'draft-behind',
      'unsettled',
      'wire-killed',
    ],
  },
  correctStory: {
    operation: 'correctStory',
    method: 'post',
    path: '/api/v1/stories/{story}/correct',
    summary: 'Publish a corrected revision with a public note',
    capability: 'correct',
    body: CorrectMessage,
    answer: ACTED,
    refusals: ['bad-request', 'unknown-story', 'not-live', 'killed', 'embargoed'],
  },
  killStory: {
    operation: 'killStory',
    method: 'post',
    path: '/api/v1/stories/{story}/kill',
    summary: 'Withdraw a story for good, with notice to everyone who received it',
    capability: 'kill',
    body: KillMessage,
    answer: ACTED,
    refusals: ['bad-request', 'unknown-story', 'never-published', 'killed'],
  },
  unpublishStory: {
    operation: 'unpublishStory',
    method: 'post',
    path: '/api/v1/stories/{story}/unpublish',
    summary: 'Take a story out of readers’ sight quietly',
    capability: 'publish',
    answer: ACTED,
    refusals: ['unknown-story', 'not-live'],
  },
  readLog: {
    operation: 'readLog',
    method: 'get',
    path: '/api/v1/log',
    summary: 'The public part of the publication log',
    query: LogQuery,
    answer: { status: 200, schema: LogMessage, says: 'Entries, oldest first' },
    refusals: ['bad-request'],
  },
  ...WIRE_ROUTES,
  ...WIRE_STORY_ROUTES,
  ...WIRE_RULES_ROUTES,
  ...WIRE_CHANNELS_ROUTES,
  ...WIRE_SUPPLIERS_ROUTES,
} as const satisfies Readonly<Record<string, Route>>;

/** The name of an operation. */
export type Operation = keyof typeof ROUTES;

/** What a scheduled publication answers instead of what was done. */
export const SCHEDULED = { status: 202, schema: ScheduledMessage, says: 'Scheduled' } as const;
