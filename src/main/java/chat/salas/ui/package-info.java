@NullMarked
package chat.salas.ui;

import org.jspecify.annotations.NullMarked;
