package org.subsidia.store.jdbc;

import java.util.Optional;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;

/**
 * A record that somebody else changed first.
 *
 * @param id which one
 * @param by the other’s edit that changed it last
 * @param theirs the record after the other’s edit; empty where it was removed
 * @param mine the record as the refused edit would leave it; empty where it would be removed
 */
public record Contested(RecordId id, AuditEntry by, Optional<PortfolioRecord> theirs, Optional<PortfolioRecord> mine) {}
