/**
 * When the money of a structure comes and goes: the cash forecast, its uncertainty and its stress tests.
 *
 * <p>Start from {@link org.subsidia.cashflow.CashForecast}: from a portfolio, the law and a day it makes one line for each
 * future payment, month by month and day by day, and each line says which grant and step it is, how much and why on that day.
 * {@link org.subsidia.cashflow.CashForecasts} makes those of many structures and learns what they share once.
 * {@link org.subsidia.cashflow.ForecastOptions} holds what the user may choose, among it {@link org.subsidia.cashflow.Stress},
 * things that may go wrong. {@link org.subsidia.cashflow.CashSimulation} draws the delays and the answers to applications many
 * times, the same for the same seed, and tells in how many of the runs the balance falls how low.
 */
@NullMarked
package org.subsidia.cashflow;

import org.jspecify.annotations.NullMarked;
