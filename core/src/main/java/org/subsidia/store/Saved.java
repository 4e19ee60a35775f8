package org.subsidia.store;

/**
 * A save that is done and safe.
 *
 * @param version what names this state of the store; equal portfolios saved by one version of the library have one version
 * @param bytes how many bytes it takes
 */
public record Saved(String version, long bytes) {}
