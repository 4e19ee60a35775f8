package org.subsidia.rcp.database;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.Busy;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.store.Saved;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.DatabaseStore;

/** Brings portfolios from databases to the desk. */
public final class Databases {
    private Databases() {}

    /**
     * Asks for a database and opens a portfolio of it.
     *
     * @param shell above which window to ask
     */
    public static void open(Shell shell) {
        List<String> recent = Documents.recent().databases();
        ask(shell, recent.isEmpty() ? "" : recent.get(0), null);
    }

    /**
     * Opens a portfolio that was opened before; asks where the database wants a user or a password.
     *
     * @param shell above which window to ask
     * @param place its address
     */
    public static void openAgain(Shell shell, String place) {
        Reading<DatabaseAddress> address = DatabaseAddress.parse(place, credentials(user(place), ""));
        Reading<DatabaseSession> opened = address.isRead()
                ? whileBusy(address.get(), () -> DatabaseSession.open(address.get(), options()))
                : Reading.refused(address.findings());
        if (opened.isRead()) {
            show(shell, opened.get());
        } else {
            ask(shell, place, opened.findings().get(0));
        }
    }

    /**
     * Asks for a database and copies the portfolio on the desk into it; then the copy is on the desk.
     *
     * @param shell above which window to ask
     */
    public static void copy(Shell shell) {
        Portfolio portfolio = Desk.get().portfolio();
        DatabaseDialog dialog = new DatabaseDialog(shell, Texts.databaseCopyTitle, "", null, true) {
            @Override
            Reading<DatabaseSession> opened(DatabaseAddress address, boolean make) {
                return make(address, portfolio);
            }
        };
        show(shell, dialog);
    }

    private static void ask(Shell shell, String place, Finding refusal) {
        DatabaseDialog dialog = new DatabaseDialog(shell, Texts.databaseTitle, place, refusal, false) {
            @Override
            Reading<DatabaseSession> opened(DatabaseAddress address, boolean make) {
                return make
                        ? make(address, Portfolio.empty())
                        : whileBusy(address, () -> DatabaseSession.open(address, options()));
            }
        };
        show(shell, dialog);
    }

    private static Reading<DatabaseSession> make(DatabaseAddress address, Portfolio portfolio) {
        return whileBusy(address, () -> {
            Reading<Saved> made =
                    DatabaseStore.at(address, options(), Texts.databaseMade).create(portfolio);
            return made.isRead() ? DatabaseSession.open(address, options()) : Reading.refused(made.findings());
        });
    }

    private static void show(Shell shell, DatabaseDialog dialog) {
        if (dialog.open() == DatabaseDialog.OK) {
            show(shell, dialog.session());
        }
    }

    private static void show(Shell shell, DatabaseSession database) {
        if (!Documents.mayLeave(shell)) {
            database.close();
            return;
        }
        PortfolioSession session = new PortfolioSession(OperationHistoryFactory.getOperationHistory(), database);
        Documents.show(session);
        Documents.remember(recent -> recent.with(database.address()));
        DatabaseWatch.begin(session, database);
        StatusLine.tell(Texts.bind(
                database.isReadOnly() ? Texts.databaseOpenedReadOnly : Texts.databaseOpened,
                database.address().shown()));
    }

    static DatabaseOptions options() {
        return DatabaseOptions.by(Settings.author());
    }

    /** What is typed goes before the environment. */
    static Function<String, String> credentials(String user, String password) {
        Map<String, String> typed = Map.of(DatabaseAddress.USER, user, DatabaseAddress.PASSWORD, password);
        return name -> Optional.ofNullable(typed.get(name))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> System.getenv(name));
    }

    /** The user who opened this place last. */
    static String user(String place) {
        return Settings.remembered(key(place));
    }

    static void remember(DatabaseAddress address, String user) {
        Settings.remember(key(address.kept()), user);
    }

    private static String key(String place) {
        return "databaseUser " + DatabaseAddress.shown(place);
    }

    /** Waits for a database beside the workbench's thread. Cancelled: refused without a finding. */
    static <T> Reading<T> whileBusy(DatabaseAddress address, Callable<Reading<T>> work) {
        String name = Texts.bind(Texts.reading, address.shown());
        Background<Reading<T>> asking = new Background<>(name, work, Databases::giveBack);
        try {
            Busy.during(name, asking, true);
            return asking.result();
        } catch (InterruptedException e) {
            return Reading.refused(List.of());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(address.shown(), e.getCause());
        }
    }

    private static <T> void giveBack(Reading<T> late) {
        late.value().filter(DatabaseSession.class::isInstance).ifPresent(value -> ((DatabaseSession) value).close());
    }
}
