package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.file.FileChooser;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;

/** A test of the real window: a bot, a folder, the sample portfolio, and files chosen without the system's dialog. */
@ExtendWith(WorkbenchExtension.class)
abstract class UiTest {
    static final String SAMPLE = "filières.subsidia";

    private final List<IStatus> errors = new CopyOnWriteArrayList<>();
    private final ILogListener log = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) {
            errors.add(status);
        }
    };

    final UiBot bot = new UiBot();
    Path folder;

    /** The next file that a user would choose. */
    Path chosen;

    @RegisterExtension
    final TestWatcher watcher = new TestWatcher() {
        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            bot.screenshot("failed-" + context.getRequiredTestMethod().getName());
        }
    };

    @BeforeEach
    void freshDesk() throws IOException {
        Platform.addLogListener(log);
        folder = Files.createTempDirectory("subsidia");
        Documents.chooseBy(new FileChooser() {
            @Override
            public Optional<Path> toOpen(Shell shell, String... endings) {
                return Optional.ofNullable(chosen);
            }

            @Override
            public List<Path> toOpenSeveral(Shell shell, String... endings) {
                return toOpen(shell, endings).stream().toList();
            }

            @Override
            public Optional<Path> toSave(Shell shell, String proposal) {
                return Optional.ofNullable(chosen);
            }
        });
        bot.run(() -> {
            bot.window().getShell().setBounds(0, 0, 1440, 900);
            bot.display().setCursorLocation(1439, 899); // no tool tips
            perspective(TrackingPerspective.ID);
            if (Boolean.getBoolean("subsidia.dark")) {
                AppearancePage.setDark(true); // to look at the pictures of all tests in the dark
            }
            emptyDesk();
        });
    }

    /** Goes to a perspective as it is at first; on the workbench's thread or on that of the test. */
    void perspective(String id) {
        bot.run(() -> {
            IWorkbenchPage page = bot.window().getActivePage();
            page.setPerspective(
                    PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(id));
            page.resetPerspective();
        });
    }

    /** The failures logged so far, which the test has wanted. */
    List<IStatus> takeErrors() {
        List<IStatus> taken = List.copyOf(errors);
        errors.removeAll(taken);
        return taken;
    }

    /** A failure that the window survives is a failure all the same. */
    @AfterEach
    void nothingWentWrongInside() {
        bot.settle();
        Platform.removeLogListener(log);
        assertThat(errors).extracting(IStatus::getException).isEmpty();
    }

    @AfterEach
    void closeAll() throws IOException {
        bot.run(() -> {
            List<Shell> dialogs = new ArrayList<>(List.of(bot.display().getShells()));
            dialogs.remove(bot.window().getShell());
            dialogs.stream()
                    .filter(shell -> !shell.isDisposed() && shell.isVisible())
                    .forEach(Shell::close);
            emptyDesk(); // nothing unsaved that the end of the workbench would ask about
        });
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void emptyDesk() {
        Desk.get().show(new PortfolioSession(OperationHistoryFactory.getOperationHistory(), Portfolio.empty()));
    }

    /** Opens the sample portfolio through the menu. */
    Path openSample() {
        chosen = Samples.write(folder.resolve(SAMPLE));
        bot.menu("Fichier", "Ouvrir…");
        bot.until("the sample", () -> !Desk.get().portfolio().isEmpty());
        return chosen;
    }

    /** Opens a copy of the sample portfolio of the examples through the menu. */
    Path openExample() throws IOException {
        Path example = Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne.subsidia");
        chosen = Files.copy(example, folder.resolve("rives-arvenne.subsidia"), StandardCopyOption.REPLACE_EXISTING);
        bot.menu("Fichier", "Ouvrir…");
        bot.until("the sample", () -> Desk.get().portfolio().structures().size() == 6);
        return chosen;
    }

    Portfolio portfolio() {
        return bot.ask(() -> Desk.get().portfolio());
    }

    Tree tree() {
        bot.show(ExplorerView.class, ExplorerView.ID);
        return bot.control(bot.shell(), Tree.class, tree -> true);
    }

    /** The grid of grants, brought to the top. */
    GridBot grid() {
        return new GridBot(bot.show(GrantsView.class, GrantsView.ID));
    }

    List<String> gridColumn(String column) {
        GridBot grid = grid();
        return bot.ask(() -> grid.column(column));
    }

    void untilLines(int count) {
        GridBot grid = grid();
        bot.until(count + " lines", () -> grid.lines() == count);
    }

    void selectLine(int line) {
        GridBot grid = grid();
        bot.run(() -> grid.select(line));
    }

    Text filter() {
        GrantsView view = bot.show(GrantsView.class, GrantsView.ID);
        return bot.control(view.control(), Text.class, text -> (text.getStyle() & SWT.SEARCH) != 0);
    }
}
