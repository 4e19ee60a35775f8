/**
 * What the payment schedule of a grant is worth, step by step, on a day.
 *
 * <p>Start from {@link org.subsidia.portfolio.schedule.ScheduleEngine}: from a grant with its certified costs and receipts it
 * makes a {@link org.subsidia.portfolio.schedule.PaymentSchedule}, which says what each step is worth, whether it is released
 * or which fact is missing, what is due, what remains and what would be paid back. {@link
 * org.subsidia.portfolio.schedule.ScheduleTemplates} holds the schedules met in practice, and {@link
 * org.subsidia.portfolio.schedule.Instalments} splits amounts into equal payments. All amounts are exact and explain themselves.
 */
@NullMarked
package org.subsidia.portfolio.schedule;

import org.jspecify.annotations.NullMarked;
