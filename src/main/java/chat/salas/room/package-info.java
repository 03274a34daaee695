@NullMarked
package chat.salas.room;

import org.jspecify.annotations.NullMarked;
