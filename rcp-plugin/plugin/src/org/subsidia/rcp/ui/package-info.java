/** What several views share: icons, and dialogs that tell findings. */
package org.subsidia.rcp.ui;
