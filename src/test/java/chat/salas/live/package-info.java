@NullMarked
package chat.salas.live;

import org.jspecify.annotations.NullMarked;
