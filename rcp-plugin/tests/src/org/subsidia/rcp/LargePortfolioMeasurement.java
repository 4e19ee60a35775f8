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
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.subsidia.portfolio.AmountStage;
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
    private static final int ROUNDS = 21;

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
        long start = System.nanoTime();
        bot.run(() -> {
            action.run();
            while (bot.display().readAndDispatch()) {
                // until all is painted
            }
        });
        tell(what, System.nanoTime() - start);
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
}
