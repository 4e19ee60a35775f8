package org.subsidia.rcp.session;

import java.util.List;
import java.util.function.Supplier;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.jdbc.Outcome;

/** What only a person can decide while a portfolio of several people is edited. */
public interface TeamQuestions {
    /** Gives up what is contested, and just waits. */
    TeamQuestions NOBODY = new TeamQuestions() {
        @Override
        public boolean makeAgain(Outcome.Conflict conflict, Portfolio seen) {
            return false;
        }

        @Override
        public boolean lookAgain(List<Finding> doubt) {
            return false;
        }

        @Override
        public void settled(String what, Outcome outcome) {
            // nobody asked
        }

        @Override
        public <T> T waitFor(Supplier<T> answer) {
            return answer.get();
        }
    };

    /**
     * Somebody else changed the same records first.
     *
     * @param conflict what both changed
     * @param seen the value that the edit was made for
     * @return whether the edit is made again on top of the other's; else it is given up
     */
    boolean makeAgain(Outcome.Conflict conflict, Portfolio seen);

    /**
     * The connection was lost, and nobody knows whether an edit was made.
     *
     * @param doubt what happened
     * @return whether to look now what became of it
     */
    boolean lookAgain(List<Finding> doubt);

    /**
     * Tells what became of an earlier edit of which nobody knew whether it was made.
     *
     * @param what the edit did, as the menu called it
     * @param outcome accepted or refused
     */
    void settled(String what, Outcome outcome);

    /**
     * Waits for the database while the window stays alive.
     *
     * @param answer asks the database, on any thread
     * @param <T> what it answers
     * @return the answer
     */
    <T> T waitFor(Supplier<T> answer);
}
