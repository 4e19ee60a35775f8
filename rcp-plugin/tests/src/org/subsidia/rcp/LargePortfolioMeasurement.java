package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.session.Desk;
import org.subsidia.store.file.FileStore;

/** What a portfolio of 12,000 grants costs in the real window; prints figures, asserts none: -Dsubsidia.measure=true. */
@EnabledIfSystemProperty(named = "subsidia.measure", matches = "true")
class LargePortfolioMeasurement extends UiTest {
    private static final int GRANTS = 12_000;
    private static final int ROUNDS = 11;

    private static Portfolio large() {
        List<PortfolioRecord> records = new ArrayList<>();
        for (int s = 0; s < 60; s++) {
            records.add(Structure.builder(new StructureId("s" + s), "Structure " + s)
                    .build());
        }
        for (int f = 0; f < 40; f++) {
            FunderLevel level = FunderLevel.values()[f % FunderLevel.values().length];
            records.add(Funder.builder(new FunderId("f" + f), level, "Financeur " + f)
                    .build());
        }
        for (int i = 0; i < GRANTS; i++) {
            LocalDate start = LocalDate.of(2015 + i % 12, 1 + i % 12, 1);
            records.add(Grant.builder(new GrantId("g" + i), new StructureId("s" + i % 60))
                    .purpose("Programme d’actions n° " + i)
                    .payer(new FunderId("f" + i % 40))
                    .state(GrantState.values()[i % GrantState.values().length])
                    .addAmount(new StagedAmount(
                            AmountStage.AWARDED,
                            Samples.euros(BigDecimal.valueOf(1_000L + 37L * (i % 5_000))
                                    .setScale(2)),
                            null,
                            null))
                    .dates(GrantDates.builder()
                            .decision(start)
                            .start(start)
                            .end(start.plusYears(1))
                            .build())
                    .build());
        }
        return Portfolio.of(records);
    }

