package org.subsidia.examples.spark;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.subsidia.transfer.sweep.Sweep;
import org.subsidia.transfer.sweep.SweepCsv;
import org.subsidia.transfer.sweep.SweepSpace;
import org.subsidia.transfer.sweep.SweepWorker;

/** Computes the points of a sweep wherever Spark has room, with the functions that one machine runs. */
final class SpreadSweep {
    /** So that no machine waits long for the last one. */
    private static final int PARTS_A_CORE = 4;
    /** So that the program that collects the lines holds few at a time. */
    private static final long POINTS_A_PART = 10_000;

    private static final long MOST_PARTS = 10_000;

    private SpreadSweep() {}

    /**
     * Computes every point.
     *
     * @param context to run in
     * @param sweep sent once to each machine
     * @param points on which the sweep can run
     * @param sink told the line of each point, in the order of the points
     */
    static void run(JavaSparkContext context, Sweep sweep, Points points, Consumer<String> sink) {
        long size = points.space().get().size();
        Broadcast<Sweep> sent = context.broadcast(sweep);
        JavaRDD<String> lines = context.sc()
                .range(0, size, 1, parts(size, context.defaultParallelism()))
                .toJavaRDD()
                .mapPartitions(numbers -> lines(sent.value(), points, numbers))
                .persist(StorageLevel.MEMORY_AND_DISK());
        // all parts at once, where they stay; only then one after the other to here
        lines.count();
        lines.toLocalIterator().forEachRemaining(sink);
        lines.unpersist();
        sent.destroy();
    }

    /** How many parts of neighbouring points are computed independently. */
    static int parts(long size, int cores) {
        long wanted = Math.max((long) cores * PARTS_A_CORE, size / POINTS_A_PART);
        return (int) Math.min(size, Math.min(MOST_PARTS, wanted));
    }

    private static Iterator<String> lines(Sweep sweep, Points points, Iterator<Object> numbers) {
        SweepSpace space = points.space().get();
        SweepWorker worker = sweep.worker();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(numbers, Spliterator.ORDERED), false)
                .map(number -> SweepCsv.line(worker.run(space.point((Long) number))))
                .iterator();
    }
}
