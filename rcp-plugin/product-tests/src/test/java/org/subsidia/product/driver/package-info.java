/** What runs inside the product when a test starts it. */
package org.subsidia.product.driver;
