import { navigate } from 'wouter/use-browser-location';
import type { Notification } from '../../client/notice';
import type { LiveEvent } from '../../client/protocol';
import { theLive, useTandem } from '../state/tandem';
import { dismissToastsAbout, showToast } from '../state/toasts';
import { texts } from '../texts';
import { type Around, arrivalIn, type Missed, missedAfter, readIn, soundsFor, tellingOf } from './arrivals';
import { openCentre, readNotification, useCentre } from './centre';
import { soundOnce } from './sound';
import { addressOf } from './target';
import { sentenceOf, taskLine } from './wording';

/** How long it has to be quiet before what was missed is summed up. */
const settledMs = 400;

/** Tells of new notifications while somebody is signed in. Answers with how to stop. */
export function startTelling(): () => void {
  let missed: Missed = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sumUp = () => {
    if (missed.size > 0) tellMissed(missed.size);
    missed = new Map();
  };
  const stop = theLive().listen(null, (event, replayed) => {
    if (event === null) return;
    forgetRead(event);
    tell(event, replayed);
    if (!replayed && missed.size === 0) return;
    if (replayed || arrivalIn(event) === null) missed = missedAfter(missed, event);
    clearTimeout(timer);
    timer = setTimeout(sumUp, settledMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Goes to what it is about and marks it as read. */
export function openNotification(notification: Notification): void {
  readNotification(notification);
  const address = addressOf(notification, ownWorkspaces());
  if (address !== null) navigate(address);
}

const ownWorkspaces = () => useTandem.getState().own?.workspaces ?? [];

function tell(event: LiveEvent, replayed: boolean): void {
  const notification = arrivalIn(event);
  if (notification === null) return;
  const around = whatIsSeen(replayed);
  if (soundsFor(notification, around)) soundOnce().catch(() => undefined);
  if (tellingOf(notification, around) !== 'toast') return;
  const detail = [taskLine(notification), notification.comment?.excerpt].filter(Boolean).join('\n');
  showToast({
    kind: 'notification',
    title: sentenceOf(notification, ownWorkspaces()),
    about: notification.id,
    open: () => openNotification(notification),
    ...(detail && { detail }),
    ...(notification.actor && { person: notification.actor }),
  });
}

function tellMissed(number: number): void {
  const { whileAway, whileAwayHint } = texts.notifications;
  showToast({
    kind: 'notification',
    title: whileAway(number),
    detail: whileAwayHint,
    about: 'missed',
    open: openCentre,
  });
}

/** A message about what was read on another device is old. */
function forgetRead(event: LiveEvent): void {
  const read = readIn(event);
  if (read.length > 0) dismissToastsAbout((id) => read === 'all' || read.includes(id));
}

function whatIsSeen(replayed: boolean): Around {
  return {
    replayed,
    visible: document.visibilityState === 'visible',
    centreOpen: useCentre.getState().openAt !== null,
    path: location.pathname,
  };
}
