package dev.wmllint.pack;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The time of an entry (APPNOTE 4.4.6): local to nowhere, so UTC is taken, and the same instant
 * gives the same bytes in every time zone.
 *
 * @param date years since 1980, month, day
 * @param time hour, minute, two seconds
 */
record DosTime(short date, short time) {
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

  /** The nearest time that a zip can hold. */
  static DosTime of(Instant instant) {
    if (!instant.isAfter(FIRST.toInstant(ZoneOffset.UTC))) {
      return of(FIRST);
    }
    return instant.isBefore(LAST.toInstant(ZoneOffset.UTC))
        ? of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
        : of(LAST);
  }

  private static DosTime of(LocalDateTime at) {
    int date = (at.getYear() - 1980) << 9 | at.getMonthValue() << 5 | at.getDayOfMonth();
    int time = at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() / 2;
    return new DosTime((short) date, (short) time);
  }
}