    private static void tell(String what, long nanos) {
        System.out.printf("%-40s %6d ms%n", what, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Until the grid is there and painted; of it, what the workbench's own thread has worked, and its longest pause. */
    private void open(String which, GridBot grid) {
        long thread = bot.ask(() -> Thread.currentThread().getId());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        AtomicLong longest = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!over.get()) {
                long asked = System.nanoTime();
                bot.run(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        });
        long worked = threads.getThreadCpuTime(thread);
        long start = System.nanoTime();
        watch.start();
        bot.menu("Fichier", "Ouvrir…");
        bot.until("all grants", () -> grid.lines() == GRANTS);
        bot.settle();
        tell("open, " + which + ", until the grid is there", System.nanoTime() - start);
        over.set(true);
        tell("  worked by the window's thread", threads.getThreadCpuTime(thread) - worked);
        tell("  longest pause of the window", longest.get());
    }

    private void time(String what, Runnable action) {
        List<Long> times = new ArrayList<>();
        time(action, times);
        tell(what, times.get(0));
    }

    /** Other programs run on the machine too: the middle of many times, and what the window's own thread has worked in it. */
    private void often(String what, Runnable before, Runnable action) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> times = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bot.run(before);
            bot.settle();
            bot.run(() -> {
                long work = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                action.run();
                while (bot.display().readAndDispatch()) {
                    // until all is painted
                }
                times.add(System.nanoTime() - start);
                worked.add(threads.getCurrentThreadCpuTime() - work);
            });
        }
        tell(what + ", the first time", times.get(0));
        tell("  then, the middle of " + ROUNDS, middle(times));
        tell("  worked by the window's thread", middle(worked));
    }

    private static long middle(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** One amount typed in the grid, taken back, and what it costs until all that shows it is painted. */
    private void edits(String when) {
        AtomicLong amount = new AtomicLong(50_000);
        often("edit " + when, () -> {}, () -> put(amount.incrementAndGet()));
        often("undo " + when, () -> put(amount.incrementAndGet()), () -> Desk.get()
                .session()
                .undo());
    }

    private static void put(long euros) {
        Grant grant = Desk.get().portfolio().grant(new GrantId("g4711")).orElseThrow();
        Desk.get()
                .session()
                .apply(
                        "attribué",
                        Edit.put(grant.toBuilder()
                                .amounts(List.of(new StagedAmount(
                                        AmountStage.AWARDED,
                                        Samples.euros(BigDecimal.valueOf(euros).setScale(2)),
                                        null,
                                        null)))
                                .build()));
    }

    /** From the last letter typed until the tree shows what is found; of it, what the window's thread has worked. */
    private void explorer(String words) {
        Tree tree = tree();
        Text field = bot.control(bot.shell(), Text.class, text -> Texts.explorerFilter.equals(text.getMessage()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int all = bot.ask(() -> found(tree));
        List<Long> times = new ArrayList<>();
        List<Long> works = new ArrayList<>();
        List<Long> cleared = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            AtomicLong start = new AtomicLong();
            long worked = bot.ask(() -> {
                start.set(System.nanoTime());
                long before = threads.getCurrentThreadCpuTime();
                field.setText(words);
                return before;
            });
            bot.until("what is found", () -> found(tree) > 0 && found(tree) < all);
            times.add(System.nanoTime() - start.get());
            bot.settle();
            works.add(bot.ask(threads::getCurrentThreadCpuTime) - worked);
            time(() -> field.setText(""), cleared);
            bot.until("all", () -> found(tree) == all);
        }
        tell("explorer “" + words + "”, the first time", times.get(0));
        tell("  then, the middle of " + ROUNDS, middle(times));
        tell("  worked by the window's thread", middle(works));
        tell("  cleared", middle(cleared));
    }

    /** How many things stand below the first two trunks. */
    private static int found(Tree tree) {
        return Stream.of(tree.getItems()).mapToInt(TreeItem::getItemCount).sum();
    }

    private void time(Runnable action, List<Long> times) {
        bot.run(() -> {
            long start = System.nanoTime();
            action.run();
            while (bot.display().readAndDispatch()) {
                // until all is painted
            }
            times.add(System.nanoTime() - start);
        });
    }

    @Test
    void measure() {
        Path file = folder.resolve("grand.subsidia");
        FileStore.at(file).save(large()).get();
        chosen = file;
        GridBot grid = grid();
        for (String which : List.of("first time", "again")) {
            open(which, grid);
            bot.run(() -> Documents.create(bot.window().getShell()));
        }
        open("third time", grid);
        for (String words : List.of("structure 12", "structure 12 programme 7")) {
            often("filter “" + words + "”", () -> filter().setText(""), () -> filter().setText(words));
        }
        often("filter cleared", () -> filter().setText("structure 12"), () -> filter().setText(""));
        often("filter row > 100 000", () -> grid.filter("AWARDED", ""), () -> grid.filter("AWARDED", "> 100 000"));
        often("filter row cleared", () -> grid.filter("AWARDED", "> 100 000"), () -> grid.filter("AWARDED", ""));
        bot.run(() -> grid.filter("AWARDED", ""));
        time("sort by structure", () -> grid.sort("STRUCTURE", false));
        time("group by funder", () -> grid.group("FUNDER"));
        time("no groups", () -> grid.group(null));
        long slowest = 0;
        for (int row = 0; row < GRANTS; row += 400) {
            int to = row;
            long begin = System.nanoTime();
            bot.run(() -> {
                grid.table().doCommand(new ShowRowInViewportCommand(to));
                grid.table().redraw();
                grid.table().update();
            });
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        tell("scroll and paint, slowest of 30", slowest);
        assertThat(bot.ask(() -> Desk.get().portfolio().grants().size())).isEqualTo(GRANTS);
    }

    private GridBot openLarge() {
        Path file = folder.resolve("grand.subsidia");
        FileStore.at(file).save(large()).get();
        chosen = file;
        GridBot grid = grid();
        bot.menu("Fichier", "Ouvrir…");
        bot.until("all grants", () -> grid.lines() == GRANTS);
        bot.settle();
        return grid;
    }

    @Test
    void measureEdits() {
        GridBot grid = openLarge();
        edits("sorted by day");
        bot.run(() -> grid.sort("PURPOSE", false));
        edits("sorted by purpose");
        bot.run(() -> grid.sort("AWARDED_ON", true));
        time("what is still to come, shown", () -> grid.hide("REMAINING", false));
        edits("with what is still to come");
        time("sort by what is still to come", () -> grid.sort("REMAINING", true));
        edits("sorted by what is still to come");
        bot.run(() -> {
            grid.sort("AWARDED_ON", true);
            grid.hide("REMAINING", true);
        });
    }

    @Test
    void measureExplorer() {
        GridBot grid = openLarge();
        bot.run(() -> {
            grid.hide("REMAINING", false);
            Documents.create(bot.window().getShell());
        });
        open("with what is still to come", grid);
        bot.run(() -> grid.hide("REMAINING", true));
        explorer("4711");
        explorer("actions 471");
        explorer("financeur 3");
    }
}
