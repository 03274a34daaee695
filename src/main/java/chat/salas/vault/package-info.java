@NullMarked
package chat.salas.vault;

import org.jspecify.annotations.NullMarked;
