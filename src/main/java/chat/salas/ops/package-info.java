@NullMarked
package chat.salas.ops;

import org.jspecify.annotations.NullMarked;
