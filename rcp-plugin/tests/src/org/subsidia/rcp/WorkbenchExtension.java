package org.subsidia.rcp;

import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Starts the real application once for all test classes, on a thread of its own, and closes it after the last one. The
 * tests run beside the UI thread, so that a dialog that blocks it does not block them.
 *
 * <p>Where the build found no way to open a window, the tests that use this extension are skipped; the build has said so.
 */
final class WorkbenchExtension implements BeforeAllCallback, ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return "missing".equals(System.getProperty("subsidia.ui"))
                ? ConditionEvaluationResult.disabled("no GTK 3 or no Xvfb")
                : ConditionEvaluationResult.enabled("a window can be opened");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(WorkbenchExtension.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The application on its thread. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private volatile Throwable failure;
        private final Thread thread = new Thread(
                () -> {
                    try {
                        new Application().start(null);
                    } catch (Throwable t) {
                        failure = t;
                        if (PlatformUI.isWorkbenchRunning()) {
                            // every test would wait for ever for a thread that is no more
                            t.printStackTrace();
                            Runtime.getRuntime().halt(1);
                        }
                    }
                },
                "workbench");

        Running() {
            thread.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isStarting()) {
                if (!thread.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the workbench did not start", failure);
                }
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws InterruptedException {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
            thread.join(30_000);
        }
    }
}
