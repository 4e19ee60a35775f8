package org.subsidia.check;

import org.subsidia.finding.Message;
import org.subsidia.portfolio.Edit;

/**
 * A change that takes a finding away, for the user to accept.
 *
 * @param label what the change does
 * @param edit the change
 */
public record QuickFix(Message label, Edit edit) {}
