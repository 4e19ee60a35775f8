package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A balance on a statement.
 *
 * @param kind which one
 * @param date its day; null: the statement does not say
 * @param amount how much; negative: overdrawn
 */
public record BankBalance(BalanceKind kind, @Nullable LocalDate date, Money amount) {}
