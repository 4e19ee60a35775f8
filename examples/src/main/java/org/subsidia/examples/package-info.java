/** Small complete programs that embed the library. */
package org.subsidia.examples;
