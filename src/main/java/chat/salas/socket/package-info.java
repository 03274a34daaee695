@NullMarked
package chat.salas.socket;

import org.jspecify.annotations.NullMarked;
