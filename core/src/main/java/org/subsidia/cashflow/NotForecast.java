package org.subsidia.cashflow;

import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.GrantId;

/**
 * Money that may come but stands in no line of the forecast.
 *
 * @param grant of which grant
 * @param subject the grant in words
 * @param step which step of its schedule; null: the whole grant
 * @param reason why it cannot be forecast
 */
public record NotForecast(
        GrantId grant, Message subject, @Nullable String step, Message reason) {}
