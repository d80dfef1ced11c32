/**
 * Dates that people meet on. A {@link hub.platform.calendar.WallTime} is what a clock on the wall says, with its zone; a {@link hub.platform.calendar.Series}
 * repeats by a {@link hub.platform.calendar.Recurrence} and is expanded into dates early, which are what is stored and changed from then on;
 * {@link hub.platform.calendar.CalendarFile} writes iCalendar; {@link hub.platform.calendar.BankHolidays} knows those of England.
 *
 * <p>A feature puts its dates into everybody's own calendar by a bean: a {@link hub.platform.calendar.CalendarSource}, asked anew at each reading with the viewer as
 * of then. A single date as a file: {@code CalendarAnswers.single(entry, "training.ics")} from a controller. Owns {@code /calendar} and the
 * collection {@code calendar_feeds}. A QR code: {@code parts/qr :: qr}.
 */
@NullMarked
package hub.platform.calendar;

import org.jspecify.annotations.NullMarked;
