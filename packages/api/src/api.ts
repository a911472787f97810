export { openApi } from './openapi.ts';
export { LogEntryMessage, LogMessage, LogQuery, PaperMessage } from './paper.ts';
export { fieldErrors, PROBLEM_TYPE, Problem, problem, statusOf } from './problem.ts';
export type { Route } from './route.ts';
export type { Operation } from './routes.ts';
export { ROUTES, SCHEDULED } from './routes.ts';
export {
  ActedMessage,
  CardMessage,
  CardsMessage,
  CardsQuery,
  CopyMessage,
  CorrectMessage,
  FiledMessage,
  IdMessage,
  KillMessage,
  Moment,
  PlaceMessage,
  PublishMessage,
  ScheduledMessage,
  StoryMessage,
} from './story.ts';
export { WIRE_CHANNELS_ROUTES } from './wire-channels-routes.ts';
export { WIRE_ROUTES } from './wire-routes.ts';
export { WIRE_RULES_ROUTES } from './wire-rules-routes.ts';
export { WIRE_STORY_ROUTES } from './wire-story-routes.ts';
export { WIRE_SUPPLIERS_ROUTES } from './wire-suppliers-routes.ts';
