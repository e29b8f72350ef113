// When an answer was saved, as far as the clock of the device can be believed. The twin of clock.py.

/** A clock may be set to another time zone; one that is further ahead is wrong. In milliseconds. */
const SLACK = 24 * 60 * 60 * 1000;

/** When an answer was saved, such as "2026-03-02T01:30:00Z", or "", which is before any time, if that is still to come. */
export function believed(saved, now = Date.now()) {
  return saved <= `${new Date(now + SLACK).toISOString().slice(0, 19)}Z` ? saved : "";
}
