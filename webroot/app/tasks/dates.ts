import type { Instant } from '../../client/model';
import { texts } from '../texts';

const dayMs = 86_400_000;
const shortDate = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const longDate = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

/** A day as people say it: Today, Tomorrow, 4 Mar, 4 Mar 2031. */
export function dayName(instant: Instant, now: Date = new Date()): string {
  const date = new Date(instant);
  const days = Math.round((startOfDay(date).getTime() - startOfDay(now).getTime()) / dayMs);
  if (days === 0) return texts.tasks.dueToday;
  if (days === 1) return texts.tasks.dueTomorrow;
  if (days === -1) return texts.tasks.yesterday;
  return (date.getFullYear() === now.getFullYear() ? shortDate : longDate).format(date);
}

const fullFormat = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

export function fullTime(instant: Instant): string {
  return fullFormat.format(new Date(instant));
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A moment that has passed: just now, 5 min ago, 3 h ago, then the day. Clocks that differ make none of it future. */
export function relativeTime(instant: Instant, now: Date = new Date()): string {
  const agoMs = now.getTime() - new Date(instant).getTime();
  if (agoMs < minuteMs) return texts.time.justNow;
  if (agoMs < hourMs) return texts.time.minutes(Math.floor(agoMs / minuteMs));
  const today = startOfDay(new Date(instant)).getTime() === startOfDay(now).getTime();
  if (today || agoMs < 6 * hourMs) return texts.time.hours(Math.floor(agoMs / hourMs));
  return dayName(instant, now);
}

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The time of day, where the reader is: 14:05. */
export function timeName(instant: Instant): string {
  return time.format(new Date(instant));
}

export type Urgency = 'overdue' | 'soon' | 'later';

/** `soon` is today or tomorrow. */
export function urgencyOf(dueAt: Instant, now: Date = new Date()): Urgency {
  const due = new Date(dueAt);
  if (due < now) return 'overdue';
  return startOfDay(due).getTime() - startOfDay(now).getTime() < 1.5 * dayMs ? 'soon' : 'later';
}

/** The end of a day in the person's own time zone: what is due on a day is due until it is over. */
export function endOfDay(daysFromNow: number, now: Date = new Date()): Instant {
  const day = startOfDay(now);
  day.setDate(day.getDate() + daysFromNow);
  day.setHours(23, 59, 59, 0);
  return day.toISOString();
}

/** For a date input, which speaks `2026-03-04` in local time. */
export function toDateInput(instant: Instant | null): string {
  if (instant === null) return '';
  const date = new Date(instant);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

export function fromDateInput(value: string): Instant | null {
  const date = new Date(`${value}T23:59:59`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

export function startOfDay(date: Date): Date {
  const day = new Date(date);
  day.setHours(0, 0, 0, 0);
  return day;
}
