/**
 * A sweep of transfers on a cluster of Apache Spark.
 *
 * <p>{@link org.subsidia.examples.spark.SparkSweep} is the program; {@link org.subsidia.examples.spark.SpreadSweep} is what
 * spreads the points of a sweep over the cluster and brings their lines back in order.
 */
@NullMarked
package org.subsidia.examples.spark;

import org.jspecify.annotations.NullMarked;
