@NullMarked
package chat.salas.message;

import org.jspecify.annotations.NullMarked;
